package skipstitch.engine.nd4j.tape;

import java.util.Arrays;

/**
 * Sums over all positions of {@code [N, H, W, C]}, one a channel. They go along rows of several positions, so that the
 * loops are vectorised however few channels there are; each row's sums are floats, all rows' doubles.
 */
final class ByChannel {
    private static final int ROW = 1 << 10;
    /** So many values are added up as floats. */
    private static final int ROWS = 16;

    private ByChannel() {}

    /** What is added up for a row. */
    @FunctionalInterface
    private interface Adding {
        void row(int from, int count, float[] sums);
    }

    static double[] sums(float[] values, int channels) {
        return over(values.length, channels, (from, count, sums) -> {
            for (int i = 0; i < count; i++) {
                sums[i] += values[from + i];
            }
        });
    }

    /** The same, written into an array. */
    static void sum(float[] values, float[] sums) {
        double[] all = sums(values, sums.length);
        for (int channel = 0; channel < sums.length; channel++) {
            sums[channel] = (float) all[channel];
        }
    }

    /** Σ (x − m)². */
    static double[] squares(float[] values, double[] middle) {
        float[] middles = repeated(middle);
        return over(values.length, middle.length, (from, count, sums) -> {
            for (int i = 0; i < count; i++) {
                float distance = values[from + i] - middles[i];
                sums[i] += distance * distance;
            }
        });
    }

    /** Σ g·(x − m). */
    static double[] products(float[] gradients, float[] values, double[] middle) {
        float[] middles = repeated(middle);
        return over(values.length, middle.length, (from, count, sums) -> {
            for (int i = 0; i < count; i++) {
                sums[i] += gradients[from + i] * (values[from + i] - middles[i]);
            }
        });
    }

    /** How many values a row has: whole positions. */
    static int row(int channels) {
        return Math.max(1, ROW / channels) * channels;
    }

    /** One number a channel, for all positions of a row. */
    static float[] repeated(double[] each) {
        float[] row = new float[row(each.length)];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) each[i % each.length];
        }
        return row;
    }

    private static double[] over(int length, int channels, Adding adding) {
        int row = row(channels);
        float[] sums = new float[row];
        double[] all = new double[channels];
        for (int from = 0, rows = 1; from < length; from += row, rows++) {
            adding.row(from, Math.min(row, length - from), sums);
            if (rows % ROWS == 0 || from + row >= length) {
                for (int i = 0; i < row; i++) {
                    all[i % channels] += sums[i];
                }
                Arrays.fill(sums, 0);
            }
        }
        return all;
    }
}
