package skipstitch.engine.plain;

import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/**
 * {@code y[c, oy, ox]} is the maximum of {@code x[c, oy·s − p + i·d, ox·s − p + j·d]} over the taps i, j. Padding is
 * never the maximum. NaN is.
 */
final class MaxPooling {
    private MaxPooling() {}

    static Grid of(Layer.MaxPool pool, Grid x, Shape out) {
        double[] y = new double[out.elements()];
        each(pool, x, out, (at, place) -> y[at] = place < 0 ? Double.NEGATIVE_INFINITY : x.values()[place]);
        return new Grid(out, y);
    }

    /** Each window's gradient to where its maximum stood. */
    static Grid back(Layer.MaxPool pool, Grid x, Grid gradient) {
        Grid back = Grid.zeros(x.shape());
        each(pool, x, gradient.shape(), (at, place) -> {
            if (place >= 0) {
                back.values()[place] += gradient.values()[at];
            }
        });
        return back;
    }

    /** A window, by its index in the output, and where its maximum stands in the values; −1 if nowhere. */
    interface Maximum {
        void at(int window, int place);
    }

    /** All windows in reading order. */
    static void each(Layer.MaxPool pool, Grid x, Shape out, Maximum maximum) {
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int oy = 0; oy < out.height(); oy++) {
                for (int ox = 0; ox < out.width(); ox++) {
                    maximum.at(at++, indexOfMax(pool.window(), x, c, oy, ox));
                }
            }
        }
    }

    /**
     * Where in the values the window's maximum stands: the first in reading order of equal ones, as in PyTorch
     * the last of NaNs; −1 if dilation lets all taps fall on padding.
     */
    private static int indexOfMax(Window window, Grid x, int channel, int oy, int ox) {
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
                if (best < 0 || x.values()[here] > x.values()[best] || Double.isNaN(x.values()[here])) {
                    best = here;
                }
            }
        }
        return best;
    }
}
