package skipstitch.network;

/** A pair of a vertical and a horizontal count: a kernel, a stride, a dilation. */
public record Size(int height, int width) {
    public static final Size ONE = square(1);

    public static Size square(int side) {
        return new Size(side, side);
    }

    public boolean isAtLeast(int least) {
        return height >= least && width >= least;
    }

    public int area() {
        return height * width;
    }

    /** {@code 3×3}. */
    @Override
    public String toString() {
        return height + "×" + width;
    }
}
