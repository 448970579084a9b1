package skipstitch.files.onnx;

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
        if (Framed.isBlind(pool.window(), in, shapes.shape(node.id()))) {
            throw new Inexpressible("“" + id + "” has no equal in ONNX: its dilation lets a window see padding alone; "
                    + "less padding or dilation would do");
        }
        String[] outputs = followed.contains(node.id()) ? new String[] {id, id + "/indices"} : new String[] {id};
        if (!Framed.isNeeded(pool.window())) {
            return List.of(new Operator("MaxPool", List.of(x), outputs).windowed(pool.window())
                    .withOne("ceil_mode", pool.ceilMode() ? 1 : 0));
        }
        Framed framed = framed(node, pool.window());
        return List.of(frame(x, id, framed.sides(), Float.NEGATIVE_INFINITY),
                new Operator("MaxPool", List.of(id + "/framed"), outputs).windowed(framed.window()));
    }

    List<Operator> average(Node node, Layer.AveragePool pool) {
        String id = node.id().value();
        String x = source(node);
        Window window = pool.window();
        Shape in = shapes.incoming(node).getFirst();
        Shape out = shapes.shape(node.id());
        if (!Framed.isNeeded(window) && !Framed.isBlind(window, in, out)) {
            return List.of(new Operator("AveragePool", List.of(x), id).windowed(window)
                    .withOne("ceil_mode", pool.ceilMode() ? 1 : 0)
                    .withOne("count_include_pad", pool.countPadding() ? 1 : 0));
        }
        Framed framed = framed(node, window);
        String shares = constants.array(id + "/shares",
                shares(window, pool.countPadding() ? window.padding() : Padding.NONE, in, out), 1, 1, out.height(), out.width());
        return List.of(frame(x, id, framed.sides(), 0),
                new Operator("AveragePool", List.of(id + "/framed"), id + "/full").windowed(framed.window()),
                new Operator("Mul", List.of(id + "/full", shares), id));
    }

    /** What makes a mean of all taps one of those that count; 0 where none does. */
    private static float[] shares(Window window, Padding counted, Shape in, Shape out) {
        int[] rows = Framed.rows(window, counted, in, out);
        int[] columns = Framed.columns(window, counted, in, out);
        float[] shares = new float[out.area()];
        for (int i = 0; i < shares.length; i++) {
            int count = rows[i / out.width()] * columns[i % out.width()];
            shares[i] = count == 0 ? 0 : (float) window.kernel().area() / count;
        }
        return shares;
    }

    List<Operator> unpool(Node node) {
        String id = node.id().value();
        Node pooling = shapes.network().node(node.inlets(Inlet.Role.INDICES).getFirst().source());
        Window window = ((Layer.MaxPool) pooling.layer()).window();
        String main = node.inlets(Inlet.Role.MAIN).getFirst().source().value();
        String indices = pooling.id() + "/indices";
        Shape shape = shapes.shape(node.id());
        if (!Framed.isNeeded(window)) {
            return List.of(unpool(main, indices, id, window, shape, shape.height(), shape.width()));
        }
        // The indices are those of the framed tensor.
        Padding sides = framed(pooling, window).sides();
        int height = shape.height() + sides.top() + sides.bottom();
        int width = shape.width() + sides.left() + sides.right();
        return List.of(unpool(main, indices, id + "/framed", window, shape, height, width),
                new Operator("Slice", List.of(id + "/framed", constants.longs(id + "/starts", sides.top(), sides.left()),
                        constants.longs(id + "/ends", sides.top() + shape.height(), sides.left() + shape.width()),
                        constants.longs(id + "/axes", 2, 3)), id));
    }

    private Operator unpool(String x, String indices, String to, Window window, Shape shape, int height, int width) {
        Operator operator = new Operator("MaxUnpool",
                List.of(x, indices, constants.longs(to + "/size", 1, shape.channels(), height, width)), to);
        // Where windows have gaps, overlap or stick out, their steps do not give the size; then the size alone counts.
        boolean tiled = window.padding().equals(Padding.NONE) && window.dilation().equals(Size.ONE)
                && window.kernel().equals(window.stride()) && height % window.kernel().height() == 0
                && width % window.kernel().width() == 0;
        Size step = tiled ? window.kernel() : Size.ONE;
        return operator.sized("kernel_shape", step).sized("strides", step);
    }

    private Framed framed(Node pooling, Window window) {
        return Framed.of(window, shapes.incoming(pooling).getFirst(), shapes.shape(pooling.id()));
    }

    private Operator frame(String x, String id, Padding sides, float value) {
        return new Operator("Pad", List.of(x,
                constants.longs(id + "/pads", 0, 0, sides.top(), sides.left(), 0, 0, sides.bottom(), sides.right()),
                constants.scalar(id + "/around", value)), id + "/framed");
    }

    private static String source(Node node) {
        return node.inlets().getFirst().source().value();
    }
}
