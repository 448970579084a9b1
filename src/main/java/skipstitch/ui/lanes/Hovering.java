package skipstitch.ui.lanes;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/** Something dragged in from outside, and a ring on the edge that it would go onto. */
final class Hovering extends Pane {
    private static final double RADIUS = 14;
    private static final double OFF = 14;

    private final Label title = new Label();
    private final Circle ring = new Circle(RADIUS);

    Hovering() {
        setMouseTransparent(true);
        setPickOnBounds(false);
        title.getStyleClass().add("hovering");
        ring.getStyleClass().add("ghost-merge");
        getChildren().addAll(ring, title);
        setVisible(false);
    }

    /** @param edge the middle of the edge; empty over the ground */
    void show(String words, Point2D at, Optional<Point2D> edge) {
        setVisible(true);
        title.setText(edge.isPresent() ? words + ": insert here" : words);
        title.relocate(at.getX() + OFF, at.getY() + OFF);
        ring.setVisible(edge.isPresent());
        edge.ifPresent(middle -> {
            ring.setCenterX(middle.getX());
            ring.setCenterY(middle.getY());
        });
    }

    void hide() {
        setVisible(false);
    }
}
