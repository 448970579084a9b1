package skipstitch.ui.drawing;

import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import skipstitch.explain.reach.Box;
import skipstitch.explain.reach.Mask;

/** Positions of a map as lines: a rectangle around them all, and, where some in it are left out, around each run of them. */
public final class MaskOutline {
    /** More runs than this cannot be told apart. */
    private static final int MOST_RUNS = 400;

    private MaskOutline() {}

    /**
     * @param left   of the map
     * @param top    of the map
     * @param width  of a position
     * @param height of a position
     */
    public static void draw(Path path, Mask mask, double left, double top, double width, double height) {
        Box box = mask.box();
        rectangle(path, left + box.left() * width, top + box.top() * height, box.width() * width, box.height() * height);
        if (mask.count() == box.height() * box.width()) {
            return;
        }
        int runs = 0;
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int x = mask.next(y, 0); x >= 0 && x < mask.width() && runs < MOST_RUNS; runs++) {
                int end = mask.nextOutside(y, x);
                rectangle(path, left + x * width, top + y * height, (end - x) * width, height);
                x = mask.next(y, end);
            }
        }
    }

    private static void rectangle(Path path, double x, double y, double width, double height) {
        path.getElements().addAll(new MoveTo(x, y), new LineTo(x + width, y), new LineTo(x + width, y + height),
                new LineTo(x, y + height), new ClosePath());
    }
}
