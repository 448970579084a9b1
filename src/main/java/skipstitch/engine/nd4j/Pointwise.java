package skipstitch.engine.nd4j;

import static skipstitch.engine.nd4j.Memory.FLOAT;

import java.lang.foreign.MemorySegment;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.LayerWeights.Norm;

/** Layers that compute value by value, in Java where native code takes several passes or long to begin. */
final class Pointwise {
    /** So many floats stay in the first-level cache. */
    private static final int CHUNK = 1 << 12;
    private static final int BRIEF = 1 << 15;

    private Pointwise() {}

    /** What is done to the values of a chunk. */
    @FunctionalInterface
    private interface Change {
        void of(float[] values, int first, int count);
    }

    /** Whether native code would take longer to begin than Java takes for all. */
    static boolean isBrief(INDArray input) {
        return input.length() <= BRIEF;
    }

    /** Not a number stays one. */
    static void relu(INDArray input, INDArray output) {
        each(input, output, CHUNK, (values, _, count) -> {
            for (int i = 0; i < count; i++) {
                values[i] = Math.max(values[i], 0);
            }
        });
    }

    /** Not a number stays one. */
    static void relu6(INDArray input, INDArray output) {
        each(input, output, CHUNK, (values, _, count) -> {
            for (int i = 0; i < count; i++) {
                values[i] = Math.min(Math.max(values[i], 0), 6);
            }
        });
    }

    static void add(INDArray input, INDArray other, INDArray output) {
        MemorySegment more = Memory.of(other);
        each(input, output, CHUNK, (values, first, count) -> {
            float[] added = new float[count];
            MemorySegment.copy(more, FLOAT, 4L * first, added, 0, count);
            for (int i = 0; i < count; i++) {
                values[i] += added[i];
            }
        });
    }

    private static void each(INDArray input, INDArray output, int chunk, Change change) {
        MemorySegment from = Memory.of(input);
        MemorySegment to = Memory.of(output);
        Chunks.of(Math.toIntExact(input.length()), chunk, input.length(), (first, count) -> {
            float[] values = new float[count];
            MemorySegment.copy(from, FLOAT, 4L * first, values, 0, count);
            change.of(values, first, count);
            MemorySegment.copy(values, 0, to, FLOAT, 4L * first, count);
        });
    }

    /** {@code (x − μ) · γ/√(σ² + ε) + β}: the mean goes first, so that none of x is lost where it is large. */
    static void norm(INDArray input, Norm norm, float epsilon, INDArray output) {
        int channels = norm.mean().length;
        int pixels = Math.max(1, CHUNK / channels);
        float[] mean = Movement.repeat(norm.mean(), pixels);
        float[] shift = Movement.repeat(norm.shift(), pixels);
        float[] factor = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            factor[channel] = (float) (norm.scale()[channel] / Math.sqrt((double) norm.variance()[channel] + epsilon));
        }
        float[] scale = Movement.repeat(factor, pixels);
        each(input, output, pixels * channels, (values, _, count) -> {
            for (int i = 0; i < count; i++) {
                values[i] = (values[i] - mean[i]) * scale[i] + shift[i];
            }
        });
    }
}
