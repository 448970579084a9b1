package skipstitch.files.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** The operators of pools, and of unpools, which read the indices that a pool gives out beside its maxima. */
final class Pools {
    private final Shapes shapes;
    private final Constants constants;
    private final Set<NodeId> followed;

    Pools(Shapes shapes, Constants constants) {
        this.shapes = shapes;
        this.constants = constants;
        this.followed = shapes.order().stream().flatMap(node -> node.inlets(Inlet.Role.INDICES).stream())
                .map(Inlet::source).collect(Collectors.toSet());
    }

    /** @throws Inexpressible if a window sees padding alone */
    List<Operator> max(Node node, Layer.MaxPool pool) throws Inexpressible {
        String id = node.id().value();
        String x = source(node);
        Shape in = shapes.incoming(node).getFirst();
        Shape out = shapes.shape(node.id());
        if (Framed.isBlind(pool.window(), in, out)) {
            throw new Inexpressible("“" + id + "” has no equal in ONNX: its dilation lets a window see padding alone; "
                    + "less padding or dilation would do");
        }
        String[] outputs = followed.contains(node.id()) ? new String[] {id, id + "/indices"} : new String[] {id};
        if (!Framed.isNeeded(pool.window(), in, out)) {
            return List.of(new Operator("MaxPool", List.of(x), outputs).windowed(pool.window())
                    .withOne("ceil_mode", Framed.isCounted(pool.window(), pool.ceilMode(), in, out) == pool.ceilMode() ? 1 : 0));
        }
        Framed framed = framed(node, pool.window());
        return List.of(frame(x, id, framed.sides()),
                new Operator("MaxPool", List.of(id + "/framed"), outputs).windowed(framed.window()));
    }

    /** Where both ways count alike, the plain one is chosen. */
    private static int ceilMode(Window window, Shape in, Shape out) {
        return Framed.isCounted(window, false, in, out) ? 0 : 1;
    }

    List<Operator> average(Node node, Layer.AveragePool pool) {
        String id = node.id().value();
        String x = source(node);
        Window window = pool.window();
        Shape in = shapes.incoming(node).getFirst();
        Shape out = shapes.shape(node.id());
        if (window.dilation().equals(Size.ONE) && !Framed.isNeeded(window, in, out)) {
            return List.of(new Operator("AveragePool", List.of(x), id).sized("kernel_shape", window.kernel())
                    .sized("strides", window.stride()).padded(window.padding())
                    .withOne("ceil_mode", ceilMode(window, in, out))
                    .withOne("count_include_pad", pool.countPadding() ? 1 : 0));
        }
        // The operator averages dense windows alone, in this set: so the sums of all taps, and how many count.
        Padding sides = framed(node, window).sides();
        float[] ones = new float[in.channels() * window.kernel().area()];
        Arrays.fill(ones, 1);
        Window wide = new Window(window.kernel(), window.stride(), sides, window.dilation());
        return List.of(new Operator("Conv", List.of(x, constants.array(id + "/ones", ones, in.channels(), 1,
                        window.kernel().height(), window.kernel().width())), id + "/sums")
                        .windowed(wide).withOne("group", in.channels()),
                new Operator("Mul", List.of(id + "/sums", shares(node, pool)), id));
    }

    /** One divided by how many taps count, for each window; 0 where none does. */
    private String shares(Node node, Layer.AveragePool pool) {
        Padding counted = pool.countPadding() ? pool.window().padding() : Padding.NONE;
        Shape in = shapes.incoming(node).getFirst();
        Shape out = shapes.shape(node.id());
        int[] rows = Framed.rows(pool.window(), counted, in, out);
        int[] columns = Framed.columns(pool.window(), counted, in, out);
        float[] shares = new float[out.area()];
        for (int i = 0; i < shares.length; i++) {
            int count = rows[i / out.width()] * columns[i % out.width()];
            shares[i] = count == 0 ? 0 : 1f / count;
        }
        return constants.array(node.id() + "/shares", shares, 1, 1, out.height(), out.width());
    }

    List<Operator> unpool(Node node) {
        String id = node.id().value();
        Node pooling = shapes.network().node(node.inlets(Inlet.Role.INDICES).getFirst().source());
        Window window = ((Layer.MaxPool) pooling.layer()).window();
        String main = node.inlets(Inlet.Role.MAIN).getFirst().source().value();
        String indices = pooling.id() + "/indices";
        Shape pooled = shapes.shape(pooling.id());
        Shape shape = shapes.shape(node.id());
        if (!Framed.isNeeded(window, shape, pooled)) {
            return List.of(unpool(main, indices, id, window, pooled, shape));
        }
        // The indices are those of the framed tensor.
        Padding sides = framed(pooling, window).sides();
        Shape wide = new Shape(shape.channels(), shape.height() + sides.top() + sides.bottom(),
                shape.width() + sides.left() + sides.right());
        return List.of(unpool(main, indices, id + "/framed", window, pooled, wide),
                new Operator("Slice", List.of(id + "/framed",
                        constants.longs(id + "/starts", sides.top(), sides.left()),
                        constants.longs(id + "/ends", sides.top() + shape.height(), sides.left() + shape.width()),
                        constants.longs(id + "/axes", 2, 3)), id));
    }

    private Operator unpool(String x, String indices, String to, Window window, Shape pooled, Shape shape) {
        Operator operator = new Operator("MaxUnpool", List.of(x, indices,
                constants.longs(to + "/size", 1, shape.channels(), shape.height(), shape.width())), to);
        if (window.padding().equals(Padding.NONE) && window.dilation().equals(Size.ONE)
                && window.kernel().equals(window.stride())
                && pooled.height() * window.kernel().height() == shape.height()
                && pooled.width() * window.kernel().width() == shape.width()) {
            return operator.sized("kernel_shape", window.kernel()).sized("strides", window.stride());
        }
        // Where windows overlap, have gaps or stick out, their steps span more than there is, which would be refused.
        // The indices say all, so any window does whose steps span no more.
        int rows = Math.max(0, pooled.height() - shape.height());
        int columns = Math.max(0, pooled.width() - shape.width());
        return operator.sized("kernel_shape", new Size(1 + rows, 1 + columns)).sized("strides", Size.ONE)
                .padded(new Padding(rows, columns, rows, columns));
    }

    private Framed framed(Node pooling, Window window) {
        return Framed.of(window, shapes.incoming(pooling).getFirst(), shapes.shape(pooling.id()));
    }

    private Operator frame(String x, String id, Padding sides) {
        return new Operator("Pad", List.of(x,
                constants.longs(id + "/pads", 0, 0, sides.top(), sides.left(), 0, 0, sides.bottom(), sides.right()),
                constants.scalar(id + "/around", Float.NEGATIVE_INFINITY)), id + "/framed");
    }

    private static String source(Node node) {
        return node.inlets().getFirst().source().value();
    }
}
