package skipstitch.files.onnx.reading;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/** Operators that look at one number, or one of each branch, at a time. */
final class Pointwise {
    private final Drawing drawing;
    private final Uses uses;

    Pointwise(Drawing drawing, Uses uses) {
        this.drawing = drawing;
        this.uses = uses;
    }

    Value layer(Op op, Layer layer) throws Unsupported {
        return chain(op, layer, LayerWeights.NONE);
    }

    private Value chain(Op op, Layer layer, LayerWeights weights) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        return new Value.Tensor(drawing.add(op.id(), layer, weights, Inlet.main(x.node())), x.axes());
    }

    Value clip(Op op) throws Unsupported {
        float least = bound(op, "min", 1, Float.NEGATIVE_INFINITY);
        float most = bound(op, "max", 2, Float.POSITIVE_INFINITY);
        if (least != 0 || most < Float.MAX_VALUE && most != 6) {
            throw new Unsupported("it clips to " + least + "…" + most + "; here there is 0…6 and 0…∞");
        }
        return layer(op, most == 6 ? new Layer.Relu6() : new Layer.Relu());
    }

    private static float bound(Op op, String name, int input, float none) throws Unsupported {
        if (!op.has(input)) {
            return op.real(name, none);
        }
        Numbers bound = op.constant(input);
        if (bound.count() != 1) {
            throw new Unsupported("its bounds are no single numbers");
        }
        return (float) bound.at(0);
    }

    /** With one slope for all channels. */
    Value slopes(Op op) throws Unsupported {
        float[] slopes = op.constant(1).floats();
        if (slopes.length == 0 || IntStream.range(1, slopes.length).anyMatch(i -> slopes[i] != slopes[0])) {
            throw new Unsupported("its slope differs from channel to channel");
        }
        return layer(op, new Layer.LeakyRelu(slopes[0]));
    }

    Value softmax(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        boolean wholeRest = op.set() < 13;
        long axis = op.whole("axis", wholeRest ? 1 : -1);
        long counted = axis < 0 ? axis + x.axes().count() : axis;
        boolean restIsOne = x.axes() != Value.Axes.CHANNELS_FIRST || drawing.shape(x.node()).isVector();
        if (counted != x.axes().channels() || wholeRest && !restIsOne) {
            throw new Unsupported("it does not go over the channels alone");
        }
        return layer(op, new Layer.Softmax());
    }

    Value dropout(Op op) throws Unsupported {
        if (op.has(2) && op.constant(2).count() == 1 && op.constant(2).at(0) != 0) {
            throw new Unsupported("it is set to training");
        }
        return layer(op, new Layer.Dropout(op.has(1) && op.constant(1).count() == 1 ? (float) op.constant(1).at(0)
                : op.real("ratio", 0.5f)));
    }

    Value norm(Op op) throws Unsupported {
        if (op.whole("training_mode", 0) != 0) {
            throw new Unsupported("it is set to training");
        }
        int channels = drawing.shape(op.tensor(0).node()).channels();
        if (op.tensor(0).axes() == Value.Axes.CHANNELS_LAST) {
            throw new Unsupported("its channels are not on the second axis");
        }
        float[][] parts = new float[4][];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = op.constant(part + 1).floats();
            if (parts[part].length != channels) {
                throw new Unsupported("it has " + parts[part].length + " numbers for " + channels + " channels");
            }
        }
        return chain(op, new Layer.BatchNorm(op.real("epsilon", 1e-5f)),
                LayerWeights.Norm.of(parts[0], parts[1], parts[2], parts[3]));
    }

    Value sum(Op op) throws Unsupported {
        if (op.inputs().size() == 2 && (op.isConstant(0) || op.isConstant(1))) {
            int constant = op.isConstant(0) ? 0 : 1;
            return shifted(op, 1 - constant, 1, op.constant(constant));
        }
        return branches(op, new Layer.Add());
    }

    Value difference(Op op) throws Unsupported {
        if (op.isConstant(1)) {
            Numbers.Reals constant = new Numbers.Reals(op.constant(1).sizes(), op.constant(1).floats().clone());
            for (int i = 0; i < constant.values().length; i++) {
                constant.values()[i] *= -1;
            }
            return shifted(op, 0, 1, constant);
        }
        if (op.isConstant(0)) {
            return shifted(op, 1, -1, op.constant(0));
        }
        throw new Unsupported("a difference of two tensors is no layer here");
    }

    Value product(Op op) throws Unsupported {
        if (op.isConstant(0) || op.isConstant(1)) {
            int constant = op.isConstant(0) ? 0 : 1;
            return scaled(op, 1 - constant, op.constant(constant), false);
        }
        Value.Tensor first = op.tensor(0);
        Value.Tensor second = op.tensor(1);
        Shape one = drawing.shape(first.node());
        Shape other = drawing.shape(second.node());
        if (first.axes() == second.axes() && !one.equals(other) && one.sameSizeAs(other)) {
            if (other.channels() == 1) {
                return gate(op, first, second);
            }
            if (one.channels() == 1) {
                return gate(op, second, first);
            }
        }
        if (one.channels() == other.channels() && (one.isVector() || other.isVector()) && !one.equals(other)) {
            throw new Unsupported("it spreads one number for each channel over a map; here a gate alone spreads, one"
                    + " channel over all");
        }
        return branches(op, new Layer.Multiply());
    }

    private Value gate(Op op, Value.Tensor gated, Value.Tensor gate) throws Unsupported {
        return new Value.Tensor(drawing.add(op.id(), new Layer.Gate(), Inlet.main(gated.node()), Inlet.main(gate.node())),
                gated.axes());
    }

    Value quotient(Op op) throws Unsupported {
        return scaled(op, 0, op.constant(1), true);
    }

    private Value branches(Op op, Layer layer) throws Unsupported {
        Inlet[] inlets = new Inlet[op.inputs().size()];
        for (int i = 0; i < inlets.length; i++) {
            inlets[i] = Inlet.main(op.tensor(i).node());
            if (op.tensor(i).axes() != op.tensor(0).axes()) {
                throw new Unsupported("its branches have other axes");
            }
        }
        if (inlets.length == 1) {
            return op.tensor(0);
        }
        return new Value.Tensor(drawing.add(op.id(), layer, inlets), op.tensor(0).axes());
    }

    private Value scaled(Op op, int input, Numbers constant, boolean divided) throws Unsupported {
        Value.Tensor x = op.tensor(input);
        float[] factors = channels(constant, x).clone();
        for (int i = 0; i < factors.length && divided; i++) {
            factors[i] = 1 / factors[i];
        }
        if (constant.count() == 1) {
            return new Value.Tensor(drawing.add(op.id(), new Layer.Scale(factors[0]), Inlet.main(x.node())), x.axes());
        }
        return norm(op, x, factors, new float[factors.length]);
    }

    /** {@code factor·x + constant}; added right after a convolution without biases, it is the biases. */
    private Value shifted(Op op, int input, float factor, Numbers constant) throws Unsupported {
        Value.Tensor x = op.tensor(input);
        float[] shift = channels(constant, x);
        if (factor == 1 && uses.isOnly(op.proto().getInput(input), x.node())) {
            Optional<Layer> biased = biased(x.node());
            if (biased.isPresent()) {
                float[] kernels = ((LayerWeights.Kernels) drawing.weights(x.node())).kernels();
                drawing.replace(x.node(), biased.get(), LayerWeights.Kernels.of(kernels, shift));
                return x;
            }
        }
        float[] factors = new float[shift.length];
        Arrays.fill(factors, factor);
        return norm(op, x, factors, shift);
    }

    private Optional<Layer> biased(NodeId id) {
        return switch (drawing.node(id).layer()) {
            case Layer.Conv conv when !conv.bias() -> Optional.of(conv.biased());
            case Layer.Linear linear when !linear.bias() -> Optional.of(new Layer.Linear(linear.outputs(), true));
            case Layer.TransposedConv conv when !conv.bias() -> Optional.of(new Layer.TransposedConv(conv.filters(),
                    conv.kernel(), conv.stride(), conv.padding(), conv.outputPadding(), true));
            default -> Optional.empty();
        };
    }

    /** Times a factor and plus a shift for each channel: a norm without statistics. */
    private Value norm(Op op, Value.Tensor x, float[] factors, float[] shifts) throws Unsupported {
        float[] ones = new float[factors.length];
        Arrays.fill(ones, 1);
        return new Value.Tensor(drawing.add(op.id(), new Layer.BatchNorm(0),
                LayerWeights.Norm.of(factors, shifts, new float[factors.length], ones), Inlet.main(x.node())), x.axes());
    }

    /** One number for each channel, of a constant that has one, or one for all. */
    private float[] channels(Numbers constant, Value.Tensor x) throws Unsupported {
        int channels = drawing.shape(x.node()).channels();
        float[] values = constant.floats();
        int[] sizes = constant.sizes();
        // Axes are counted from the last one.
        int axis = sizes.length - (x.axes().count() - x.axes().channels());
        boolean alongChannels = axis >= 0 && axis < sizes.length && sizes[axis] == channels;
        if (values.length == channels && (alongChannels || channels == 1) && sizes.length <= x.axes().count()) {
            return values;
        }
        if (values.length != 1 || sizes.length > x.axes().count()) {
            throw new Unsupported("its constant of the axes " + Arrays.toString(sizes)
                    + " is neither one number nor one for each channel");
        }
        float[] all = new float[channels];
        Arrays.fill(all, values[0]);
        return all;
    }
}
