package skipstitch.engine.nd4j;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Pools, and the unpool that follows one's maxima. */
final class Pools {
    private static final int CHANNELS_LAST = 1;
    private static final int GIVEN_PADDING = 0;

    private final Ops ops;

    Pools(Ops ops) {
        this.ops = ops;
    }

    INDArray max(Layer.MaxPool pool, INDArray input, Shape in, Shape out, Scope scope) {
        Window window = pool.window();
        if (!window.dilation().equals(Size.ONE) || !Memory.isFinite(input)) {
            return maxInJava(window, input, in, out, scope);
        }
        if (isPlain(window, in, out)) {
            return ops.run(settings("maxpool2d", window, window.padding(), 0), scope.fresh(out), input);
        }
        Shape sheet = covered(window, in, out);
        INDArray framed = framed(input, in, sheet, window.padding(), Float.NEGATIVE_INFINITY, scope);
        return ops.run(settings("maxpool2d", window, Padding.NONE, 0), scope.fresh(out), framed);
    }

    /**
     * In Java: oneDNN takes no heed of dilation, with which a window can lie on padding alone and has no maximum;
     * and it loses values that are not finite.
     */
    private static INDArray maxInJava(Window window, INDArray input, Shape in, Shape out, Scope scope) {
        float[] values = Memory.values(input);
        int channels = out.channels();
        float[] maxima = new float[out.elements()];
        float[] best = new float[channels];
        int[] where = new int[channels];
        for (int y = 0, at = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++, at += channels) {
                if (findMaxima(window, y, x, values, in, best, where)) {
                    System.arraycopy(best, 0, maxima, at, channels);
                } else {
                    Arrays.fill(maxima, at, at + channels, Float.NEGATIVE_INFINITY);
                }
            }
        }
        return scope.of(maxima, 1, out.height(), out.width(), channels);
    }

    INDArray average(Layer.AveragePool pool, INDArray input, Shape in, Shape out, Scope scope) {
        Window window = pool.window();
        Shape sheet = covered(window, in, out);
        INDArray framed = window.padding().equals(Padding.NONE) && sheet.equals(in) ? input
                : framed(input, in, sheet, window.padding(), 0, scope);
        INDArray mean = ops.run(settings("avgpool2d", window, Padding.NONE, 1), scope.fresh(out), framed);
        float[] correction = correction(pool, in, out);
        if (correction.length == 0) {
            return mean;
        }
        return ops.run(Ops.Settings.of("multiply"), scope.fresh(out), mean,
                scope.of(correction, 1, out.height(), out.width(), 1));
    }

    INDArray globalAverage(INDArray input, Shape out, Scope scope) {
        return ops.run(Ops.Settings.of("reduce_mean", 1, 2).reals(1.0), scope.fresh(out), input);
    }

    /** Whether native code can pool as it is: one padding for both sides of an axis, and no partial window. */
    private static boolean isPlain(Window window, Shape in, Shape out) {
        Padding padding = window.padding();
        Shape sheet = covered(window, in, out);
        return padding.top() == padding.bottom() && padding.left() == padding.right()
                && sheet.height() <= in.height() + 2 * padding.top()
                && sheet.width() <= in.width() + 2 * padding.left();
    }

    /** What the windows span together. */
    private static Shape covered(Window window, Shape in, Shape out) {
        return in.withSize(Math.toIntExact((out.height() - 1L) * window.stride().height() + window.spanHeight()),
                Math.toIntExact((out.width() - 1L) * window.stride().width() + window.spanWidth()));
    }

    private static INDArray framed(INDArray input, Shape in, Shape sheet, Padding padding, float fill, Scope scope) {
        INDArray framed = scope.fresh(sheet);
        Movement.frame(input, in, framed, sheet, padding.top(), padding.left(), Movement.same(fill, in.channels()));
        return framed;
    }

    private static Ops.Settings settings(String op, Window window, Padding padding, int divideByAll) {
        Ops.Settings settings = Ops.Settings.of(op, window.kernel().height(), window.kernel().width(),
                window.stride().height(), window.stride().width(), padding.top(), padding.left(),
                window.dilation().height(), window.dilation().width(), GIVEN_PADDING, divideByAll, CHANNELS_LAST);
        // oneDNN's pools take no heed of dilation.
        return window.dilation().equals(Size.ONE) ? settings : settings.withoutHelpers();
    }

    /** By what a mean over the whole kernel is wrong, for each window; empty where it is right everywhere. */
    private static float[] correction(Layer.AveragePool pool, Shape in, Shape out) {
        Window window = pool.window();
        Padding padding = window.padding();
        boolean all = pool.countPadding();
        int[] rows = counts(out.height(), window.kernel().height(), window.stride().height(),
                window.dilation().height(), padding.top(), all ? -padding.top() : 0,
                in.height() + (all ? padding.bottom() : 0));
        int[] columns = counts(out.width(), window.kernel().width(), window.stride().width(),
                window.dilation().width(), padding.left(), all ? -padding.left() : 0,
                in.width() + (all ? padding.right() : 0));
        float[] factors = new float[rows.length * columns.length];
        boolean uneven = false;
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length; x++) {
                int count = rows[y] * columns[x];
                uneven |= count != window.kernel().area();
                factors[y * columns.length + x] = count == 0 ? 0 : (float) window.kernel().area() / count;
            }
        }
        return uneven ? factors : new float[0];
    }

    /** How many taps of each window lie from {@code first} to before {@code end}. */
    private static int[] counts(int windows, int kernel, int stride, int dilation, int before, int first, int end) {
        int[] counts = new int[windows];
        for (int i = 0; i < windows; i++) {
            for (int tap = 0; tap < kernel; tap++) {
                int at = i * stride - before + tap * dilation;
                counts[i] += at >= first && at < end ? 1 : 0;
            }
        }
        return counts;
    }

    /**
     * In Java, for ND4J's own search for maxima (max_pool_with_argmax) is wrong more often than right. Of equal
     * values the first in reading order is the maximum; not a number wins, as in PyTorch.
     */
    INDArray unpool(Layer.MaxPool pool, INDArray pooled, INDArray given, Shape in, Shape out, Scope scope) {
        float[] values = Memory.values(pooled);
        float[] searched = Memory.values(given);
        float[] result = new float[out.elements()];
        int channels = out.channels();
        float[] best = new float[channels];
        int[] where = new int[channels];
        for (int y = 0; y < in.height(); y++) {
            for (int x = 0; x < in.width(); x++) {
                if (findMaxima(pool.window(), y, x, searched, out, best, where)) {
                    int from = (y * in.width() + x) * channels;
                    for (int channel = 0; channel < channels; channel++) {
                        result[where[channel] + channel] = values[from + channel];
                    }
                }
            }
        }
        return scope.of(result, 1, out.height(), out.width(), channels);
    }

    private static boolean findMaxima(Window window, int windowY, int windowX, float[] values, Shape shape,
            float[] best, int[] where) {
        int channels = shape.channels();
        boolean any = false;
        for (int ky = 0; ky < window.kernel().height(); ky++) {
            int y = windowY * window.stride().height() - window.padding().top() + ky * window.dilation().height();
            for (int kx = 0; kx < window.kernel().width() && y >= 0 && y < shape.height(); kx++) {
                int x = windowX * window.stride().width() - window.padding().left() + kx * window.dilation().width();
                if (x >= 0 && x < shape.width()) {
                    int pixel = (y * shape.width() + x) * channels;
                    for (int channel = 0; channel < channels; channel++) {
                        float value = values[pixel + channel];
                        if (!any || value > best[channel] || Float.isNaN(value)) {
                            best[channel] = value;
                            where[channel] = pixel;
                        }
                    }
                    any = true;
                }
            }
        }
        return any;
    }
}
