package skipstitch.ui.lanes;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.transform.Rotate;
import skipstitch.explain.Branch;
import skipstitch.network.Shape;

/** An edge: its line, its arrow head, and what it carries: a stack along the trunk, words on an arc. */
final class EdgeView extends Group {
    private static final double HEAD = 8;
    private static final double BEND = 44;

    private EdgeView(Branch branch, boolean faint, boolean dashed) {
        getStyleClass().add("edge");
        getStyleClass().add(switch (branch) {
            case SKIP -> "skip-edge";
            case MAIN -> "main-edge";
            case BOTH, NONE -> "none-edge";
        });
        if (faint) {
            getStyleClass().add("faint");
        }
        if (dashed) {
            getStyleClass().add("dashed");
        }
        setMouseTransparent(true);
    }

    /** From one card to the next, with the stack of what flows there. */
    static EdgeView straight(double fromX, double toX, double y, Shape shape, int tallest, List<Branch> branches,
                             Branch whole, boolean faint) {
        EdgeView edge = new EdgeView(whole, faint, false);
        Path line = new Path(new MoveTo(fromX, y), new LineTo(toX - HEAD, y));
        line.getStyleClass().add("edge-line");
        Stack stack = new Stack(shape, tallest, branches);
        double free = toX - HEAD - fromX;
        stack.setLayoutX(fromX + (free - Stack.width(shape)) / 2);
        stack.setLayoutY(y - 4);
        edge.getChildren().addAll(line, head(toX, y, 0), stack);
        return edge;
    }

    /** Up from one card, along a flat top, down to another node; the label stands in the middle of the top. */
    static EdgeView arc(double fromX, double fromY, double toX, double toY, double top, Branch whole, String words,
                        boolean faint, boolean dashed) {
        EdgeView edge = new EdgeView(whole, faint, dashed);
        double bend = Math.min(BEND, (toX - fromX) / 2);
        Path line = new Path(new MoveTo(fromX, fromY),
                new CubicCurveTo(fromX + bend * 0.25, top + (fromY - top) * 0.25, fromX + bend * 0.55, top, fromX + bend, top),
                new LineTo(toX - bend, top),
                new CubicCurveTo(toX - bend * 0.45, top, toX, top + (toY - top) * 0.2, toX, toY - HEAD));
        line.getStyleClass().add("edge-line");
        edge.getChildren().addAll(line, head(toX, toY, 90));
        edge.label(words, (fromX + toX) / 2, top);
        return edge;
    }

    /** Up from a card into the side of a pill that stands above the trunk. */
    static EdgeView rise(double fromX, double fromY, double toX, double toY, Branch whole, boolean faint, boolean dashed) {
        EdgeView edge = new EdgeView(whole, faint, dashed);
        double bend = Math.min(BEND, toX - fromX - HEAD);
        Path line = new Path(new MoveTo(fromX, fromY),
                new CubicCurveTo(fromX + bend * 0.25, toY + (fromY - toY) * 0.25, fromX + bend * 0.55, toY, fromX + bend, toY),
                new LineTo(toX - HEAD, toY));
        line.getStyleClass().add("edge-line");
        edge.getChildren().addAll(line, head(toX, toY, 0));
        return edge;
    }

    /** From the side of a pill down onto a merge. */
    static EdgeView fall(double fromX, double fromY, double toX, double toY, Branch whole, String words, boolean faint,
                         boolean dashed) {
        EdgeView edge = new EdgeView(whole, faint, dashed);
        double bend = Math.min(BEND, toX - fromX);
        Path line = new Path(new MoveTo(fromX, fromY), new LineTo(toX - bend, fromY),
                new CubicCurveTo(toX - bend * 0.45, fromY, toX, fromY + (toY - fromY) * 0.2, toX, toY - HEAD));
        line.getStyleClass().add("edge-line");
        edge.getChildren().addAll(line, head(toX, toY, 90));
        edge.label(words, (fromX + toX) / 2, fromY);
        return edge;
    }

    private void label(String words, double centreX, double centreY) {
        if (!words.isEmpty()) {
            Label label = new Label(words);
            label.getStyleClass().add("edge-label");
            label.boundsInLocalProperty().subscribe(bounds -> label.relocate(
                    Math.round(centreX - bounds.getWidth() / 2), Math.round(centreY - bounds.getHeight() / 2)));
            getChildren().add(label);
        }
    }

    private static Polygon head(double x, double y, double turned) {
        Polygon head = new Polygon(0, 0, -HEAD - 2, -5, -HEAD - 2, 5);
        head.getStyleClass().add("edge-head");
        head.getTransforms().add(new Rotate(turned, 0, 0));
        head.setLayoutX(x);
        head.setLayoutY(y);
        return head;
    }
}
