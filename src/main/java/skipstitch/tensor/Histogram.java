package skipstitch.tensor;

import java.util.Arrays;
import java.util.List;

/**
 * How often values fall into bins of equal width. The last bin holds its upper end too.
 *
 * @param low      where the first bin begins
 * @param high     where the last one ends
 * @param counts   one a bin
 * @param nans     how many values are not a number, and in no bin
 * @param infinite how many are +∞ or −∞, and in no bin
 */
public record Histogram(float low, float high, List<Integer> counts, int nans, int infinite) {
    public Histogram {
        counts = List.copyOf(counts);
    }

    /** Of one channel, over its own extent; a channel of one value has it in the middle of a width of 1. */
    public static Histogram of(Tensor tensor, int channel, int bins) {
        Extent extent = tensor.extent(channel);
        boolean wide = extent.min() < extent.max();
        float low = wide ? extent.min() : extent.min() - 0.5f;
        float high = wide ? extent.max() : extent.max() + 0.5f;
        // Huge values swallow the half, and the width would be 0.
        double width = Math.max((double) high - low, Float.MIN_VALUE);
        Integer[] counts = new Integer[bins];
        Arrays.fill(counts, 0);
        int area = tensor.shape().area();
        for (int i = channel * area; i < (channel + 1) * area; i++) {
            float value = tensor.values()[i];
            if (Float.isFinite(value)) {
                counts[(int) Math.min(bins - 1, ((double) value - low) / width * bins)]++;
            }
        }
        return new Histogram(low, high, List.of(counts), extent.nans(), extent.infinite());
    }

    /** The largest count of a bin. */
    public int highest() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
