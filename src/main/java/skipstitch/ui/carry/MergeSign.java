package skipstitch.ui.carry;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import skipstitch.network.Layer;

/** A merge's sign at the size of a letter: a plus, or two bars one over the other. */
final class MergeSign {
    private MergeSign() {}

    static Node of(Layer.Merge merge) {
        return merge instanceof Layer.Concat ? new Group(bar(0, false), bar(6, true))
                : new Group(stroke(0, 5, 10, 5), stroke(5, 0, 5, 10));
    }

    private static Rectangle bar(double y, boolean hollow) {
        Rectangle bar = new Rectangle(0, y, 11, 4);
        bar.getStyleClass().add("switch-bar");
        if (hollow) {
            bar.getStyleClass().add("hollow");
        }
        return bar;
    }

    private static Line stroke(double fromX, double fromY, double toX, double toY) {
        Line line = new Line(fromX, fromY, toX, toY);
        line.getStyleClass().add("sign-stroke");
        return line;
    }
}
