package skipstitch.files.onnx;

import java.util.stream.IntStream;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/**
 * A pool's window with its padding put on before, where an ONNX pool cannot have it: ONNX Runtime takes less padding than
 * kernel only, even of a dilated one; and ceil mode counts a window that starts beyond the input, which ours does not.
 *
 * @param sides what is put on, so that full windows alone, as many as the pool has, fit
 */
record Framed(Window window, Padding sides) {

    /** @param in the shape of what the pool is given */
    static Framed of(Window window, Shape in, Shape out) {
        Padding padding = window.padding();
        long bottom = (out.height() - 1L) * window.stride().height() + window.spanHeight()
                - in.height() - padding.top();
        long right = (out.width() - 1L) * window.stride().width() + window.spanWidth() - in.width() - padding.left();
        return new Framed(new Window(window.kernel(), window.stride(), Padding.NONE, window.dilation()),
                new Padding(padding.top(), padding.left(), (int) Math.max(0, bottom), (int) Math.max(0, right)));
    }

    static boolean isNeeded(Window window, Shape in, Shape out) {
        Padding padding = window.padding();
        return Math.max(padding.top(), padding.bottom()) >= window.kernel().height()
                || Math.max(padding.left(), padding.right()) >= window.kernel().width()
                || !isCounted(window, false, in, out) && !isCounted(window, true, in, out);
    }

    /** Whether ONNX counts as many windows as the pool has. */
    static boolean isCounted(Window window, boolean ceil, Shape in, Shape out) {
        Padding padding = window.padding();
        long down = in.height() + padding.top() + padding.bottom() - window.spanHeight();
        long across = in.width() + padding.left() + padding.right() - window.spanWidth();
        return steps(down, window.stride().height(), ceil) == out.height()
                && steps(across, window.stride().width(), ceil) == out.width();
    }

    private static long steps(long free, int stride, boolean ceil) {
        return (ceil ? Math.ceilDiv(free, stride) : free / stride) + 1;
    }

    /** Whether dilation lets all taps of some window fall on padding. */
    static boolean isBlind(Window window, Shape in, Shape out) {
        return has(0, rows(window, Padding.NONE, in, out)) || has(0, columns(window, Padding.NONE, in, out));
    }

    private static boolean has(int count, int[] counts) {
        return IntStream.of(counts).anyMatch(each -> each == count);
    }

    /** For each row of windows, how many rows of taps fall on the input or on padding that is counted. */
    static int[] rows(Window window, Padding counted, Shape in, Shape out) {
        return IntStream.range(0, out.height()).map(y -> (int) IntStream.range(0, window.kernel().height())
                .map(tap -> window.row(y, tap))
                .filter(row -> row >= -counted.top() && row < in.height() + counted.bottom()).count()).toArray();
    }

    static int[] columns(Window window, Padding counted, Shape in, Shape out) {
        return IntStream.range(0, out.width()).map(x -> (int) IntStream.range(0, window.kernel().width())
                .map(tap -> window.column(x, tap))
                .filter(column -> column >= -counted.left() && column < in.width() + counted.right()).count())
                .toArray();
    }
}
