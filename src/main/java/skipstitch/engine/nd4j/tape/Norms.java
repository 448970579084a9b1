package skipstitch.engine.nd4j.tape;

import java.util.List;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;

/**
 * {@code y = γ·(x − μ)/√(σ² + ε) + β}, channel by channel, and back. With fixed statistics
 * {@code dx = γ/√(σ² + ε)·dy}; with the batch's own, of M values each,
 * {@code dx = γ/√(σ² + ε)·(dy − Σdy/M − x̂·Σ(dy·x̂)/M)} (Ioffe and Szegedy 2015, section 3), x̂ being the normed x.
 */
final class Norms {
    private final Block input;
    private final Block output;
    private final float epsilon;
    private final Mode mode;
    private final Trainable numbers;
    private final Trainable slopes;
    private final Statistics stored;
    private final Statistics measured;
    private final float[] gradient;
    private double[] mean = {};
    private double[] inverse = {};

    private Norms(Block input, float epsilon, Mode mode, Trainable numbers, Trainable slopes, Statistics stored,
                  Statistics measured) {
        this.input = input;
        this.output = Block.of(input.shape(), input.batch());
        this.epsilon = epsilon;
        this.mode = mode;
        this.numbers = numbers;
        this.slopes = slopes;
        this.stored = stored;
        this.measured = measured;
        this.gradient = new float[input.size()];
    }

    /**
     * @param stored   read for inference
     * @param measured written in training
     */
    static Stage of(Block input, float epsilon, Mode mode, Trainable numbers, Trainable slopes, Statistics stored,
                    Statistics measured) {
        Norms norm = new Norms(input, epsilon, mode, numbers, slopes, stored, measured);
        return new Stage(norm.output, norm::forward, norm::back);
    }

    private void forward() {
        measure();
        int channels = input.channels();
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        for (int c = 0; c < channels; c++) {
            scale[c] = numbers.weights()[c] * inverse[c];
            shift[c] = numbers.shifts()[c];
        }
        float[] means = ByChannel.repeated(mean);
        float[] scales = ByChannel.repeated(scale);
        float[] shifts = ByChannel.repeated(shift);
        float[] x = input.values();
        float[] y = output.values();
        for (int from = 0; from < x.length; from += means.length) {
            int count = Math.min(means.length, x.length - from);
            for (int i = 0; i < count; i++) {
                y[from + i] = (x[from + i] - means[i]) * scales[i] + shifts[i];
            }
        }
    }

    private void measure() {
        int channels = input.channels();
        mean = new double[channels];
        inverse = new double[channels];
        if (mode == Mode.INFERENCE) {
            for (int c = 0; c < channels; c++) {
                mean[c] = stored.mean()[c];
                inverse[c] = 1 / Math.sqrt((double) stored.variance()[c] + epsilon);
            }
            return;
        }
        mean = ByChannel.sums(input.values(), channels);
        for (int c = 0; c < channels; c++) {
            mean[c] /= input.positions();
        }
        double[] squares = ByChannel.squares(input.values(), mean);
        for (int c = 0; c < channels; c++) {
            double variance = squares[c] / input.positions();
            inverse[c] = 1 / Math.sqrt(variance + epsilon);
            measured.mean()[c] = (float) mean[c];
            measured.variance()[c] = (float) variance;
        }
    }

    private List<float[]> back(float[] dy) {
        int channels = input.channels();
        double[] sums = ByChannel.sums(dy, channels);
        double[] products = ByChannel.products(dy, input.values(), mean);
        double[] scale = new double[channels];
        double[] flat = new double[channels];
        double[] slope = new double[channels];
        for (int c = 0; c < channels; c++) {
            slopes.weights()[c] = (float) (products[c] * inverse[c]);
            slopes.shifts()[c] = (float) sums[c];
            scale[c] = numbers.weights()[c] * inverse[c];
            if (mode == Mode.TRAINING) {
                flat[c] = scale[c] * sums[c] / input.positions();
                slope[c] = scale[c] * inverse[c] * inverse[c] * products[c] / input.positions();
            }
        }
        float[] scales = ByChannel.repeated(scale);
        float[] flats = ByChannel.repeated(flat);
        float[] slopesOfX = ByChannel.repeated(slope);
        float[] means = ByChannel.repeated(mean);
        float[] x = input.values();
        for (int from = 0; from < x.length; from += scales.length) {
            int count = Math.min(scales.length, x.length - from);
            for (int i = 0; i < count; i++) {
                gradient[from + i] = dy[from + i] * scales[i] - flats[i] - (x[from + i] - means[i]) * slopesOfX[i];
            }
        }
        return List.of(gradient);
    }
}
