package skipstitch.files.onnx.reading;

import java.util.Arrays;
import skipstitch.files.onnx.reading.Value.Axes;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/** Operators that give a tensor other axes. Most of them are no layer: in a network, tensors have height and width. */
final class Viewing {
    private final Drawing drawing;
    private final long batch;

    /** @param batch how many samples the model takes at once */
    Viewing(Drawing drawing, long batch) {
        this.drawing = drawing;
        this.batch = batch;
    }

    /** A tensor's sizes in the model. */
    long[] sizes(Value.Tensor tensor) {
        Shape shape = drawing.shape(tensor.node());
        return switch (tensor.axes()) {
            case CHANNELS_FIRST -> new long[] {batch, shape.channels(), shape.height(), shape.width()};
            case CHANNELS_LAST -> new long[] {batch, shape.height(), shape.width(), shape.channels()};
            case FLAT -> new long[] {batch, shape.channels()};
        };
    }

    Value flatten(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        long axis = op.whole("axis", 1);
        if (axis != 1 && axis != 1 - x.axes().count()) {
            throw new Unsupported("it does not keep the batch apart");
        }
        long[] sizes = sizes(x);
        return viewed(op, x, new long[] {batch, Arrays.stream(sizes).skip(1).reduce(1, (a, b) -> a * b)});
    }

    Value reshape(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        long[] from = sizes(x);
        long[] to = op.wholes("shape", 1).orElseThrow(() -> new Unsupported("it does not say which sizes it gives"))
                .clone();
        for (int i = 0; i < to.length; i++) {
            if (to[i] == 0 && op.whole("allowzero", 0) == 0) {
                to[i] = i < from.length ? from[i] : 0;
            }
        }
        infer(from, to);
        return viewed(op, x, to);
    }

    /** Fills in a size of −1. */
    static void infer(long[] from, long[] to) throws Unsupported {
        long elements = Arrays.stream(from).reduce(1, (a, b) -> a * b);
        long open = Arrays.stream(to).filter(size -> size == -1).count();
        int known = Numbers.count(Arrays.stream(to).filter(size -> size != -1).toArray());
        if (open > 1 || known < 0 || open == 0 && known != elements
                || open == 1 && (known == 0 || elements % known != 0)) {
            throw new Unsupported("it reshapes " + Arrays.toString(from) + " to " + Arrays.toString(to)
                    + ", which have not as many numbers");
        }
        for (int i = 0; i < to.length; i++) {
            if (to[i] == -1) {
                to[i] = elements / known;
            }
        }
    }

    Value squeeze(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        long[] sizes = sizes(x);
        boolean[] gone = new boolean[sizes.length];
        long[] axes = op.wholes("axes", 1).orElse(new long[0]);
        for (long axis : axes) {
            gone[axis(axis, sizes.length)] = true;
        }
        long[] left = new long[sizes.length];
        int count = 0;
        for (int i = 0; i < sizes.length; i++) {
            // Without axes named, all of size 1 go; the batch stays.
            if (!(axes.length == 0 ? i > 0 && sizes[i] == 1 : gone[i])) {
                left[count++] = sizes[i];
            }
        }
        return viewed(op, x, Arrays.copyOf(left, count));
    }

    Value unsqueeze(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        long[] axes = op.wholes("axes", 1).orElse(new long[0]);
        long[] from = sizes(x);
        long[] to = new long[from.length + axes.length];
        if (to.length > 4) {
            throw new Unsupported("it makes a tensor of " + to.length + " axes");
        }
        for (long axis : axes) {
            to[axis(axis, to.length)] = 1;
        }
        int next = 0;
        for (int i = 0; i < to.length; i++) {
            if (to[i] == 0 && next < from.length) {
                to[i] = from[next++];
            }
        }
        return viewed(op, x, to);
    }

    static int axis(long axis, int count) throws Unsupported {
        long counted = axis < 0 ? axis + count : axis;
        if (counted < 0 || counted >= count) {
            throw new Unsupported("it names the axis " + axis + " of " + count);
        }
        return (int) counted;
    }

    private Value viewed(Op op, Value.Tensor x, long[] to) throws Unsupported {
        Shape shape = drawing.shape(x.node());
        if (Arrays.equals(sizes(x), to)) {
            return x;
        }
        for (Axes axes : Axes.values()) {
            Value.Tensor other = new Value.Tensor(x.node(), axes);
            if (shape.isVector() && Arrays.equals(sizes(other), to)) {
                return other;
            }
        }
        boolean inOrder = x.axes() != Axes.CHANNELS_LAST || shape.channels() == 1;
        if (inOrder && Arrays.equals(to, new long[] {batch, shape.elements()})) {
            return new Value.Tensor(flattened(op, x), Axes.FLAT);
        }
        if (inOrder && Arrays.equals(to, new long[] {batch, shape.elements(), 1, 1})) {
            return new Value.Tensor(flattened(op, x), Axes.CHANNELS_FIRST);
        }
        throw new Unsupported("it reshapes " + Arrays.toString(sizes(x)) + " to " + Arrays.toString(to)
                + "; here a tensor can only be flattened");
    }

    private NodeId flattened(Op op, Value.Tensor x) throws Unsupported {
        return drawing.add(op.id(), new Layer.Flatten(), Inlet.main(x.node()));
    }

    Value transpose(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        long[] order = op.wholes("perm").orElse(new long[] {3, 2, 1, 0});
        if (x.axes() == Axes.CHANNELS_FIRST && Arrays.equals(order, new long[] {0, 2, 3, 1})) {
            return new Value.Tensor(x.node(), Axes.CHANNELS_LAST);
        }
        if (x.axes() == Axes.CHANNELS_LAST && Arrays.equals(order, new long[] {0, 3, 1, 2})) {
            return new Value.Tensor(x.node(), Axes.CHANNELS_FIRST);
        }
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i || order.length != x.axes().count()) {
                throw new Unsupported("it puts axes in the order " + Arrays.toString(order));
            }
        }
        return x;
    }

    Value concat(Op op) throws Unsupported {
        Value.Tensor first = op.tensor(0);
        if (axis(op.whole("axis", 1), first.axes().count()) != first.axes().channels()) {
            throw new Unsupported("it concatenates along another axis than the channels");
        }
        Inlet[] inlets = new Inlet[op.inputs().size()];
        for (int i = 0; i < inlets.length; i++) {
            if (op.tensor(i).axes() != first.axes()) {
                throw new Unsupported("its branches have other axes");
            }
            inlets[i] = Inlet.main(op.tensor(i).node());
        }
        return inlets.length == 1 ? first
                : new Value.Tensor(drawing.add(op.id(), new Layer.Concat(), inlets), first.axes());
    }
}
