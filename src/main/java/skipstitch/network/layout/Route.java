package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of an edge.
 *
 * @param start    where it leaves its source
 * @param segments from there to the tip of its arrow
 * @param enters   the side of the target that it enters, which turns the arrow's head
 * @param load     what stands on it
 * @param at       where that stands: the middle of a stack's foot, the centre of a label
 */
public record Route(Point start, List<Segment> segments, Side enters, Load load, Point at) {
    private static final int PIECES_OF_A_CURVE = 12;

    /** What an edge carries. */
    public enum Load {
        /** The stack of the tensor's slices. */
        STACK,
        /** Words that name the tensor. */
        WORDS,
        /** Nothing: the tensor is named elsewhere. */
        NOTHING
    }

    public Route {
        segments = List.copyOf(segments);
    }

    /** The tip of the arrow. */
    public Point end() {
        return segments.getLast().to();
    }

    /** The point in the middle of the way. */
    public Point middle() {
        List<Point> way = flattened();
        double left = 0;
        for (int i = 1; i < way.size(); i++) {
            left += way.get(i - 1).distance(way.get(i));
        }
        left /= 2;
        for (int i = 1; i < way.size(); i++) {
            double step = way.get(i - 1).distance(way.get(i));
            if (step > 0 && left <= step) {
                return way.get(i - 1).towards(way.get(i), left / step);
            }
            left -= step;
        }
        return end();
    }

    /** How near the way comes to a point. */
    public double distance(Point point) {
        List<Point> way = flattened();
        double nearest = way.getFirst().distance(point);
        for (int i = 1; i < way.size(); i++) {
            nearest = Math.min(nearest, distance(point, way.get(i - 1), way.get(i)));
        }
        return nearest;
    }

    private static double distance(Point point, Point from, Point to) {
        double length = from.distance(to);
        if (length == 0) {
            return point.distance(from);
        }
        double along = ((point.x() - from.x()) * (to.x() - from.x()) + (point.y() - from.y()) * (to.y() - from.y()))
                / (length * length);
        return point.distance(from.towards(to, Math.clamp(along, 0, 1)));
    }

    /** The way as straight pieces, curves cut into a dozen. */
    public List<Point> flattened() {
        List<Point> way = new ArrayList<>(List.of(start));
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Line(Point to) -> way.add(to);
                case Segment.Curve curve -> {
                    Point from = way.getLast();
                    for (int piece = 1; piece <= PIECES_OF_A_CURVE; piece++) {
                        way.add(on(curve, from, (double) piece / PIECES_OF_A_CURVE));
                    }
                }
            }
        }
        return way;
    }

    private static Point on(Segment.Curve curve, Point from, double share) {
        Point first = from.towards(curve.control1(), share);
        Point second = curve.control1().towards(curve.control2(), share);
        Point third = curve.control2().towards(curve.to(), share);
        return first.towards(second, share).towards(second.towards(third, share), share);
    }

    /** The same form, as if it began at (0, 0). */
    public Route fromOrigin() {
        return moved(-start.x(), -start.y());
    }

    Route moved(double right, double down) {
        if (right == 0 && down == 0) {
            return this;
        }
        List<Segment> moved = segments.stream().map(segment -> segment.moved(right, down)).toList();
        return new Route(start.moved(right, down), moved, enters, load, at.moved(right, down));
    }

    Route bearing(Load other, Point where) {
        return new Route(start, segments, enters, other, where);
    }
}
