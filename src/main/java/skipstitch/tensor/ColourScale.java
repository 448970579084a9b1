package skipstitch.tensor;

/**
 * From numbers to colours, shared by all maps that are compared: equal colours are equal numbers.
 *
 * @param map  the colours
 * @param low  the value at the map's first colour
 * @param high the value at its last colour
 */
public record ColourScale(ColourMap map, float low, float high) {
    /** Values are spread by this power, so that faint structure near 0 is seen from the last row. */
    private static final double LIFT = 0.6;

    /** For activations: diverging and centred on 0 if any value is negative, else from 0 up. */
    public static ColourScale of(Extent extent) {
        float reach = Math.max(Math.max(Math.abs(extent.min()), Math.abs(extent.max())), Float.MIN_NORMAL);
        return extent.isSigned()
                ? new ColourScale(ColourMap.DIVERGING, -reach, reach)
                : new ColourScale(ColourMap.SEQUENTIAL, 0, reach);
    }

    /** For the input picture: black at 0, white at 1 or the largest value. */
    public static ColourScale ofPicture(Extent extent) {
        return new ColourScale(ColourMap.GREY, Math.min(0, extent.min()), Math.max(1, extent.max()));
    }

    /** Opaque ARGB. */
    public int argb(float value) {
        if (Float.isNaN(value)) {
            return ColourMap.NAN_ARGB;
        }
        if (Float.isInfinite(value)) {
            return ColourMap.INFINITE_ARGB;
        }
        return map.at(position(value));
    }

    private double position(float value) {
        return switch (map) {
            case GREY -> (value - low) / ((double) high - low);
            case SEQUENTIAL -> lifted(value / (double) high);
            case DIVERGING -> 0.5 + 0.5 * Math.signum(value) * lifted(Math.abs(value / (double) high));
        };
    }

    private static double lifted(double share) {
        return Math.pow(Math.clamp(share, 0, 1), LIFT);
    }

    /** The scale as a table. To make one costs as much as the colours of thousands of values: keep it for all maps. */
    public Lookup lookup() {
        return new Lookup(this);
    }

    /** The scale as a table over the range of values, for whole maps at once. */
    public static final class Lookup {
        private static final int STEPS = 4096;
        private final int[] table = new int[STEPS + 1];
        private final double low;
        private final double factor;

        private Lookup(ColourScale scale) {
            low = scale.low;
            double step = ((double) scale.high - scale.low) / STEPS;
            factor = 1 / step;
            for (int i = 0; i <= STEPS; i++) {
                table[i] = scale.argb((float) (scale.low + i * step));
            }
        }

        /** Opaque ARGB. */
        public int argb(float value) {
            // In double: the range of a map of zeros, or of huge values, has no reciprocal or no span in float.
            double at = (value - low) * factor;
            if (at >= 0 && at <= STEPS) {
                return table[(int) (at + 0.5)];
            }
            if (Float.isNaN(value)) {
                return ColourMap.NAN_ARGB;
            }
            if (Float.isInfinite(value)) {
                return ColourMap.INFINITE_ARGB;
            }
            return at < 0 ? table[0] : table[STEPS];
        }
    }
}
