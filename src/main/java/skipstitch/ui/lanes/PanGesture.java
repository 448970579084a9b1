package skipstitch.ui.lanes;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

/** Dragging the ground moves what is looked at. */
final class PanGesture implements Gesture {
    private final LanesView lanes;
    private final Camera before;
    private Point2D last;

    PanGesture(LanesView lanes, MouseEvent pressed) {
        this.lanes = lanes;
        before = lanes.camera();
        last = new Point2D(pressed.getX(), pressed.getY());
        lanes.setCursor(Cursor.CLOSED_HAND);
    }

    @Override
    public void drag(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        lanes.pan(now.getX() - last.getX(), now.getY() - last.getY());
        last = now;
    }

    @Override
    public void drop(MouseEvent event) {
        drag(event);
    }

    @Override
    public void cancel() {
        lanes.look(before);
    }
}
