package skipstitch.engine.nd4j.tape;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/** {@code y = x·Wᵀ + b} on vectors: {@code dx = dy·W}, {@code dW = dyᵀ·x}, {@code db = Σ dy}. */
final class FullyConnected {
    private FullyConnected() {}

    static Stage of(Layer.Linear linear, Block input, Shape shape, Trainable numbers, Trainable slopes) {
        int batch = input.batch();
        Block output = Block.of(shape, batch);
        float[] gradient = new float[input.size()];
        Bound bound = new Bound();
        INDArray x = bound.array(batch, input.channels());
        INDArray y = bound.array(batch, linear.outputs());
        INDArray matrix = bound.array(linear.outputs(), input.channels());
        INDArray dy = bound.array(batch, linear.outputs());
        INDArray dx = bound.array(batch, input.channels());
        INDArray dMatrix = bound.array(linear.outputs(), input.channels());
        Runnable multiply = bound.operation("matmul", true, List.of(x, matrix), List.of(y), 0, 1, 0);
        Runnable back = bound.operation("matmul", true, List.of(dy, matrix), List.of(dx), 0, 0, 0);
        Runnable outer = bound.operation("matmul", true, List.of(dy, x), List.of(dMatrix), 1, 0, 0);
        return new Stage(output, () -> {
            Bound.put(input.values(), x);
            Bound.put(numbers.weights(), matrix);
            multiply.run();
            Bound.take(y, output.values());
            if (linear.bias()) {
                for (int at = 0; at < output.size(); at++) {
                    output.values()[at] += numbers.shifts()[at % linear.outputs()];
                }
            }
        }, gradientAtOutput -> {
            Bound.put(gradientAtOutput, dy);
            back.run();
            outer.run();
            Bound.take(dMatrix, slopes.weights());
            if (linear.bias()) {
                ByChannel.sum(gradientAtOutput, slopes.shifts());
            }
            Bound.take(dx, gradient);
            return List.of(gradient);
        }, bound::close);
    }
}
