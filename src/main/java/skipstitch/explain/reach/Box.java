package skipstitch.explain.reach;

/** The smallest rectangle around positions, in pixels; of height and width 0 around none. */
public record Box(int top, int left, int height, int width) {
    static final Box NONE = new Box(0, 0, 0, 0);

    /** {@code 7×5}, height first. */
    public String size() {
        return height + "×" + width;
    }
}
