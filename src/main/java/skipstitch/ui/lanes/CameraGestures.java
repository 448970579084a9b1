package skipstitch.ui.lanes;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Wheel and pinch zoom around the pointer; dragging the ground pans. */
final class CameraGestures {
    private final LanesView lanes;
    private Point2D last = Point2D.ZERO;
    private boolean dragging;
    private double pinchedFrom;

    CameraGestures(LanesView lanes) {
        this.lanes = lanes;
        lanes.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        lanes.addEventHandler(ZoomEvent.ZOOM_STARTED, _ -> pinchedFrom = lanes.camera().zoom());
        lanes.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        lanes.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        lanes.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        lanes.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    private void scroll(ScrollEvent event) {
        if (event.getTouchCount() > 0 || event.isInertia()) {
            lanes.pan(event.getDeltaX(), event.getDeltaY());
        } else if (event.getDeltaY() != 0) {
            Point2D at = inLane(event.getX(), event.getY());
            lanes.look(lanes.camera().stepped(event.getDeltaY() > 0 ? 1 : -1, at.getX(), at.getY()));
        } else {
            lanes.pan(event.getDeltaX(), 0);
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        Point2D at = inLane(event.getX(), event.getY());
        lanes.look(lanes.camera().zoomed(pinchedFrom * event.getTotalZoomFactor(), at.getX(), at.getY()));
        event.consume();
    }

    /** The camera counts from the top of a lane, whichever lane the pointer is in. */
    private Point2D inLane(double x, double y) {
        return lanes.getChildrenUnmodifiable().stream()
                .filter(lane -> lane.getBoundsInParent().contains(x, y)).findFirst()
                .map(lane -> lane.parentToLocal(x, y)).orElse(new Point2D(x, y));
    }

    private void press(MouseEvent event) {
        lanes.requestFocus();
        dragging = event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE;
        last = new Point2D(event.getX(), event.getY());
    }

    private void drag(MouseEvent event) {
        if (dragging && !event.isStillSincePress()) {
            Point2D now = new Point2D(event.getX(), event.getY());
            lanes.pan(now.getX() - last.getX(), now.getY() - last.getY());
            last = now;
            lanes.setCursor(Cursor.CLOSED_HAND);
        }
    }

    private void release(MouseEvent event) {
        dragging = false;
        lanes.setCursor(Cursor.DEFAULT);
    }
}
