package skipstitch.tensor;

/**
 * What a stretch of values spans.
 *
 * @param min      smallest finite value; 0 if there is none
 * @param max      largest finite value; 0 if there is none
 * @param nans     how many are not a number
 * @param infinite how many are +∞ or −∞
 */
public record Extent(float min, float max, int nans, int infinite) {

    static Extent of(float[] values, int from, int count) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        int nans = 0;
        int infinite = 0;
        for (int i = from; i < from + count; i++) {
            float value = values[i];
            if (Float.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            } else if (Float.isNaN(value)) {
                nans++;
            } else {
                infinite++;
            }
        }
        return min > max ? new Extent(0, 0, nans, infinite) : new Extent(min, max, nans, infinite);
    }

    /** What both span together. */
    public Extent union(Extent other) {
        return new Extent(Math.min(min, other.min), Math.max(max, other.max), nans + other.nans,
                infinite + other.infinite);
    }

    public boolean isSigned() {
        return min < 0;
    }
}
