package skipstitch.explain.arithmetic;

import skipstitch.network.Shape;

/** A place in a tensor {@code [C, H, W]}, each counted from 0. */
public record Cell(int channel, int y, int x) {

    /** Whether a tensor of this shape has it. */
    public boolean isIn(Shape shape) {
        return channel >= 0 && channel < shape.channels()
                && y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
    }

    /** {@code channel 3, (12, 19)}. */
    @Override
    public String toString() {
        return "channel " + channel + ", (" + y + ", " + x + ")";
    }
}
