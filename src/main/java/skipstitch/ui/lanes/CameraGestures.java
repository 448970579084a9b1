package skipstitch.ui.lanes;

import javafx.geometry.Point2D;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Wheel and pinch zoom around the pointer. */
final class CameraGestures {
    private final LanesView lanes;
    private double pinchedFrom;

    CameraGestures(LanesView lanes) {
        this.lanes = lanes;
        lanes.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        lanes.addEventHandler(ZoomEvent.ZOOM_STARTED, _ -> pinchedFrom = lanes.camera().zoom());
        lanes.addEventHandler(ZoomEvent.ZOOM, this::pinch);
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
}
