package skipstitch.ui.drawing;

import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.util.Duration;

/** Short movements that show where something goes. They hold nothing up, and there are none where the system wants few. */
public final class Motion {
    private static final Duration LENGTH = Duration.millis(320);

    private final BooleanProperty on = new SimpleBooleanProperty(true);

    public Motion() {
        Platform.getPreferences().reducedMotionProperty().subscribe(reduced -> on.set(!reduced));
    }

    /** Whether anything moves. */
    public BooleanProperty on() {
        return on;
    }

    /** Moves a copy from where it stands to elsewhere, where it fades; then it is gone. */
    public Animation carry(Node copy, Point2D by, Runnable gone) {
        TranslateTransition move = new TranslateTransition(LENGTH, copy);
        move.setByX(by.getX());
        move.setByY(by.getY());
        move.setInterpolator(Interpolator.EASE_BOTH);
        FadeTransition fade = new FadeTransition(LENGTH, copy);
        fade.setFromValue(0.9);
        fade.setToValue(0.25);
        ParallelTransition both = new ParallelTransition(move, fade);
        both.setOnFinished(_ -> gone.run());
        both.play();
        return both;
    }

    /** Lets something come to where it stands from a little way off. */
    public Animation arrive(Node node, Point2D from) {
        TranslateTransition move = new TranslateTransition(LENGTH, node);
        move.setFromX(from.getX());
        move.setFromY(from.getY());
        move.setToX(0);
        move.setToY(0);
        move.setInterpolator(Interpolator.EASE_OUT);
        move.play();
        return move;
    }
}
