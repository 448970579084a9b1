package skipstitch.network.layout;

/** A part of the world, in its units. */
public record Area(double left, double top, double width, double height) {

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }
}
