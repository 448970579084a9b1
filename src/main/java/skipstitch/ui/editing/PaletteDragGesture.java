package skipstitch.ui.editing;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import skipstitch.document.LayerKind;

/** Tells a drag of a palette's entry from a click on it, and passes it on. */
final class PaletteDragGesture {
    private static final double SLACK = 6;

    private final Node entry;
    private final Supplier<LayerKind> kind;
    private final Supplier<PaletteDrag> receiver;
    private double fromX;
    private double fromY;
    private State state = State.IDLE;

    private enum State { IDLE, PRESSED, DRAGGING }

    PaletteDragGesture(Node entry, Supplier<LayerKind> kind, Supplier<PaletteDrag> receiver) {
        this.entry = entry;
        this.kind = kind;
        this.receiver = receiver;
        entry.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        entry.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        entry.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        entry.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        if (state == State.DRAGGING) {
            cancel();
        } else if (event.getButton() == MouseButton.PRIMARY && receiver.get() != PaletteDrag.NOWHERE) {
            fromX = event.getSceneX();
            fromY = event.getSceneY();
            state = State.PRESSED;
        }
    }

    private void drag(MouseEvent event) {
        if (state == State.PRESSED && Math.hypot(event.getSceneX() - fromX, event.getSceneY() - fromY) > SLACK) {
            state = State.DRAGGING;
            receiver.get().started(kind.get(), event);
        }
        if (state == State.DRAGGING) {
            receiver.get().moved(event);
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        State was = state;
        state = State.IDLE;
        if (was == State.DRAGGING) {
            // A button that heard of the release would take it for a click.
            event.consume();
            receiver.get().dropped(event);
        }
    }

    private void key(KeyEvent event) {
        if (state == State.DRAGGING && event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        }
    }

    private void cancel() {
        state = State.IDLE;
        receiver.get().cancelled();
    }
}
