package skipstitch.engine.nd4j;

import static skipstitch.engine.nd4j.Memory.FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.network.Shape;

/** Layers that only put values elsewhere: bulk copies between dense arrays. */
final class Movement {
    /** So many floats stay in the first-level cache while they are transposed. */
    private static final int CHUNK = 1 << 12;

    private Movement() {}

    /** {@code [C, H, W]} to an array {@code [1, H, W, C]}. */
    static void toChannelsLast(float[] values, Shape shape, INDArray array) {
        int channels = shape.channels();
        int area = shape.area();
        MemorySegment memory = Memory.of(array);
        int pixels = pixelsAtOnce(channels, area);
        float[] chunk = new float[pixels * channels];
        for (int first = 0; first < area; first += pixels) {
            int count = Math.min(pixels, area - first);
            for (int channel = 0; channel < channels; channel++) {
                int from = channel * area + first;
                for (int i = 0, to = channel; i < count; i++, to += channels) {
                    chunk[to] = values[from + i];
                }
            }
            MemorySegment.copy(chunk, 0, memory, FLOAT, 4L * first * channels, count * channels);
        }
    }

    /** An array {@code [1, H, W, C]} to {@code [C, H, W]}. */
    static float[] toChannelsFirst(INDArray array, Shape shape) {
        int channels = shape.channels();
        int area = shape.area();
        MemorySegment memory = Memory.of(array);
        if (channels == 1 || area == 1) {
            return memory.toArray(FLOAT);
        }
        float[] values = new float[shape.elements()];
        int pixels = pixelsAtOnce(channels, area);
        float[] chunk = new float[pixels * channels];
        for (int first = 0; first < area; first += pixels) {
            int count = Math.min(pixels, area - first);
            MemorySegment.copy(memory, FLOAT, 4L * first * channels, chunk, 0, count * channels);
            for (int channel = 0; channel < channels; channel++) {
                int to = channel * area + first;
                for (int i = 0, from = channel; i < count; i++, from += channels) {
                    values[to + i] = chunk[from];
                }
            }
        }
        return values;
    }

    private static int pixelsAtOnce(int channels, int area) {
        return Math.min(area, Math.max(16, CHUNK / channels));
    }

    /**
     * Lays one array over a sheet of another size: rows and columns that stick out are cut, those that are not
     * covered get {@code fill}, one value a channel.
     *
     * @param top  where the array's first row comes to lie, negative to cut
     * @param left where its first column comes to lie
     */
    static void frame(INDArray from, Shape shape, INDArray to, Shape sheet, int top, int left, float[] fill) {
        int channels = shape.channels();
        MemorySegment source = Memory.of(from);
        MemorySegment target = Memory.of(to);
        int firstColumn = Math.clamp(left, 0, sheet.width());
        int lastColumn = Math.clamp((long) left + shape.width(), 0, sheet.width());
        long rowFloats = (long) sheet.width() * channels;
        MemorySegment blank = MemorySegment.ofArray(repeat(fill, sheet.width()));
        for (int y = 0; y < sheet.height(); y++) {
            long row = y * rowFloats;
            int sourceY = y - top;
            if (sourceY < 0 || sourceY >= shape.height() || firstColumn >= lastColumn) {
                Memory.copy(blank, 0, target, row, rowFloats);
            } else {
                Memory.copy(blank, 0, target, row, (long) firstColumn * channels);
                Memory.copy(source, ((long) sourceY * shape.width() + firstColumn - left) * channels,
                        target, row + (long) firstColumn * channels, (long) (lastColumn - firstColumn) * channels);
                Memory.copy(blank, 0, target, row + (long) lastColumn * channels,
                        (long) (sheet.width() - lastColumn) * channels);
            }
        }
    }

    static float[] repeat(float[] pixel, int times) {
        float[] row = new float[Math.multiplyExact(pixel.length, times)];
        for (int at = 0; at < row.length; at += pixel.length) {
            System.arraycopy(pixel, 0, row, at, pixel.length);
        }
        return row;
    }

    /**
     * Copies {@code count} channels, pixel by pixel, from channel {@code first} of one array to channel
     * {@code at} of another.
     */
    static void channels(INDArray from, int of, int first, INDArray to, int outOf, int at, int count) {
        MemorySegment source = Memory.of(from);
        MemorySegment target = Memory.of(to);
        long pixels = from.length() / of;
        for (long pixel = 0; pixel < pixels; pixel++) {
            Memory.copy(source, pixel * of + first, target, pixel * outOf + at, count);
        }
    }

    static void concat(List<INDArray> arrays, List<Shape> shapes, INDArray to, Shape out) {
        int at = 0;
        for (int i = 0; i < arrays.size(); i++) {
            int channels = shapes.get(i).channels();
            channels(arrays.get(i), channels, 0, to, out.channels(), at, channels);
            at += channels;
        }
    }

    static void subsample(INDArray from, Shape shape, int stride, INDArray to, Shape out) {
        MemorySegment source = Memory.of(from);
        MemorySegment target = Memory.of(to);
        int channels = shape.channels();
        for (int y = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++) {
                Memory.copy(source, ((long) y * stride * shape.width() + (long) x * stride) * channels,
                        target, ((long) y * out.width() + x) * channels, channels);
            }
        }
    }

    static void repeatPixels(INDArray from, Shape shape, int factor, INDArray to) {
        MemorySegment source = Memory.of(from);
        MemorySegment target = Memory.of(to);
        int channels = shape.channels();
        float[] row = new float[shape.width() * channels];
        float[] wide = new float[Math.multiplyExact(row.length, factor)];
        for (int y = 0; y < shape.height(); y++) {
            MemorySegment.copy(source, FLOAT, 4L * y * row.length, row, 0, row.length);
            for (int pixel = 0, at = 0; pixel < row.length; pixel += channels) {
                for (int i = 0; i < factor; i++, at += channels) {
                    System.arraycopy(row, pixel, wide, at, channels);
                }
            }
            for (int i = 0; i < factor; i++) {
                MemorySegment.copy(wide, 0, target, FLOAT, 4L * ((long) y * factor + i) * wide.length, wide.length);
            }
        }
    }

    /** Zero-pads the channel axis. */
    static void padChannels(INDArray from, Shape shape, int before, INDArray to, Shape out) {
        Memory.of(to).fill((byte) 0);
        channels(from, shape.channels(), 0, to, out.channels(), before, shape.channels());
    }

    static float[] same(float value, int count) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
