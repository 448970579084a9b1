package skipstitch.engine.plain;

import java.util.List;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Where branches meet. */
final class Merging {
    private Merging() {}

    /** {@code y = x₁ + x₂ + …}, element by element. */
    static Tensor add(List<Tensor> inputs) {
        float[] y = new float[inputs.getFirst().values().length];
        for (int k = 0; k < y.length; k++) {
            double sum = 0;
            for (Tensor x : inputs) {
                sum += x.values()[k];
            }
            y[k] = (float) sum;
        }
        return new Tensor(inputs.getFirst().shape(), y);
    }

    /** {@code y = x₁ · x₂ · …}, element by element. */
    static Tensor multiply(List<Tensor> inputs) {
        float[] y = new float[inputs.getFirst().values().length];
        for (int k = 0; k < y.length; k++) {
            double product = 1;
            for (Tensor x : inputs) {
                product *= x.values()[k];
            }
            y[k] = (float) product;
        }
        return new Tensor(inputs.getFirst().shape(), y);
    }

    /** The channels of x₁, then those of x₂, and so on. */
    static Tensor concat(List<Tensor> inputs, Shape out) {
        float[] y = new float[out.elements()];
        int at = 0;
        for (Tensor x : inputs) {
            System.arraycopy(x.values(), 0, y, at, x.values().length);
            at += x.values().length;
        }
        return new Tensor(out, y);
    }

    /** {@code y[c, h, w] = x[c, h, w] · gate[0, h, w]}. */
    static Tensor gate(Tensor x, Tensor gate) {
        int area = x.shape().area();
        float[] y = new float[x.values().length];
        for (int k = 0; k < y.length; k++) {
            y[k] = x.values()[k] * gate.values()[k % area];
        }
        return new Tensor(x.shape(), y);
    }
}
