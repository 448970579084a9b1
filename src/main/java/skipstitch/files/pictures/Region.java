package skipstitch.files.pictures;

/** A part of the plane, as the distance from its edge: negative inside, positive outside. */
@FunctionalInterface
interface Region {

    double distance(double x, double y);

    static Region circle(double cx, double cy, double radius) {
        return (x, y) -> length(x - cx, y - cy) - radius;
    }

    /** The distance is exact on the edge, and near enough by it. */
    static Region ellipse(double cx, double cy, double rx, double ry) {
        return (x, y) -> {
            double u = (x - cx) / rx;
            double v = (y - cy) / ry;
            double slope = 2 * length(u / rx, v / ry);
            return slope == 0 ? -Math.min(rx, ry) : (u * u + v * v - 1) / slope;
        };
    }

    static Region box(double left, double top, double right, double bottom) {
        return box(left, top, right, bottom, 0);
    }

    /** With corners rounded by a radius. */
    static Region box(double left, double top, double right, double bottom, double radius) {
        return (x, y) -> {
            double dx = Math.max(left - x, x - right) + radius;
            double dy = Math.max(top - y, y - bottom) + radius;
            double outside = length(Math.max(dx, 0), Math.max(dy, 0));
            return outside + Math.min(Math.max(dx, dy), 0) - radius;
        };
    }

    /** Corners as x, y, x, y, …; the last is joined to the first. */
    static Region polygon(double... corners) {
        return (x, y) -> {
            double nearest = Double.MAX_VALUE;
            boolean inside = false;
            int count = corners.length;
            for (int i = 0, j = count - 2; i < count; j = i, i += 2) {
                nearest = Math.min(nearest, toSegment(x, y, corners[j], corners[j + 1], corners[i], corners[i + 1]));
                boolean crosses = corners[i + 1] > y != corners[j + 1] > y;
                if (crosses && x < corners[i] + (y - corners[i + 1]) * (corners[j] - corners[i])
                        / (corners[j + 1] - corners[i + 1])) {
                    inside = !inside;
                }
            }
            return inside ? -nearest : nearest;
        };
    }

    /** A line through the points x, y, x, y, …, with round ends and joints. */
    static Region line(double width, double... points) {
        return (x, y) -> {
            double nearest = Double.MAX_VALUE;
            for (int i = 0; i + 3 < points.length; i += 2) {
                nearest = Math.min(nearest, toSegment(x, y, points[i], points[i + 1], points[i + 2], points[i + 3]));
            }
            return nearest - width / 2;
        };
    }

    /** The part of a ring between two angles, in degrees clockwise from the right, with round ends. */
    static Region arc(double width, double cx, double cy, double rx, double ry, double from, double to) {
        int pieces = 48;
        double[] points = new double[2 * pieces + 2];
        for (int i = 0; i <= pieces; i++) {
            double angle = StrictMath.toRadians(from + (to - from) * i / pieces);
            points[2 * i] = cx + rx * StrictMath.cos(angle);
            points[2 * i + 1] = cy + ry * StrictMath.sin(angle);
        }
        return line(width, points);
    }

    default Region and(Region other) {
        return (x, y) -> Math.max(distance(x, y), other.distance(x, y));
    }

    default Region or(Region other) {
        return (x, y) -> Math.min(distance(x, y), other.distance(x, y));
    }

    default Region without(Region other) {
        return (x, y) -> Math.max(distance(x, y), -other.distance(x, y));
    }

    default Region grown(double by) {
        return (x, y) -> distance(x, y) - by;
    }

    default Region moved(double dx, double dy) {
        return (x, y) -> distance(x - dx, y - dy);
    }

    /** Turned clockwise about a point. */
    default Region turned(double degrees, double cx, double cy) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        return (x, y) -> distance(cx + (x - cx) * cos + (y - cy) * sin, cy - (x - cx) * sin + (y - cy) * cos);
    }

    /** Of a vector. A square root is rounded the same everywhere, as {@code StrictMath.hypot} is, and costs less. */
    static double length(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }

    private static double toSegment(double x, double y, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / square, 0.0, 1.0);
        return length(x - ax - along * dx, y - ay - along * dy);
    }
}
