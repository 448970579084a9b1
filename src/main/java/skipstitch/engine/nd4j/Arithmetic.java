package skipstitch.engine.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.LayerWeights.Norm;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/** Layers that compute element by element, or along the channels of one position. */
final class Arithmetic {
    private static final int CHANNEL_AXIS = 3;

    private final Ops ops;

    Arithmetic(Ops ops) {
        this.ops = ops;
    }

    INDArray relu(INDArray input, Shape shape, Scope scope) {
        if (Pointwise.isBrief(input)) {
            INDArray output = scope.fresh(shape);
            Pointwise.relu(input, output);
            return output;
        }
        return ops.run(Ops.Settings.of("relu").reals(0.0), scope.fresh(shape), input);
    }

    INDArray relu6(INDArray input, Shape shape, Scope scope) {
        INDArray output = scope.fresh(shape);
        Pointwise.relu6(input, output);
        return output;
    }

    INDArray leakyRelu(Layer.LeakyRelu layer, INDArray input, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("lrelu").reals((double) layer.slope()), scope.fresh(shape), input);
    }

    INDArray sigmoid(INDArray input, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("sigmoid"), scope.fresh(shape), input);
    }

    /** The last axis, and without oneDNN, whose softmax over a middle axis is wrong. */
    INDArray softmax(INDArray input, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("softmax", CHANNEL_AXIS).withoutHelpers(), scope.fresh(shape), input);
    }

    INDArray norm(Layer.BatchNorm layer, Norm norm, INDArray input, Shape shape, Scope scope) {
        INDArray output = scope.fresh(shape);
        Pointwise.norm(input, norm, layer.epsilon(), output);
        return output;
    }

    INDArray scale(float factor, INDArray input, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("multiply"), scope.fresh(shape), input,
                scope.of(new float[] {factor}, 1, 1, 1, 1));
    }

    INDArray gate(INDArray input, INDArray gate, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("multiply"), scope.fresh(shape), input, gate);
    }

    INDArray add(List<INDArray> inputs, Shape shape, Scope scope) {
        if (!Pointwise.isBrief(inputs.getFirst())) {
            return fold("add", inputs, shape, scope);
        }
        INDArray sum = inputs.getFirst();
        for (INDArray next : inputs.subList(1, inputs.size())) {
            INDArray output = scope.fresh(shape);
            Pointwise.add(sum, next, output);
            sum = output;
        }
        return sum;
    }

    INDArray multiply(List<INDArray> inputs, Shape shape, Scope scope) {
        return fold("multiply", inputs, shape, scope);
    }

    /** From the first on. */
    private INDArray fold(String op, List<INDArray> inputs, Shape shape, Scope scope) {
        INDArray result = inputs.getFirst();
        for (INDArray next : inputs.subList(1, inputs.size())) {
            result = ops.run(Ops.Settings.of(op), scope.fresh(shape), result, next);
        }
        return result;
    }

    INDArray bilinear(INDArray input, Shape out, Scope scope) {
        return ops.run(Ops.Settings.of("resize_bilinear", out.height(), out.width()).flags(false, true),
                scope.fresh(out), input);
    }
}
