package skipstitch.tensor;

/**
 * Figures of a stretch of values. All but the counts are of the finite values, and 0 where there are none.
 *
 * @param extent smallest and largest, and how many are not finite
 * @param mean   their average
 * @param norm   the root of the sum of their squares
 * @param zeros  how many are exactly 0, as a share of all values, from 0 to 1
 */
public record Statistics(Extent extent, double mean, double norm, double zeros) {

    /** Of one channel. */
    public static Statistics of(Tensor tensor, int channel) {
        int area = tensor.shape().area();
        return of(tensor.values(), channel * area, area, tensor.extent(channel));
    }

    /** Of all channels. */
    public static Statistics of(Tensor tensor) {
        return of(tensor.values(), 0, tensor.values().length, tensor.extent());
    }

    private static Statistics of(float[] values, int from, int count, Extent extent) {
        double sum = 0;
        double squares = 0;
        int zeros = 0;
        for (int i = from; i < from + count; i++) {
            float value = values[i];
            if (Float.isFinite(value)) {
                sum += value;
                squares += (double) value * value;
                zeros += value == 0 ? 1 : 0;
            }
        }
        int finite = count - extent.nans() - extent.infinite();
        return new Statistics(extent, finite == 0 ? 0 : sum / finite, Math.sqrt(squares), (double) zeros / count);
    }
}
