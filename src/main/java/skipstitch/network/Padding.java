package skipstitch.network;

/** Rows and columns added (or, for a crop, taken away) at each side, in pixels. */
public record Padding(int top, int left, int bottom, int right) {
    public static final Padding NONE = all(0);

    public static Padding all(int each) {
        return new Padding(each, each, each, each);
    }

    public boolean isAtLeast(int least) {
        return Math.min(Math.min(top, left), Math.min(bottom, right)) >= least;
    }

    public boolean isUniform() {
        return top == left && top == bottom && top == right;
    }

    @Override
    public String toString() {
        return isUniform() ? Integer.toString(top) : top + "," + left + "," + bottom + "," + right;
    }
}
