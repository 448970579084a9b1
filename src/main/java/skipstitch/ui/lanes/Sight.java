package skipstitch.ui.lanes;

import java.util.List;
import skipstitch.network.layout.Area;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Layout;
import skipstitch.network.layout.Point;

/**
 * What of a layout a lane can show, and from where to look at it.
 *
 * @param area   of the layout
 * @param least  the smallest zoom that it is shown at by itself
 * @param width  screen units of the lane
 * @param height screen units of the lane
 */
record Sight(Area area, double least, double width, double height) {
    /** Below this zoom a shape is smaller than 16 pixels. */
    private static final double LEGIBLE = 1;
    /** Where groups are folded the whole counts: words stand below their cards then, in a size of their own. */
    private static final double WHOLE = 0.29;
    private static final double LARGEST_FIT = 2.25;
    /** World units on each side of what is zoomed to. */
    private static final double AROUND = 32;

    static Sight of(Layout layout, double width, double height) {
        return new Sight(layout.area(), layout.folded().folds().isEmpty() ? LEGIBLE : WHOLE, width, height);
    }

    /** The largest zoom at which all is seen, but none at which it cannot be read. */
    double fitZoom() {
        double zoom = Math.min(Math.min(width / area.width(), height / area.height()), LARGEST_FIT);
        return zoom < LEGIBLE ? Math.max(least, zoom) : Math.floor(zoom * 8) / 8;
    }

    /** Looks at a point of the world, but not past the ends; in a direction in which all fits, all is in the middle. */
    Camera centred(double zoom, Point at) {
        return new Camera(zoom, origin(at.x(), width / zoom, area.left(), area.width()),
                origin(at.y(), height / zoom, area.top(), area.height()));
    }

    private static double origin(double at, double room, double start, double length) {
        return length <= room ? start - (room - length) / 2 : Math.clamp(at - room / 2, start, start + length - room);
    }

    /** As close as some boxes fit, with room around them. */
    Camera on(List<Box> boxes) {
        double left = boxes.stream().mapToDouble(Box::left).min().orElseThrow();
        double top = boxes.stream().mapToDouble(Box::top).min().orElseThrow();
        double right = boxes.stream().mapToDouble(Box::right).max().orElseThrow();
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElseThrow();
        Area around = new Area(left - AROUND, top - AROUND, right - left + 2 * AROUND, bottom - top + 2 * AROUND);
        double zoom = Math.min(width / around.width(), height / around.height());
        return centred(Math.clamp(Math.floor(zoom * 8) / 8, Camera.LEAST, Camera.MOST),
                new Point((left + right) / 2, (top + bottom) / 2));
    }

    /** From the same place, if the box is well in view there; else moved in the direction in which it is not. */
    Camera revealing(Camera from, Box box) {
        Camera there = centred(from.zoom(), box.centre());
        boolean seenX = isSeen(box.centre().x() - from.x(), width / from.zoom(), box.width());
        boolean seenY = isSeen(box.centre().y() - from.y(), height / from.zoom(), box.height() / 2);
        return new Camera(from.zoom(), seenX ? from.x() : there.x(), seenY ? from.y() : there.y());
    }

    private static boolean isSeen(double at, double room, double wanted) {
        double margin = Math.min(wanted, room / 2);
        return at >= margin && at <= room - margin;
    }

    /** Whether there is something more to see if all is moved to the right, or with less than 0 to the left. */
    boolean canPan(double screenX, Camera camera) {
        double left = (area.left() - camera.x()) * camera.zoom();
        return screenX > 0 ? left < 0 : left + area.width() * camera.zoom() > width;
    }
}
