package skipstitch.network.layout;

/** A part of the world, in its units. */
public record Area(double left, double top, double width, double height) {

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    /** Whether all of another one lies in it. */
    public boolean contains(Area other) {
        return other.left >= left && other.top >= top && other.right() <= right() && other.bottom() <= bottom();
    }

    public boolean touches(Box box) {
        return box.left() <= right() && box.right() >= left && box.top() <= bottom() && box.bottom() >= top;
    }

    /** Whether some of a route may lie in it: judged by the corners of its pieces. */
    public boolean touches(Route route) {
        double least = route.start().x();
        double most = least;
        double highest = route.start().y();
        double lowest = highest;
        for (Segment segment : route.segments()) {
            least = Math.min(least, segment.to().x());
            most = Math.max(most, segment.to().x());
            highest = Math.min(highest, segment.to().y());
            lowest = Math.max(lowest, segment.to().y());
        }
        return least <= right() && most >= left && highest <= bottom() && lowest >= top;
    }

    /** Larger on every side by so many times its own size. */
    public Area grown(double times) {
        return new Area(left - width * times, top - height * times, width * (1 + 2 * times), height * (1 + 2 * times));
    }
}
