package skipstitch.engine.plain;

import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/**
 * {@code y[f, iy·s − p + i, ix·s − p + j] += w[c, f, i, j] · x[c, iy, ix]} for all c, iy, ix, i, j, from the bias on:
 * each value paints its kernel, scaled, s pixels on. What falls outside of y is cut away.
 */
final class TransposedConvolution {
    private TransposedConvolution() {}

    static Grid of(Layer.TransposedConv conv, Grid x, Trainable numbers, Shape out) {
        Sliding sliding = sliding(conv, x.shape(), out);
        double[] y = new double[out.elements()];
        if (conv.bias()) {
            Convolution.fill(y, numbers.shifts(), out.area());
        }
        each(conv, x.shape(), (f, c, kernel) -> sliding.runs(f, c, (tap, wide, narrow, count) -> {
            double weight = numbers.weights()[kernel + tap];
            for (int k = 0; k < count; k++) {
                y[wide + k * sliding.stride()] += weight * x.values()[narrow + k];
            }
        }));
        return new Grid(out, y);
    }

    /** As of a convolution: {@code g·w} to x, {@code g·x} to w, and the sums of gradients to the bias. */
    static Grid back(Layer.TransposedConv conv, Grid x, Trainable numbers, Grid gradient, Slopes slopes) {
        Sliding sliding = sliding(conv, x.shape(), gradient.shape());
        double[] g = gradient.values();
        double[] back = new double[x.values().length];
        each(conv, x.shape(), (f, c, kernel) -> sliding.runs(f, c, (tap, wide, narrow, count) -> {
            double weight = numbers.weights()[kernel + tap];
            double sum = 0;
            for (int k = 0; k < count; k++) {
                back[narrow + k] += weight * g[wide + k * sliding.stride()];
                sum += g[wide + k * sliding.stride()] * x.values()[narrow + k];
            }
            slopes.weights()[kernel + tap] += sum;
        }));
        if (conv.bias()) {
            Convolution.addSums(gradient, slopes.shifts());
        }
        return new Grid(x.shape(), back);
    }

    private static Sliding sliding(Layer.TransposedConv conv, Shape in, Shape out) {
        return new Sliding(new Window(conv.kernel(), conv.stride(), conv.padding(), Size.ONE), out, in);
    }

    private static void each(Layer.TransposedConv conv, Shape in, Convolution.Pair pair) {
        for (int f = 0; f < conv.filters(); f++) {
            for (int c = 0; c < in.channels(); c++) {
                pair.at(f, c, (c * conv.filters() + f) * conv.kernel().area());
            }
        }
    }
}
