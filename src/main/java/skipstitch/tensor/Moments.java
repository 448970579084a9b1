package skipstitch.tensor;

/**
 * Sums over the pixels of each channel.
 *
 * @param pixels  how many were summed
 * @param sums    of their values, one a channel
 * @param squares of their squares
 */
public record Moments(long pixels, double[] sums, double[] squares) {

    /** Of every pixel. */
    public static Moments of(Tensor tensor) {
        return of(tensor, 1);
    }

    /** Of every {@code step}-th pixel, in reading order. */
    public static Moments of(Tensor tensor, int step) {
        int area = tensor.shape().area();
        int channels = tensor.shape().channels();
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = channel * area; i < (channel + 1) * area; i += step) {
                double value = tensor.values()[i];
                sums[channel] += value;
                squares[channel] += value * value;
            }
        }
        return new Moments(pixels(area, step), sums, squares);
    }

    /** How many pixels of an area are every {@code step}-th. */
    public static int pixels(int area, int step) {
        return (area + step - 1) / step;
    }

    /** Of the pixels of both. */
    public Moments plus(Moments other) {
        double[] allSums = sums.clone();
        double[] allSquares = squares.clone();
        for (int channel = 0; channel < sums.length; channel++) {
            allSums[channel] += other.sums[channel];
            allSquares[channel] += other.squares[channel];
        }
        return new Moments(pixels + other.pixels, allSums, allSquares);
    }

    public double mean(int channel) {
        return sums[channel] / pixels;
    }

    /** Not less than 0, however it was rounded; NaN where values are not finite. */
    public double variance(int channel) {
        double mean = mean(channel);
        return Math.max(0, squares[channel] / pixels - mean * mean);
    }
}
