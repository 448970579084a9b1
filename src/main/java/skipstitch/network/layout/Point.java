package skipstitch.network.layout;

/** A point of the world; x from left to right, y downwards. */
public record Point(double x, double y) {

    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    Point moved(double right, double down) {
        return new Point(x + right, y + down);
    }

    /** The point so far on the way to another; 0 is here, 1 there. */
    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
