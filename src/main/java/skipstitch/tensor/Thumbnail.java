package skipstitch.tensor;

/** Which channel of a tensor stands for it where there is room for one. */
public final class Thumbnail {
    private Thumbnail() {}

    /** The channel whose values vary most, hence show most; the first of equals. */
    public static int channel(Tensor tensor) {
        int best = 0;
        double most = -1;
        for (int channel = 0; channel < tensor.shape().channels(); channel++) {
            double variance = variance(tensor, channel);
            if (variance > most) {
                most = variance;
                best = channel;
            }
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
