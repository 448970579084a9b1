package skipstitch.engine.plain;

import java.util.function.IntConsumer;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/**
 * {@code y[c, oy, ox]} is the sum of {@code x[c, oy·s − p + i·d, ox·s − p + j·d]} over the taps i, j inside, divided by
 * their number; with {@code countPadding} by the number of those on padding too, but never of those that a partial last
 * window has beyond it. 0 if there are none.
 */
final class AveragePooling {
    private AveragePooling() {}

    static Grid of(Layer.AveragePool pool, Grid x, Shape out) {
        double[] y = new double[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int oy = 0; oy < out.height(); oy++) {
                for (int ox = 0; ox < out.width(); ox++, at++) {
                    double[] sum = new double[1];
                    int count = taps(pool, x.shape(), c, oy, ox, k -> sum[0] += x.values()[k]);
                    y[at] = count == 0 ? 0 : sum[0] / count;
                }
            }
        }
        return new Grid(out, y);
    }

    /** Each window's gradient, shared out evenly among the taps inside, divided by the same number. */
    static Grid back(Layer.AveragePool pool, Shape in, Grid gradient) {
        Grid back = Grid.zeros(in);
        int at = 0;
        for (int c = 0; c < in.channels(); c++) {
            for (int oy = 0; oy < gradient.shape().height(); oy++) {
                for (int ox = 0; ox < gradient.shape().width(); ox++, at++) {
                    int count = taps(pool, in, c, oy, ox, _ -> { });
                    double share = gradient.values()[at] / count;
                    taps(pool, in, c, oy, ox, k -> back.values()[k] += share);
                }
            }
        }
        return back;
    }

    /**
     * Visits the taps inside, by index.
     *
     * @return by how many is divided
     */
    private static int taps(Layer.AveragePool pool, Shape in, int channel, int oy, int ox, IntConsumer inside) {
        Window window = pool.window();
        Padding counted = pool.countPadding() ? window.padding() : Padding.NONE;
        int count = 0;
        for (int i = 0; i < window.kernel().height(); i++) {
            int iy = window.row(oy, i);
            if (iy < -counted.top() || iy >= in.height() + counted.bottom()) {
                continue;
            }
            for (int j = 0; j < window.kernel().width(); j++) {
                int ix = window.column(ox, j);
                if (ix < -counted.left() || ix >= in.width() + counted.right()) {
                    continue;
                }
                count++;
                if (iy >= 0 && iy < in.height() && ix >= 0 && ix < in.width()) {
                    inside.accept((channel * in.height() + iy) * in.width() + ix);
                }
            }
        }
        return count;
    }

    /** {@code y[c] = Σ x[c, ·, ·] / (H·W)}. */
    static Grid global(Grid x) {
        int area = x.shape().area();
        double[] y = new double[x.shape().channels()];
        for (int k = 0; k < x.values().length; k++) {
            y[k / area] += x.values()[k];
        }
        for (int c = 0; c < y.length; c++) {
            y[c] /= area;
        }
        return new Grid(Shape.vector(y.length), y);
    }

    /** {@code g[c] / (H·W)} everywhere in a channel. */
    static Grid globalBack(Shape in, Grid gradient) {
        double[] back = new double[in.elements()];
        for (int k = 0; k < back.length; k++) {
            back[k] = gradient.values()[k / in.area()] / in.area();
        }
        return new Grid(in, back);
    }
}
