package skipstitch.ui.lanes;

import javafx.scene.control.Label;

/**
 * Words in the world of a lane that stay large enough to be read when the lane is looked at from afar.
 *
 * @param label as it stands when looked at from near
 * @param y     world units of its top then
 */
record Caption(Label label, double y) {
    /** Below this zoom words grow, and give up their place on the card for one below it. */
    static final double FAR = 0.8;

    /** Screen units from line to line. */
    static final double LINE = 14;
    private static final double HEIGHT = 19;

    Caption(Label label) {
        this(label, label.getLayoutY());
    }

    static boolean isFar(double zoom) {
        return zoom < FAR;
    }

    void near() {
        label.setScaleX(1);
        label.setScaleY(1);
        label.setLayoutY(y);
    }

    /**
     * Makes it as large as it must be.
     *
     * @param line how many lines stand above it
     * @param top  world units of the first line's top
     */
    void far(double zoom, int line, double top) {
        double scale = Math.max(1, LINE / HEIGHT / zoom);
        label.setScaleX(scale);
        label.setScaleY(scale);
        // A label grows around its middle.
        label.setLayoutY(top + line * LINE / zoom + (scale - 1) * HEIGHT / 2);
    }
}
