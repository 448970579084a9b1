package skipstitch.engine.plain;

import java.util.Arrays;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/**
 * {@code y[f, oy, ox] = b[f] + Σ_c Σ_i Σ_j w[f, c, i, j] · x[g·C/groups + c, oy·s − p + i·d, ox·s − p + j·d]}, where
 * g is the filter's group, s the stride, p the padding above and to the left, d the dilation, and x is 0 outside.
 */
final class Convolution {
    private Convolution() {}

    static Grid of(Layer.Conv conv, Grid x, Trainable numbers, Shape out) {
        Sliding sliding = new Sliding(conv.window(), x.shape(), out);
        double[] y = new double[out.elements()];
        if (conv.bias()) {
            fill(y, numbers.shifts(), out.area());
        }
        each(conv, x.shape(), (f, c, kernel) -> sliding.runs(c, f, (tap, wide, narrow, count) -> {
            double weight = numbers.weights()[kernel + tap];
            for (int k = 0; k < count; k++) {
                y[narrow + k] += weight * x.values()[wide + k * sliding.stride()];
            }
        }));
        return new Grid(out, y);
    }

    /**
     * Each product {@code w·x} of the sum gives {@code g·w} to its x and {@code g·x} to its w; a bias gets the sum of
     * its filter's gradients.
     */
    static Grid back(Layer.Conv conv, Grid x, Trainable numbers, Grid gradient, Slopes slopes) {
        Sliding sliding = new Sliding(conv.window(), x.shape(), gradient.shape());
        double[] g = gradient.values();
        double[] back = new double[x.values().length];
        each(conv, x.shape(), (f, c, kernel) -> sliding.runs(c, f, (tap, wide, narrow, count) -> {
            double weight = numbers.weights()[kernel + tap];
            double sum = 0;
            for (int k = 0; k < count; k++) {
                back[wide + k * sliding.stride()] += weight * g[narrow + k];
                sum += g[narrow + k] * x.values()[wide + k * sliding.stride()];
            }
            slopes.weights()[kernel + tap] += sum;
        }));
        if (conv.bias()) {
            addSums(gradient, slopes.shifts());
        }
        return new Grid(x.shape(), back);
    }

    /** One kernel: of a filter, for a channel of the input, where it begins in the weights. */
    interface Pair {
        void at(int filter, int channel, int kernel);
    }

    private static void each(Layer.Conv conv, Shape in, Pair pair) {
        int perGroup = in.channels() / conv.groups();
        int filtersPerGroup = conv.filters() / conv.groups();
        int taps = conv.window().kernel().area();
        for (int f = 0; f < conv.filters(); f++) {
            for (int c = 0; c < perGroup; c++) {
                pair.at(f, f / filtersPerGroup * perGroup + c, (f * perGroup + c) * taps);
            }
        }
    }

    /** Fills each channel with its bias. */
    static void fill(double[] y, float[] bias, int area) {
        for (int f = 0; f < bias.length; f++) {
            Arrays.fill(y, f * area, (f + 1) * area, bias[f]);
        }
    }

    /** Adds each channel's sum. */
    static void addSums(Grid gradient, double[] sums) {
        int area = gradient.shape().area();
        for (int k = 0; k < gradient.values().length; k++) {
            sums[k / area] += gradient.values()[k];
        }
    }
}
