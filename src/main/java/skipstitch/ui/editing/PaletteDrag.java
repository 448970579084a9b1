package skipstitch.ui.editing;

import javafx.scene.input.MouseEvent;
import skipstitch.document.LayerKind;

/**
 * Receives a layer that is dragged out of the palette. Of one drag {@code started} is called first, {@code dropped} or
 * {@code cancelled} last. {@link skipstitch.document.NewLayer} makes the edit of a kind and the edge it is dropped on;
 * {@link LayerKind#layer()} is the layer for the open ground.
 */
public interface PaletteDrag {
    /** Nobody takes it: a palette without lanes. */
    PaletteDrag NOWHERE = new PaletteDrag() {
        @Override
        public void started(LayerKind kind, MouseEvent event) {
            // Nobody takes it.
        }

        @Override
        public void moved(MouseEvent event) {
            // Nobody takes it.
        }

        @Override
        public void dropped(MouseEvent event) {
            // Nobody takes it.
        }

        @Override
        public void cancelled() {
            // Nobody takes it.
        }
    };

    /** The pointer has left the place where it was pressed by more than a click would. */
    void started(LayerKind kind, MouseEvent event);

    void moved(MouseEvent event);

    void dropped(MouseEvent event);

    /** Esc, or the other mouse button. */
    void cancelled();
}
