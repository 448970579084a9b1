package skipstitch.engine;

import java.util.OptionalInt;

/**
 * Hand-made 3×3 filters for the first convolution of a teaching network, so that its maps mean something to a
 * beholder: the picture itself, edges in four directions, blobs, an average.
 */
final class FilterBank {
    private static final float[][] FILTERS = {
        {0, 0, 0, 0, 1, 0, 0, 0, 0},
        scaled(4, -1, 0, 1, -2, 0, 2, -1, 0, 1),
        scaled(4, -1, -2, -1, 0, 0, 0, 1, 2, 1),
        scaled(4, 0, 1, 2, -1, 0, 1, -2, -1, 0),
        scaled(4, 2, 1, 0, 1, 0, -1, 0, -1, -2),
        scaled(4, -1, -1, -1, -1, 8, -1, -1, -1, -1),
        scaled(9, 1, 1, 1, 1, 1, 1, 1, 1, 1),
        scaled(4, 0, 1, 0, 1, -4, 1, 0, 1, 0),
    };

    private FilterBank() {}

    private static float[] scaled(float divisor, float... taps) {
        float[] scaled = new float[taps.length];
        for (int i = 0; i < taps.length; i++) {
            scaled[i] = taps[i] / divisor;
        }
        return scaled;
    }

    /** Which hand-made filter an output channel has, if there are that many. */
    static OptionalInt filterFor(int out) {
        return out < FILTERS.length ? OptionalInt.of(out) : OptionalInt.empty();
    }

    /** One tap of a filter, 0 to 8, shared evenly among the picture's channels. */
    static float tap(int filter, int tap, int channels) {
        return FILTERS[filter][tap] / channels;
    }
}
