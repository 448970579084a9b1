package skipstitch.engine.plain;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * What acts on each value alone. NaN stays NaN. On the way back each gradient is multiplied by the function's
 * derivative; where there is none, at a kink, by the one on its flat side, as in PyTorch.
 */
final class Activation {
    private static final double SIX = 6;

    private Activation() {}

    /** {@code max(0, x)}. */
    static Grid relu(Grid x) {
        return each(x, v -> v < 0 ? 0 : v);
    }

    /** {@code 1} where x is positive, else {@code 0}. */
    static Grid reluBack(Grid x, Grid gradient) {
        return each(x, gradient, (v, g) -> v <= 0 ? 0 : g);
    }

    /** {@code min(max(0, x), 6)}. */
    static Grid relu6(Grid x) {
        return each(x, v -> v < 0 ? 0 : v > SIX ? SIX : v);
    }

    /** {@code 1} between 0 and 6, else {@code 0}. */
    static Grid relu6Back(Grid x, Grid gradient) {
        return each(x, gradient, (v, g) -> v <= 0 || v >= SIX ? 0 : g);
    }

    /** {@code x} where positive, else {@code slope·x}. */
    static Grid leakyRelu(float slope, Grid x) {
        return each(x, v -> v > 0 ? v : slope * v);
    }

    /** {@code 1} where x is positive, else the slope. */
    static Grid leakyReluBack(float slope, Grid x, Grid gradient) {
        return each(x, gradient, (v, g) -> v > 0 ? g : slope * g);
    }

    /** {@code y = 1 / (1 + e^−x)}. */
    static Grid sigmoid(Grid x) {
        return each(x, v -> 1 / (1 + Math.exp(-v)));
    }

    /** {@code y·(1 − y)}. */
    static Grid sigmoidBack(Grid output, Grid gradient) {
        return each(output, gradient, (y, g) -> g * y * (1 - y));
    }

    /** {@code factor·x}, forth and back. */
    static Grid scale(float factor, Grid x) {
        return each(x, v -> factor * v);
    }

    private static Grid each(Grid x, DoubleUnaryOperator function) {
        double[] y = new double[x.values().length];
        for (int k = 0; k < y.length; k++) {
            y[k] = function.applyAsDouble(x.values()[k]);
        }
        return new Grid(x.shape(), y);
    }

    private static Grid each(Grid at, Grid gradient, DoubleBinaryOperator function) {
        double[] back = new double[gradient.values().length];
        for (int k = 0; k < back.length; k++) {
            back[k] = function.applyAsDouble(at.values()[k], gradient.values()[k]);
        }
        return new Grid(at.shape(), back);
    }
}
