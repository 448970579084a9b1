package skipstitch.network;

/**
 * How a window of a convolution or a pool slides over height and width.
 *
 * @param kernel   the window's own size
 * @param stride   pixels from one window to the next
 * @param padding  what surrounds the input: zeros for a convolution, nothing for a maximum
 * @param dilation pixels from one tap of the window to the next; 1 is dense
 */
public record Window(Size kernel, Size stride, Padding padding, Size dilation) {

    /** A dense window with stride 1 and no padding ("valid"). */
    public static Window of(int kernel) {
        return new Window(Size.square(kernel), Size.ONE, Padding.NONE, Size.ONE);
    }

    /** A dense window of odd size that keeps height and width. */
    public static Window same(int kernel) {
        return of(kernel).padded(kernel / 2);
    }

    public Window strided(int stride) {
        return new Window(kernel, Size.square(stride), padding, dilation);
    }

    public Window padded(int each) {
        return new Window(kernel, stride, Padding.all(each), dilation);
    }

    public Window dilated(int each) {
        return new Window(kernel, stride, padding, Size.square(each));
    }

    /** Row of the input on which a tap falls, negative above it: {@code y·stride − padding + tap·dilation}. */
    public int row(int y, int tap) {
        return y * stride.height() - padding.top() + tap * dilation.height();
    }

    /** Column of the input on which a tap falls, negative left of it. */
    public int column(int x, int tap) {
        return x * stride.width() - padding.left() + tap * dilation.width();
    }

    /** Height that one window spans, dilation included: {@code d·(k−1)+1}. */
    public long spanHeight() {
        return (long) dilation.height() * (kernel.height() - 1) + 1;
    }

    /** Width that one window spans, dilation included: {@code d·(k−1)+1}. */
    public long spanWidth() {
        return (long) dilation.width() * (kernel.width() - 1) + 1;
    }
}
