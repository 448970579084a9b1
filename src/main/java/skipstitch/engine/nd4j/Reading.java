package skipstitch.engine.nd4j;

import static skipstitch.engine.nd4j.Memory.FLOAT;

import java.lang.foreign.MemorySegment;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.network.Shape;
import skipstitch.tensor.Moments;

/** Looks into an array {@code [1, H, W, C]} without copying it out. */
final class Reading {
    /** So many floats stay in the first-level cache while they are summed. */
    private static final int CHUNK = 1 << 12;

    private Reading() {}

    /** One channel, {@code [H, W]}. */
    static float[] channel(INDArray array, Shape shape, int channel) {
        MemorySegment memory = Memory.of(array);
        int channels = shape.channels();
        float[] map = new float[shape.area()];
        for (int pixel = 0; pixel < map.length; pixel++) {
            map[pixel] = memory.getAtIndex(FLOAT, (long) pixel * channels + channel);
        }
        return map;
    }

    static Moments moments(INDArray array, Shape shape, int step) {
        MemorySegment memory = Memory.of(array);
        int channels = shape.channels();
        int area = shape.area();
        int together = step == 1 ? Math.clamp(CHUNK / channels, 1, area) : 1;
        float[] chunk = new float[together * channels];
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        for (int first = 0; first < area; first += together * step) {
            int count = Math.min(together, area - first);
            MemorySegment.copy(memory, FLOAT, 4L * first * channels, chunk, 0, count * channels);
            for (int from = 0; from < count * channels; from += channels) {
                add(chunk, from, sums, squares);
            }
        }
        return new Moments(Moments.pixels(area, step), sums, squares);
    }

    private static void add(float[] values, int from, double[] sums, double[] squares) {
        for (int channel = 0; channel < sums.length; channel++) {
            double value = values[from + channel];
            sums[channel] += value;
            squares[channel] += value * value;
        }
    }
}
