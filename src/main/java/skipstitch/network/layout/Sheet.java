package skipstitch.network.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import skipstitch.network.NodeId;

/** Boxes and routes while they are collected. */
record Sheet(Map<NodeId, Box> boxes, Map<Link, Route> routes) {
    private static final double MARGIN = 16;
    /** The name of a lane stands there. */
    private static final double OVER_CARD = 24;
    /** Half a label on an arc, and a margin. */
    private static final double OVER_ARC = 24;
    private static final double OVER_PILL = 8;

    Sheet() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void add(Sheet other, double right, double down) {
        other.boxes.forEach((id, box) -> boxes.put(id, box.moved(right, down)));
        other.routes.forEach((link, route) -> routes.put(link, route.moved(right, down)));
    }

    /** All that is drawn, with a margin; its corners are on the grid. */
    Area area() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Box box : boxes.values()) {
            left = Math.min(left, box.left() - MARGIN);
            top = Math.min(top, box.top() - (box.kind() == Box.Kind.PILL ? OVER_PILL : OVER_CARD));
            right = Math.max(right, box.right() + MARGIN);
            bottom = Math.max(bottom, box.bottom() + MARGIN);
        }
        for (Route route : routes.values()) {
            double over = route.load() == Route.Load.WORDS ? OVER_ARC : MARGIN;
            for (Segment segment : route.segments()) {
                left = Math.min(left, segment.to().x() - MARGIN);
                top = Math.min(top, segment.to().y() - over);
                right = Math.max(right, segment.to().x() + MARGIN);
                bottom = Math.max(bottom, segment.to().y() + MARGIN);
            }
        }
        return boxes.isEmpty() ? new Area(0, 0, 0, 0)
                : new Area(down(left), down(top), up(right) - down(left), up(bottom) - down(top));
    }

    private static double down(double at) {
        return Box.GRID * Math.floor(at / Box.GRID);
    }

    private static double up(double at) {
        return Box.GRID * Math.ceil(at / Box.GRID);
    }
}
