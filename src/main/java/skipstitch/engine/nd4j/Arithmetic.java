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
    private final WeightStore weights;

    Arithmetic(Ops ops, WeightStore weights) {
        this.ops = ops;
        this.weights = weights;
    }

    INDArray relu(INDArray input, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("relu").reals(0.0), scope.fresh(shape), input);
    }

    /** By a minimum, whose first operand gives way to NaN: ND4J's own relu6 makes 6 of it. */
    INDArray relu6(INDArray input, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("minimum"), scope.fresh(shape), scope.of(new float[] {6}, 1, 1, 1, 1),
                relu(input, shape, scope));
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
        int channels = shape.channels();
        Ops.Settings settings = Ops.Settings.of("batchnorm", 1, 1, CHANNEL_AXIS).reals((double) layer.epsilon());
        return ops.run(settings, scope.fresh(shape), input,
                weights.get(norm.key(), "mean", 0, norm::mean, channels),
                weights.get(norm.key(), "variance", 0, norm::variance, channels),
                weights.get(norm.key(), "scale", 0, norm::scale, channels),
                weights.get(norm.key(), "shift", 0, norm::shift, channels));
    }

    INDArray scale(float factor, INDArray input, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("multiply"), scope.fresh(shape), input,
                scope.of(new float[] {factor}, 1, 1, 1, 1));
    }

    INDArray gate(INDArray input, INDArray gate, Shape shape, Scope scope) {
        return ops.run(Ops.Settings.of("multiply"), scope.fresh(shape), input, gate);
    }

    /** Folds all inputs by {@code add} or {@code multiply}, from the first on. */
    INDArray fold(String op, List<INDArray> inputs, Shape shape, Scope scope) {
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
