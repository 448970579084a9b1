package skipstitch.ui.carry;

import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import skipstitch.network.Layer;

/** A merge's sign at the size of a letter, as one shape: a plus, or two bars one over the other, the lower one hollow. */
final class MergeSign {
    private static final double WIDTH = 11;
    private static final double BAR = 4;

    private MergeSign() {}

    static Path of(Layer.Merge merge) {
        Path sign = new Path();
        sign.getStyleClass().add("merge-letter");
        if (merge instanceof Layer.Concat) {
            bar(sign, 0);
            // As thick lines as fit make the upper one full.
            sign.getElements().addAll(new MoveTo(0, BAR / 2), new LineTo(WIDTH, BAR / 2));
            bar(sign, 6);
        } else {
            sign.getElements().addAll(new MoveTo(0, WIDTH / 2), new LineTo(WIDTH, WIDTH / 2),
                    new MoveTo(WIDTH / 2, 0), new LineTo(WIDTH / 2, WIDTH));
        }
        return sign;
    }

    private static void bar(Path sign, double y) {
        sign.getElements().addAll(new MoveTo(0, y), new HLineTo(WIDTH), new VLineTo(y + BAR), new HLineTo(0), new ClosePath());
    }
}
