package skipstitch.engine.plain;

import java.util.function.DoubleUnaryOperator;
import skipstitch.tensor.Tensor;

/** What acts on each value alone, and softmax. NaN stays NaN. */
final class Activation {
    private Activation() {}

    /** {@code max(0, x)}. */
    static Tensor relu(Tensor x) {
        return each(x, v -> v < 0 ? 0 : v);
    }

    /** {@code min(max(0, x), 6)}. */
    static Tensor relu6(Tensor x) {
        return each(x, v -> v < 0 ? 0 : v > 6 ? 6 : v);
    }

    /** {@code x} where positive, else {@code slope·x}. */
    static Tensor leakyRelu(float slope, Tensor x) {
        return each(x, v -> v > 0 ? v : slope * v);
    }

    /** {@code 1 / (1 + e^−x)}. */
    static Tensor sigmoid(Tensor x) {
        return each(x, v -> 1 / (1 + Math.exp(-v)));
    }

    /** {@code factor·x}. */
    static Tensor scale(float factor, Tensor x) {
        return each(x, v -> factor * v);
    }

    /**
     * {@code y[c, h, w] = e^(x[c,h,w] − m) / Σ_k e^(x[k,h,w] − m)} with m the largest over the channels: it cancels,
     * and keeps the powers from overflowing.
     */
    static Tensor softmax(Tensor x) {
        int area = x.shape().area();
        float[] y = new float[x.values().length];
        for (int position = 0; position < area; position++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = position; k < y.length; k += area) {
                largest = Math.max(largest, x.values()[k]);
            }
            double sum = 0;
            for (int k = position; k < y.length; k += area) {
                sum += Math.exp(x.values()[k] - largest);
            }
            for (int k = position; k < y.length; k += area) {
                y[k] = (float) (Math.exp(x.values()[k] - largest) / sum);
            }
        }
        return new Tensor(x.shape(), y);
    }

    private static Tensor each(Tensor x, DoubleUnaryOperator function) {
        float[] y = new float[x.values().length];
        for (int k = 0; k < y.length; k++) {
            y[k] = (float) function.applyAsDouble(x.values()[k]);
        }
        return new Tensor(x.shape(), y);
    }
}
