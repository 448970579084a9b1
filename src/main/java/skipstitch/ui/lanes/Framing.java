package skipstitch.ui.lanes;

import skipstitch.network.layout.Area;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Point;

/**
 * How a lane is brought into view.
 *
 * @param area   what the lane takes, in world units
 * @param width  of the view, in screen units
 * @param height of the view
 */
record Framing(Area area, double width, double height) {
    /** Below this zoom a shape is smaller than 16 pixels. */
    private static final double LEGIBLE = 1;
    private static final double LARGEST_FIT = 2.25;

    /** As large as all of it fits, but not smaller than can be read. */
    double zoom() {
        double zoom = Math.min(Math.min(width / area.width(), height / area.height()), LARGEST_FIT);
        return Math.max(LEGIBLE, Math.floor(zoom * 8) / 8);
    }

    /** Looks at a point of the world, but not past the ends; in a direction in which all fits, all is in the middle. */
    Camera on(Point at, double zoom) {
        return new Camera(zoom, origin(at.x(), width / zoom, area.left(), area.width()),
                origin(at.y(), height / zoom, area.top(), area.height()));
    }

    private static double origin(double at, double room, double start, double length) {
        return length <= room ? start - (room - length) / 2 : Math.clamp(at - room / 2, start, start + length - room);
    }

    /** Pans just so far that a box is in view. */
    Camera revealing(Box box, Camera camera) {
        Point at = box.centre();
        double marginX = Math.min(box.width(), width / camera.zoom() / 2);
        double marginY = Math.min(box.height(), height / camera.zoom()) / 2;
        double x = at.x() - camera.x();
        double y = at.y() - camera.y();
        boolean outX = x < marginX || x > width / camera.zoom() - marginX;
        boolean outY = y < marginY || y > height / camera.zoom() - marginY;
        Camera there = on(at, camera.zoom());
        return new Camera(camera.zoom(), outX ? there.x() : camera.x(), outY ? there.y() : camera.y());
    }

    /** Whether there is something more to see if it is moved to the right, or with less than 0 to the left. */
    boolean canPan(double screenX, Camera camera) {
        double left = (area.left() - camera.x()) * camera.zoom();
        return screenX > 0 ? left < 0 : left + area.width() * camera.zoom() > width;
    }
}
