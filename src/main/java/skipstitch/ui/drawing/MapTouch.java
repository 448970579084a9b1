package skipstitch.ui.drawing;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

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

    /**
     * Has a node's mouse events do all this.
     *
     * @param spot which value is below the pointer
     */
    static void on(Node maps, Function<MouseEvent, Optional<Spot>> spot, MapTouch touch) {
        maps.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && touch.paints()) {
                touch.press();
                spot.apply(event).ifPresent(touch::paint);
            }
        });
        maps.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (touch.paints()) {
                spot.apply(event).ifPresent(touch::paint);
            }
        });
        maps.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !touch.paints()) {
                spot.apply(event).ifPresent(touch::jump);
            }
        });
    }
}
