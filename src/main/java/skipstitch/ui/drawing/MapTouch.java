package skipstitch.ui.drawing;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.transform.NonInvertibleTransformException;
import javafx.scene.transform.Transform;

/** What a hand does to the values of a map: a click jumps there; with a brush in the hand, press and drag paint. */
public interface MapTouch {

    /** A value of a map that was touched. */
    record Spot(int channel, int y, int x) {}

    /** A value was clicked on. */
    void jump(Spot at);

    /** Whether a drag paints on this map now. */
    boolean paints();

    /** A stroke begins. */
    void press();

    /** A stroke goes over a value. */
    void paint(Spot at);

    /** A hand that only jumps. */
    static MapTouch jumping(Consumer<Spot> jump) {
        return new MapTouch() {
            @Override
            public void jump(Spot at) {
                jump.accept(at);
            }

            @Override
            public boolean paints() {
                return false;
            }

            @Override
            public void press() {}

            @Override
            public void paint(Spot at) {}
        };
    }

    /**
     * Has a node's mouse events do all this. A stroke goes on where the node stood when it began, even if what is
     * painted has a fresh map put in its place meanwhile.
     *
     * @param spot which value is at a point of the node
     */
    static void on(Node maps, Function<Point2D, Optional<Spot>> spot, MapTouch touch) {
        maps.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && touch.paints()) {
                touch.press();
                spot.apply(new Point2D(event.getX(), event.getY())).ifPresent(touch::paint);
                Stroke.begin(maps, spot, touch);
            }
        });
        maps.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !touch.paints()) {
                spot.apply(new Point2D(event.getX(), event.getY())).ifPresent(touch::jump);
            }
        });
    }

    /** A stroke under way. It hears the scene: a node that is taken out of it hears no drag. */
    final class Stroke implements EventHandler<MouseEvent> {
        private final Scene scene;
        private final Transform place;
        private final Function<Point2D, Optional<Spot>> spot;
        private final MapTouch touch;

        private Stroke(Node maps, Function<Point2D, Optional<Spot>> spot, MapTouch touch) {
            this.scene = maps.getScene();
            this.place = maps.getLocalToSceneTransform();
            this.spot = spot;
            this.touch = touch;
        }

        private static void begin(Node maps, Function<Point2D, Optional<Spot>> spot, MapTouch touch) {
            Stroke stroke = new Stroke(maps, spot, touch);
            stroke.scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, stroke);
            stroke.scene.addEventFilter(MouseEvent.MOUSE_RELEASED, stroke);
        }

        @Override
        public void handle(MouseEvent event) {
            if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
                scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, this);
                scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, this);
            } else {
                at(event).flatMap(spot).ifPresent(touch::paint);
            }
        }

        private Optional<Point2D> at(MouseEvent event) {
            try {
                return Optional.of(place.inverseTransform(event.getSceneX(), event.getSceneY()));
            } catch (NonInvertibleTransformException _) {
                return Optional.empty();
            }
        }
    }
}
