package skipstitch.engine.nd4j.tape;

import java.util.Arrays;
import java.util.List;
import skipstitch.network.Shape;

/**
 * Larger height and width. Every output pixel is a weighted sum of up to four of the input; on the way back each of
 * these gets its weight's share of the gradient.
 */
final class Enlarging {
    private final Block input;
    private final Block output;
    private final Axis rows;
    private final Axis columns;
    private final float[] gradient;

    /**
     * Along one axis: output place o is {@code (1 − share[o])·first[o] + share[o]·second[o]}.
     */
    private record Axis(int[] first, int[] second, float[] share) {

        static Axis nearest(int size, int factor) {
            int[] first = new int[size * factor];
            Arrays.setAll(first, o -> o / factor);
            return new Axis(first, first, new float[first.length]);
        }

        /** Half-pixel centres, the edges held. */
        static Axis bilinear(int size, int factor) {
            int[] first = new int[size * factor];
            int[] second = new int[size * factor];
            float[] share = new float[size * factor];
            for (int o = 0; o < first.length; o++) {
                double centre = Math.max(0, (o + 0.5) / factor - 0.5);
                first[o] = (int) centre;
                second[o] = Math.min(first[o] + 1, size - 1);
                share[o] = (float) (centre - first[o]);
            }
            return new Axis(first, second, share);
        }
    }

    private Enlarging(Block input, Shape shape, Axis rows, Axis columns) {
        this.input = input;
        this.output = Block.of(shape, input.batch());
        this.rows = rows;
        this.columns = columns;
        this.gradient = new float[input.size()];
    }

    static Stage nearest(Block input, Shape shape, int factor) {
        return stage(new Enlarging(input, shape, Axis.nearest(input.shape().height(), factor),
                Axis.nearest(input.shape().width(), factor)));
    }

    static Stage bilinear(Block input, Shape shape, int factor) {
        return stage(new Enlarging(input, shape, Axis.bilinear(input.shape().height(), factor),
                Axis.bilinear(input.shape().width(), factor)));
    }

    private static Stage stage(Enlarging enlarging) {
        return new Stage(enlarging.output, enlarging::forward, enlarging::back);
    }

    private void forward() {
        Arrays.fill(output.values(), 0);
        each((from, to, weight) -> {
            for (int c = 0; c < input.channels(); c++) {
                output.values()[to + c] += weight * input.values()[from + c];
            }
        });
    }

    private List<float[]> back(float[] dy) {
        Arrays.fill(gradient, 0);
        each((from, to, weight) -> {
            for (int c = 0; c < input.channels(); c++) {
                gradient[from + c] += weight * dy[to + c];
            }
        });
        return List.of(gradient);
    }

    /** What one pixel of the input gives to one of the output. */
    private interface Share {
        void of(int from, int to, float weight);
    }

    private void each(Share share) {
        for (int n = 0; n < output.batch(); n++) {
            for (int y = 0; y < output.shape().height(); y++) {
                row(n, y, rows.first()[y], 1 - rows.share()[y], share);
                if (rows.share()[y] != 0) {
                    row(n, y, rows.second()[y], rows.share()[y], share);
                }
            }
        }
    }

    private void row(int n, int y, int inputRow, float weight, Share share) {
        for (int x = 0; x < output.shape().width(); x++) {
            int to = output.index(n, y, x);
            share.of(input.index(n, inputRow, columns.first()[x]), to, weight * (1 - columns.share()[x]));
            if (columns.share()[x] != 0) {
                share.of(input.index(n, inputRow, columns.second()[x]), to, weight * columns.share()[x]);
            }
        }
    }
}
