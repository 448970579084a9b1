package skipstitch.tensor;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import skipstitch.network.Shape;

/** Which channel of a tensor stands for it where there is room for one. */
public final class Thumbnail {
    private static final int ENOUGH_PIXELS = 1 << 12;

    private Thumbnail() {}

    /**
     * The channel that shows most in all lanes at once: the one whose variance, as a share of its lane's largest,
     * is largest where it is smallest; the first of equals.
     *
     * @param lanes of one node's tensor in each lane, at least one; they may differ in channels
     */
    public static int channel(List<Moments> lanes) {
        int channels = lanes.stream().mapToInt(moments -> moments.sums().length).min().orElseThrow();
        double[] least = new double[channels];
        Arrays.fill(least, Double.MAX_VALUE);
        for (Moments moments : lanes) {
            double[] variances = new double[channels];
            double largest = Double.MIN_NORMAL;
            for (int channel = 0; channel < channels; channel++) {
                double variance = moments.variance(channel);
                variances[channel] = Double.isFinite(variance) ? variance : 0;
                largest = Math.max(largest, variances[channel]);
            }
            for (int channel = 0; channel < channels; channel++) {
                least[channel] = Math.min(least[channel], variances[channel] / largest);
            }
        }
        int best = 0;
        for (int channel = 1; channel < channels; channel++) {
            best = least[channel] > least[best] ? channel : best;
        }
        return best;
    }

    /**
     * Every how many pixels are enough to choose a channel by: all of a small tensor's, of a large one's some thousand
     * that lie in all columns.
     */
    public static int step(Shape shape) {
        int step = (shape.area() + ENOUGH_PIXELS - 1) / ENOUGH_PIXELS;
        while (step > 1 && BigInteger.valueOf(step).gcd(BigInteger.valueOf(shape.width())).intValue() > 1) {
            step++;
        }
        return step;
    }
}
