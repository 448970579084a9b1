package skipstitch.network.layout;

/** A part of a route, from where the part before it ends. */
public sealed interface Segment {

    /** Where it ends. */
    Point to();

    /** Straight. */
    record Line(Point to) implements Segment {}

    /** A cubic Bézier curve. */
    record Curve(Point control1, Point control2, Point to) implements Segment {}

    default Segment moved(double right, double down) {
        return switch (this) {
            case Line(Point to) -> new Line(to.moved(right, down));
            case Curve(Point first, Point second, Point to) ->
                    new Curve(first.moved(right, down), second.moved(right, down), to.moved(right, down));
        };
    }
}
