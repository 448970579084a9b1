package skipstitch.ui.lanes;

import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polyline;
import skipstitch.network.layout.Point;
import skipstitch.network.layout.Route;
import skipstitch.ui.drawing.FlowBand;

/**
 * The gradient that comes back by an edge: a band along its line, the wider the more, and an arrow against it.
 *
 * @param share from 0 to 1, on a log scale
 * @param words the length of the gradient
 * @param stale whether it is not of the present any more
 */
record Flow(double share, String words, boolean stale) {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    /** From the line down to the number's middle. */
    private static final double BELOW = 17;
    /** Shorter edges have no room for a number. */
    private static final double ROOM = 60;

    /** What is drawn under an edge. */
    Group band(Path line, Route route) {
        Group band = new Group();
        band.getStyleClass().add("flow");
        band.setMouseTransparent(true);
        band.pseudoClassStateChanged(STALE, stale);
        line.getStyleClass().setAll("flow-band");
        double width = FlowBand.width(share);
        line.setStrokeWidth(width);
        band.getChildren().add(line);
        double half = 5 + width / 4;
        Polyline arrow = new Polyline(half, -half, 0, 0, half, half);
        arrow.getStyleClass().add("flow-arrow");
        arrow.setLayoutX(route.start().x() + 2);
        arrow.setLayoutY(route.start().y());
        band.getChildren().add(arrow);
        return band;
    }

    /** Whether there is room for the number. */
    static boolean hasRoom(Route route) {
        return route.load() != Route.Load.NOTHING || Math.abs(route.end().x() - route.start().x()) >= ROOM;
    }

    /** Below a stack; on the line where other words stand on it. */
    Label label(Route route, boolean onTheLine) {
        Label label = new Label(onTheLine ? "← " + words : words);
        label.getStyleClass().add("flow-words");
        label.pseudoClassStateChanged(STALE, stale);
        Point at = route.at();
        double below = onTheLine ? 0 : BELOW;
        label.boundsInLocalProperty().subscribe(bounds -> label.relocate(
                Math.round(at.x() - bounds.getWidth() / 2), Math.round(at.y() + below - bounds.getHeight() / 2)));
        return label;
    }
}
