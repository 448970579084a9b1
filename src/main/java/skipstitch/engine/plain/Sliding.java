package skipstitch.engine.plain;

import skipstitch.network.Shape;
import skipstitch.network.Window;

/**
 * How a kernel slides over a map: which places of the map under its taps, the wide one, belong to which places of the
 * map of its steps, the narrow one. A convolution reads the wide map and writes the narrow one; a transposed one, and
 * a convolution's way back, go the other way.
 */
record Sliding(Window window, Shape wide, Shape narrow) {

    /** Places that one tap pairs, along a row: {@code wide + k·stride} with {@code narrow + k} for k below count. */
    interface Run {
        void at(int tap, int wide, int narrow, int count);
    }

    /** Columns of the wide map from one step to the next. */
    int stride() {
        return window.stride().width();
    }

    /** All pairs of places of two channels, tap by tap. What falls on padding belongs to no place. */
    void runs(int wideChannel, int narrowChannel, Run run) {
        for (int i = 0; i < window.kernel().height(); i++) {
            for (int j = 0; j < window.kernel().width(); j++) {
                int tap = i * window.kernel().width() + j;
                int shift = window.column(0, j);
                int from = firstInside(shift);
                int count = endInside(shift) - from;
                for (int y = 0; y < narrow.height() && count > 0; y++) {
                    int row = window.row(y, i);
                    if (row >= 0 && row < wide.height()) {
                        run.at(tap, (wideChannel * wide.height() + row) * wide.width() + shift + from * stride(),
                                (narrowChannel * narrow.height() + y) * narrow.width() + from, count);
                    }
                }
            }
        }
    }

    /** The first step x ≥ 0 for which {@code x·stride + shift ≥ 0}. */
    private int firstInside(int shift) {
        return shift >= 0 ? 0 : Math.ceilDiv(-shift, stride());
    }

    /** The end of the steps for which {@code x·stride + shift} is inside the wide map. */
    private int endInside(int shift) {
        return Math.clamp(Math.ceilDiv((long) wide.width() - shift, (long) stride()), 0, narrow.width());
    }
}
