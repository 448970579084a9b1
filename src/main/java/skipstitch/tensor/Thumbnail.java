package skipstitch.tensor;

import java.util.Arrays;
import java.util.List;

/** Which channel of a tensor stands for it where there is room for one. */
public final class Thumbnail {
    private Thumbnail() {}

    /**
     * The channel that shows most in all lanes at once: the one whose variance, as a share of its lane's largest,
     * is largest where it is smallest; the first of equals.
     *
     * @param lanes one node's tensor in each lane, at least one; they may differ in channels
     */
    public static int channel(List<Tensor> lanes) {
        int channels = lanes.stream().mapToInt(tensor -> tensor.shape().channels()).min().orElseThrow();
        double[] least = new double[channels];
        Arrays.fill(least, Double.MAX_VALUE);
        for (Tensor tensor : lanes) {
            double[] variances = new double[channels];
            double largest = Double.MIN_NORMAL;
            for (int channel = 0; channel < channels; channel++) {
                variances[channel] = variance(tensor, channel);
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

    private static double variance(Tensor tensor, int channel) {
        int area = tensor.shape().area();
        double sum = 0;
        double squares = 0;
        for (int i = channel * area; i < (channel + 1) * area; i++) {
            double value = tensor.values()[i];
            sum += value;
            squares += value * value;
        }
        double variance = squares / area - sum / area * (sum / area);
        return Double.isFinite(variance) ? variance : 0;
    }
}
