package skipstitch.explain.code;

import java.util.Optional;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** How the windows of a convolution or pool lie on their input. */
record Sliding(Window window, Optional<Shape> in, Optional<Shape> out) {

    boolean isDense() {
        return window.dilation().equals(Size.ONE);
    }

    /** Rows below and columns to the right of the padding that the last window reaches: it is a partial one. */
    Padding beyond() {
        return in.isPresent() && out.isPresent() ? beyond(in.get(), out.get()) : Padding.NONE;
    }

    private Padding beyond(Shape from, Shape to) {
        Padding padding = window.padding();
        return new Padding(0, 0,
                rest(to.height(), window.stride().height(), window.spanHeight(),
                        (long) from.height() + padding.top() + padding.bottom()),
                rest(to.width(), window.stride().width(), window.spanWidth(),
                        (long) from.width() + padding.left() + padding.right()));
    }

    private static int rest(int steps, int stride, long span, long length) {
        return (int) Math.max(0, (steps - 1L) * stride + span - length);
    }

    /** All that must be put around the input so that no window sticks out. */
    Padding around() {
        return Python.plus(window.padding(), beyond());
    }

    /** Whether the padding is what frameworks call "same", at whatever size: stride 1, the odd one below and right. */
    boolean isSame() {
        Padding padding = window.padding();
        return window.stride().equals(Size.ONE) && !padding.equals(Padding.NONE)
                && isHalf(padding.top(), padding.bottom(), window.spanHeight() - 1)
                && isHalf(padding.left(), padding.right(), window.spanWidth() - 1);
    }

    private static boolean isHalf(int before, int after, long total) {
        return before == total / 2 && after == total - before;
    }
}
