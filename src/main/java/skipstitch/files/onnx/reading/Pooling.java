package skipstitch.files.onnx.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Pools, and what puts maxima back. */
final class Pooling {
    private final Drawing drawing;

    Pooling(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The maxima, and where they were. */
    List<Value> max(Op op) throws Unsupported {
        if (op.whole("storage_order", 0) != 0 && op.proto().getOutputCount() > 1) {
            throw new Unsupported("its indices go column by column");
        }
        Value.Tensor x = map(op);
        NodeId pool = drawing.add(op.id(), new Layer.MaxPool(window(op, x), op.whole("ceil_mode", 0) != 0),
                Inlet.main(x.node()));
        return List.of(new Value.Tensor(pool, x.axes()), new Value.Indices(pool));
    }

    Value average(Op op) throws Unsupported {
        Value.Tensor x = map(op);
        return new Value.Tensor(drawing.add(op.id(), new Layer.AveragePool(window(op, x),
                op.whole("ceil_mode", 0) != 0, op.whole("count_include_pad", 0) != 0), Inlet.main(x.node())), x.axes());
    }

    private Window window(Op op, Value.Tensor x) throws Unsupported {
        if (!op.hasAttribute("kernel_shape")) {
            throw new Unsupported("its window has no size");
        }
        return Windows.of(op, drawing.shape(x.node()), op.size("kernel_shape", Size.ONE));
    }

    Value globalMax(Op op) throws Unsupported {
        Value.Tensor x = map(op);
        Shape in = drawing.shape(x.node());
        Window whole = new Window(new Size(in.height(), in.width()), Size.ONE, Padding.NONE, Size.ONE);
        return new Value.Tensor(drawing.add(op.id(), new Layer.MaxPool(whole, false), Inlet.main(x.node())), x.axes());
    }

    Value globalAverage(Op op) throws Unsupported {
        Value.Tensor x = map(op);
        return global(op, x, x.axes());
    }

    /** A mean over height and width alone. */
    Value mean(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        long[] axes = op.wholes("axes", 1).orElse(new long[0]);
        int rows = x.axes().rows();
        boolean space = rows >= 0 && Arrays.equals(Arrays.stream(axes).map(axis -> axis < 0 ? axis + 4 : axis)
                .sorted().toArray(), new long[] {rows, rows + 1});
        if (!space) {
            throw new Unsupported("it takes the mean over other axes than height and width");
        }
        return global(op, x, op.whole("keepdims", 1) != 0 ? x.axes() : Value.Axes.FLAT);
    }

    private Value global(Op op, Value.Tensor x, Value.Axes axes) throws Unsupported {
        return new Value.Tensor(drawing.add(op.id(), new Layer.GlobalAveragePool(), Inlet.main(x.node())), axes);
    }

    Value unpool(Op op) throws Unsupported {
        Value.Tensor x = map(op);
        NodeId pool = op.indices(1).pool();
        Shape in = drawing.shape(drawing.node(pool).inlets().getFirst().source());
        Shape out = drawing.shape(x.node());
        Optional<long[]> wanted = op.has(2) ? Optional.of(op.constant(2).longs()) : Optional.empty();
        Size kernel = op.size("kernel_shape", Size.ONE);
        Size stride = op.size("strides", Size.ONE);
        Padding pads = Windows.pads(op);
        long[] sizes = wanted.orElse(new long[] {
            (out.height() - 1L) * stride.height() + kernel.height() - pads.top() - pads.bottom(),
            (out.width() - 1L) * stride.width() + kernel.width() - pads.left() - pads.right()});
        if (sizes.length < 2 || sizes[sizes.length - 2] != in.height() || sizes[sizes.length - 1] != in.width()) {
            throw new Unsupported("it puts maxima into another size than the " + in.height() + "×" + in.width()
                    + " that “" + pool + "” found them in");
        }
        return new Value.Tensor(drawing.add(op.id(), new Layer.MaxUnpool(), Inlet.main(x.node()), Inlet.indices(pool)),
                x.axes());
    }

    private static Value.Tensor map(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        if (x.axes() != Value.Axes.CHANNELS_FIRST) {
            throw new Unsupported("it takes a tensor of the axes N, C, H, W");
        }
        return x;
    }
}
