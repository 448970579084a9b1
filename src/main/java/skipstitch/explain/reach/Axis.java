package skipstitch.explain.reach;

/** Along one axis of a layer: which places of its input each place of its output reads. */
sealed interface Axis {

    /** Length of the input. */
    int in();

    /** Length of the output. */
    int out();

    /** What the output's place reads, without padding. */
    Taps taps(int o);

    /**
     * A sliding window: place o reads {@code o·stride − before + t·dilation} for each tap t. A crop and a pad are such
     * windows of one tap.
     *
     * @param before padding on the near side; negative where places are cut away
     */
    record Slide(int in, int out, int kernel, int stride, int before, int dilation) implements Axis {
        @Override
        public Taps taps(int o) {
            return Taps.inside((long) o * stride - before, dilation, kernel, in);
        }
    }

    /** A transposed window: input place i paints {@code i·stride − before + t} for each tap t of the kernel. */
    record Paint(int in, int out, int kernel, int stride, int before) implements Axis {
        @Override
        public Taps taps(int o) {
            long sheet = (long) o + before;
            long first = Math.ceilDiv(sheet - kernel + 1, stride);
            return Taps.inside(first, 1, Math.floorDiv(sheet, stride) - first + 1, in);
        }
    }

    /** Bilinear enlargement: a place reads the two next to its centre, or one where it lies on it. */
    record Blend(int in, int factor) implements Axis {
        @Override
        public int out() {
            return in * factor;
        }

        @Override
        public Taps taps(int o) {
            // The centre is at (2·o + 1 − factor) / (2·factor), clamped to the first place.
            long numerator = Math.max(0, 2L * o + 1 - factor);
            long first = numerator / (2L * factor);
            return Taps.inside(first, 1, numerator % (2L * factor) == 0 ? 1 : 2, in);
        }
    }

    static Axis same(int length) {
        return new Slide(length, length, 1, 1, 0, 1);
    }
}
