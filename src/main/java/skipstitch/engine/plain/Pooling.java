package skipstitch.engine.plain;

import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/**
 * One value for each window: {@code y[c, oy, ox]} is the maximum or the mean of
 * {@code x[c, oy·s − p + i·d, ox·s − p + j·d]} over the taps i, j. Padding is never the maximum. NaN is.
 */
final class Pooling {
    private Pooling() {}

    static Tensor max(Layer.MaxPool pool, Tensor x, Shape out) {
        float[] y = new float[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int oy = 0; oy < out.height(); oy++) {
                for (int ox = 0; ox < out.width(); ox++) {
                    int best = indexOfMax(pool.window(), x, c, oy, ox);
                    y[at++] = best < 0 ? Float.NEGATIVE_INFINITY : x.values()[best];
                }
            }
        }
        return new Tensor(out, y);
    }

    /**
     * Where in the values the window's maximum stands: the first in reading order of equal ones, as in PyTorch
     * the last of NaNs; −1 if dilation lets all taps fall on padding.
     */
    static int indexOfMax(Window window, Tensor x, int channel, int oy, int ox) {
        int best = -1;
        for (int i = 0; i < window.kernel().height(); i++) {
            int iy = window.row(oy, i);
            if (iy < 0 || iy >= x.shape().height()) {
                continue;
            }
            for (int j = 0; j < window.kernel().width(); j++) {
                int ix = window.column(ox, j);
                if (ix < 0 || ix >= x.shape().width()) {
                    continue;
                }
                int here = x.index(channel, iy, ix);
                if (best < 0 || x.values()[here] > x.values()[best] || Float.isNaN(x.values()[here])) {
                    best = here;
                }
            }
        }
        return best;
    }

    /**
     * The sum of the taps inside, divided by their number; with {@code countPadding} by the number of those on
     * padding too, but never of those that a partial last window has beyond it. 0 if there are none.
     */
    static Tensor average(Layer.AveragePool pool, Tensor x, Shape out) {
        float[] y = new float[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int oy = 0; oy < out.height(); oy++) {
                for (int ox = 0; ox < out.width(); ox++) {
                    y[at++] = mean(pool, x, c, oy, ox);
                }
            }
        }
        return new Tensor(out, y);
    }

    private static float mean(Layer.AveragePool pool, Tensor x, int channel, int oy, int ox) {
        Window window = pool.window();
        Padding counted = pool.countPadding() ? window.padding() : Padding.NONE;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < window.kernel().height(); i++) {
            int iy = window.row(oy, i);
            if (iy < -counted.top() || iy >= x.shape().height() + counted.bottom()) {
                continue;
            }
            for (int j = 0; j < window.kernel().width(); j++) {
                int ix = window.column(ox, j);
                if (ix < -counted.left() || ix >= x.shape().width() + counted.right()) {
                    continue;
                }
                count++;
                if (iy >= 0 && iy < x.shape().height() && ix >= 0 && ix < x.shape().width()) {
                    sum += x.at(channel, iy, ix);
                }
            }
        }
        return count == 0 ? 0 : (float) (sum / count);
    }

    /** {@code y[c] = Σ x[c, ·, ·] / (H·W)}. */
    static Tensor globalAverage(Tensor x) {
        int area = x.shape().area();
        float[] y = new float[x.shape().channels()];
        for (int c = 0; c < y.length; c++) {
            double sum = 0;
            for (int k = c * area; k < (c + 1) * area; k++) {
                sum += x.values()[k];
            }
            y[c] = (float) (sum / area);
        }
        return new Tensor(Shape.vector(y.length), y);
    }
}
