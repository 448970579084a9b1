package skipstitch.engine.plain;

import java.util.Arrays;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/**
 * {@code y[f, oy, ox] = b[f] + Σ_c Σ_i Σ_j w[f, c, i, j] · x[g·C/groups + c, oy·s − p + i·d, ox·s − p + j·d]}, where
 * g is the filter's group, s the stride, p the padding above and to the left, d the dilation, and x is 0 outside.
 */
final class Convolution {
    private Convolution() {}

    static Tensor of(Layer.Conv conv, Tensor x, LayerWeights.Kernels weights, Shape out) {
        int perGroup = x.shape().channels() / conv.groups();
        int filtersPerGroup = conv.filters() / conv.groups();
        int taps = conv.window().kernel().area();
        float[] y = new float[out.elements()];
        double[] map = new double[out.area()];
        for (int f = 0; f < conv.filters(); f++) {
            Arrays.fill(map, conv.bias() ? weights.bias()[f] : 0);
            int firstChannel = f / filtersPerGroup * perGroup;
            for (int c = 0; c < perGroup; c++) {
                addChannel(conv.window(), x, firstChannel + c, weights.kernels(), (f * perGroup + c) * taps, map, out);
            }
            Maps.store(map, y, f);
        }
        return new Tensor(out, y);
    }

    /** Adds what one input channel gives: tap by tap, each tap shifts the channel and scales it. */
    private static void addChannel(Window window, Tensor x, int channel, float[] kernels, int kernel,
            double[] map, Shape out) {
        for (int i = 0; i < window.kernel().height(); i++) {
            for (int j = 0; j < window.kernel().width(); j++) {
                double weight = kernels[kernel + i * window.kernel().width() + j];
                addTap(window, x, channel, i, j, weight, map, out);
            }
        }
    }

    private static void addTap(Window window, Tensor x, int channel, int i, int j, double weight,
            double[] map, Shape out) {
        int width = x.shape().width();
        int stride = window.stride().width();
        int shift = j * window.dilation().width() - window.padding().left();
        int from = Maps.firstInside(shift, stride);
        int to = Maps.endInside(shift, stride, width, out.width());
        for (int oy = 0; oy < out.height(); oy++) {
            int iy = oy * window.stride().height() - window.padding().top() + i * window.dilation().height();
            if (iy >= 0 && iy < x.shape().height()) {
                int row = x.index(channel, iy, 0) + shift;
                for (int ox = from; ox < to; ox++) {
                    map[oy * out.width() + ox] += weight * x.values()[row + ox * stride];
                }
            }
        }
    }
}
