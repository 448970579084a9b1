package skipstitch.engine.plain;

import java.util.Arrays;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * {@code y[f, iy·s − p + i, ix·s − p + j] += w[c, f, i, j] · x[c, iy, ix]} for all c, iy, ix, i, j, from the bias on:
 * each value paints its kernel, scaled, s pixels on. What falls outside of y is cut away.
 */
final class TransposedConvolution {
    private TransposedConvolution() {}

    static Tensor of(Layer.TransposedConv conv, Tensor x, LayerWeights.Kernels weights, Shape out) {
        float[] y = new float[out.elements()];
        double[] map = new double[out.area()];
        for (int f = 0; f < conv.filters(); f++) {
            Arrays.fill(map, conv.bias() ? weights.bias()[f] : 0);
            for (int c = 0; c < x.shape().channels(); c++) {
                int kernel = (c * conv.filters() + f) * conv.kernel().area();
                paintChannel(conv, x, c, weights.kernels(), kernel, map, out);
            }
            Maps.store(map, y, f);
        }
        return new Tensor(out, y);
    }

    private static void paintChannel(Layer.TransposedConv conv, Tensor x, int channel, float[] kernels, int kernel,
            double[] map, Shape out) {
        for (int i = 0; i < conv.kernel().height(); i++) {
            for (int j = 0; j < conv.kernel().width(); j++) {
                double weight = kernels[kernel + i * conv.kernel().width() + j];
                paintTap(conv, x, channel, i, j, weight, map, out);
            }
        }
    }

    private static void paintTap(Layer.TransposedConv conv, Tensor x, int channel, int i, int j, double weight,
            double[] map, Shape out) {
        int stride = conv.stride().width();
        int shift = j - conv.padding().left();
        int from = Maps.firstInside(shift, stride);
        int to = Maps.endInside(shift, stride, out.width(), x.shape().width());
        for (int iy = 0; iy < x.shape().height(); iy++) {
            int oy = iy * conv.stride().height() - conv.padding().top() + i;
            if (oy >= 0 && oy < out.height()) {
                int row = x.index(channel, iy, 0);
                for (int ix = from; ix < to; ix++) {
                    map[oy * out.width() + shift + ix * stride] += weight * x.values()[row + ix];
                }
            }
        }
    }
}
