package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.layout.Segment.Curve;
import skipstitch.network.layout.Segment.Line;

/** The forms that routes have. */
final class Ways {
    /** World units in which an arc rises and falls. */
    private static final double BEND = 44;
    private static final double CORNER = 10;
    /** Share of a corner at which its curve is bent: nearly a quarter of a circle. */
    private static final double ROUND = 0.4375;
    /** Length of an arrow's head, which nothing should stand on. */
    static final double HEAD = 8;

    private Ways() {}

    /** Up, along a flat top, down onto another node. */
    static Route arc(Point from, Point to, double top) {
        double bend = Math.min(BEND, (to.x() - from.x()) / 2);
        return new Route(from, List.of(rising(from, bend, top), new Line(new Point(to.x() - bend, top)),
                falling(bend, top, to)), Side.TOP, Route.Load.WORDS, new Point((from.x() + to.x()) / 2, top));
    }

    /** Up into the side of what stands above. */
    static Route rise(Point from, Point to) {
        double bend = Math.clamp(to.x() - from.x() - HEAD, 0, BEND);
        return new Route(from, List.of(rising(from, bend, to.y()), new Line(to)), Side.LEFT, Route.Load.NOTHING, to);
    }

    /** From the side of what stands above down onto another node. */
    static Route fall(Point from, Point to) {
        double bend = Math.clamp(to.x() - from.x(), 0, BEND);
        return new Route(from, List.of(new Line(new Point(to.x() - bend, from.y())), falling(bend, from.y(), to)),
                Side.TOP, Route.Load.WORDS, new Point((from.x() + to.x()) / 2, from.y()));
    }

    private static Curve rising(Point from, double bend, double top) {
        return new Curve(new Point(from.x() + bend * 0.25, top + (from.y() - top) * 0.25),
                new Point(from.x() + bend * 0.5625, top), new Point(from.x() + bend, top));
    }

    private static Curve falling(double bend, double top, Point to) {
        return new Curve(new Point(to.x() - bend * 0.4375, top), new Point(to.x(), top + (to.y() - top) * 0.1875), to);
    }

    /** Through corners, each rounded. The last piece enters from the left. */
    static Route through(List<Point> corners) {
        return through(corners, CORNER);
    }

    /** @param most units by which a corner is cut; less where its sides are short */
    static Route through(List<Point> given, double most) {
        List<Point> corners = withoutStops(given);
        List<Segment> segments = new ArrayList<>();
        Point at = corners.getFirst();
        for (int i = 1; i < corners.size() - 1; i++) {
            Point corner = corners.get(i);
            double in = corners.get(i - 1).distance(corner);
            double out = corner.distance(corners.get(i + 1));
            double round = Math.min(Math.min(CORNER, most), Math.min(in, out) / 2);
            Point from = near(corner, corners.get(i - 1), round);
            Point to = near(corner, corners.get(i + 1), round);
            if (!from.equals(at)) {
                segments.add(new Line(from));
            }
            if (round > 0) {
                segments.add(new Curve(near(corner, from, round * ROUND), near(corner, to, round * ROUND), to));
            }
            at = to;
        }
        segments.add(new Line(corners.getLast()));
        return new Route(corners.getFirst(), segments, Side.LEFT, Route.Load.NOTHING, corners.getLast());
    }

    /** So many units beside a corner, towards a point in its row or column. */
    private static Point near(Point corner, Point towards, double units) {
        return corner.moved(units * Math.signum(towards.x() - corner.x()),
                units * Math.signum(towards.y() - corner.y()));
    }

    /** Without points at which the way does not turn. */
    private static List<Point> withoutStops(List<Point> points) {
        List<Point> corners = new ArrayList<>();
        for (Point point : points) {
            if (!corners.isEmpty() && corners.getLast().distance(point) < 1e-9) {
                continue;
            }
            if (corners.size() > 1 && isBetween(corners.get(corners.size() - 2), corners.getLast(), point)) {
                corners.removeLast();
            }
            corners.add(point);
        }
        if (corners.size() == 1) {
            corners.add(corners.getFirst());
        }
        return corners;
    }

    private static boolean isBetween(Point a, Point middle, Point b) {
        return Math.abs(a.distance(middle) + middle.distance(b) - a.distance(b)) < 1e-9;
    }
}
