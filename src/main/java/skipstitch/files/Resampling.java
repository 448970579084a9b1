package skipstitch.files;

import skipstitch.document.Picture;

/**
 * Along one axis, which source pixels make each output pixel, and with what weights; weights of one output sum to 1.
 */
final class Resampling {
    private final int[] first;
    private final double[][] weights;

    private Resampling(int[] first, double[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /**
     * @param start  where the box begins, in source pixels
     * @param extent how much of the source it takes, above 0
     * @param source how many pixels the source has
     * @param length how many pixels come out
     */
    static Resampling of(double start, double extent, int source, int length) {
        double step = extent / length;
        int least = Math.clamp((long) Math.floor(start), 0, source - 1);
        int most = Math.clamp((long) Math.ceil(start + extent) - 1, least, source - 1);
        int[] first = new int[length];
        double[][] weights = new double[length][];
        for (int i = 0; i < length; i++) {
            // Averaging over one pixel's width around a centre is the same as interpolating there.
            double reach = Math.max(step, 1);
            double left = start + (i + 0.5) * step - reach / 2;
            double right = left + reach;
            int from = Math.clamp((long) Math.floor(left), least, most);
            int to = Math.clamp((long) Math.ceil(right) - 1, from, most);
            first[i] = from;
            weights[i] = overlaps(left, right, from, to);
        }
        return new Resampling(first, weights);
    }

    /** The pixels at both ends stand in for what would lie beyond them. */
    private static double[] overlaps(double left, double right, int from, int to) {
        double[] overlaps = new double[to - from + 1];
        for (int pixel = from; pixel <= to; pixel++) {
            double begin = pixel == from ? left : Math.max(left, pixel);
            double end = pixel == to ? right : Math.min(right, pixel + 1);
            overlaps[pixel - from] = (end - begin) / (right - left);
        }
        return overlaps;
    }

    int length() {
        return first.length;
    }

    int first(int out) {
        return first[out];
    }

    int beyond(int out) {
        return first[out] + weights[out].length;
    }

    int firstSource() {
        return first[0];
    }

    int beyondSource() {
        return beyond(length() - 1);
    }

    double weight(int out, int source) {
        return weights[out][source - first[out]];
    }

    /** Resamples one row of the picture into red, green and blue, 0 to 255. */
    void row(Picture picture, int y, double[][] colours) {
        for (int out = 0; out < length(); out++) {
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int i = 0; i < weights[out].length; i++) {
                int pixel = picture.at(first[out] + i, y);
                double weight = weights[out][i];
                red += weight * (pixel >> 16 & 255);
                green += weight * (pixel >> 8 & 255);
                blue += weight * (pixel & 255);
            }
            colours[0][out] = red;
            colours[1][out] = green;
            colours[2][out] = blue;
        }
    }
}
