package skipstitch.engine.nd4j;

import static skipstitch.engine.nd4j.Memory.FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/**
 * A convolution of each channel by one kernel of its own, in Java: ND4J's takes twenty times as long. Along the
 * channels, which lie together, the loops are vectorised.
 */
final class Depthwise {
    /** Rows of the output that one thread makes at a time. */
    private static final int ROWS = 4;

    private final Window window;
    private final Shape in;
    private final Shape out;
    private final float[] taps;
    private final float[] bias;

    /**
     * @param taps {@code [kH, kW, C]}
     * @param bias one a channel, or empty
     */
    Depthwise(Window window, Shape in, Shape out, float[] taps, float[] bias) {
        this.window = window;
        this.in = in;
        this.out = out;
        this.taps = taps;
        this.bias = bias;
    }

    void run(INDArray input, INDArray output) {
        MemorySegment from = Memory.of(input);
        MemorySegment to = Memory.of(output);
        long work = (long) out.elements() * window.kernel().area();
        Chunks.of(out.height(), ROWS, work, (first, count) -> rows(from, to, first, count));
    }

    private void rows(MemorySegment from, MemorySegment to, int first, int count) {
        int rowFloats = in.width() * in.channels();
        long begin = (long) first * window.stride().height() - window.padding().top();
        int top = Math.clamp(begin, 0, in.height());
        long end = begin + (count - 1L) * window.stride().height() + window.spanHeight();
        int bottom = Math.clamp(end, top, in.height());
        float[] read = new float[(bottom - top) * rowFloats];
        MemorySegment.copy(from, FLOAT, 4L * top * rowFloats, read, 0, read.length);
        float[] sums = new float[out.width() * out.channels()];
        for (int y = first; y < first + count; y++) {
            begin(sums);
            for (int ky = 0; ky < window.kernel().height(); ky++) {
                int inY = y * window.stride().height() - window.padding().top() + ky * window.dilation().height();
                if (inY >= 0 && inY < in.height()) {
                    addRow(read, (inY - top) * rowFloats, ky * window.kernel().width() * in.channels(), sums);
                }
            }
            MemorySegment.copy(sums, 0, to, FLOAT, 4L * y * sums.length, sums.length);
        }
    }

    private void begin(float[] sums) {
        if (bias.length == 0) {
            Arrays.fill(sums, 0);
        } else {
            for (int at = 0; at < sums.length; at += bias.length) {
                System.arraycopy(bias, 0, sums, at, bias.length);
            }
        }
    }

    /** Adds what one row of the input gives to a row of the output, by one row of the kernels. */
    private void addRow(float[] read, int row, int tapRow, float[] sums) {
        int channels = in.channels();
        for (int x = 0; x < out.width(); x++) {
            for (int kx = 0; kx < window.kernel().width(); kx++) {
                int inX = x * window.stride().width() - window.padding().left() + kx * window.dilation().width();
                if (inX >= 0 && inX < in.width()) {
                    add(read, row + inX * channels, tapRow + kx * channels, sums, x * channels);
                }
            }
        }
    }

    private void add(float[] read, int from, int tap, float[] sums, int to) {
        for (int channel = 0; channel < in.channels(); channel++) {
            sums[to + channel] += read[from + channel] * taps[tap + channel];
        }
    }
}
