package skipstitch.ui.lanes;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.util.Duration;

/** Nodes glide from where they stood to where they stand, so that the eye can follow. */
final class Slide {
    private static final Duration LENGTH = Duration.millis(250);

    private final Map<NodeView, Point2D> ways = new LinkedHashMap<>();
    private final DoubleProperty left = new SimpleDoubleProperty(0);

    /** @param fromX where the node, which stands at its new place by now, stood before */
    void add(NodeView view, double fromX, double fromY) {
        Point2D way = new Point2D(fromX - view.getLayoutX(), fromY - view.getLayoutY());
        if (!way.equals(Point2D.ZERO)) {
            ways.put(view, way);
        }
    }

    /** Not where the system asks for less motion. */
    void play() {
        if (ways.isEmpty() || Platform.getPreferences().isReducedMotion()) {
            return;
        }
        left.subscribe(now -> ways.forEach((view, way) -> {
            view.setTranslateX(way.getX() * now.doubleValue());
            view.setTranslateY(way.getY() * now.doubleValue());
        }));
        left.set(1);
        new Timeline(new KeyFrame(LENGTH, new KeyValue(left, 0, Interpolator.EASE_BOTH))).play();
    }
}
