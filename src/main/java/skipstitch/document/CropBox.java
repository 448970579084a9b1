package skipstitch.document;

import skipstitch.network.Shape;

/**
 * The part of a picture that a network gets to see, in the picture's pixels; edges may fall within a pixel.
 *
 * @param x      of its left edge, 0 at the picture's left edge
 * @param y      of its top edge, 0 at the picture's top edge
 * @param width  above 0
 * @param height above 0
 */
public record CropBox(double x, double y, double width, double height) {

    /** @throws IllegalArgumentException if a number is not finite, or a side is not above 0 */
    public CropBox {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(width) || !Double.isFinite(height)
                || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("Not a box: " + width + "×" + height + " at " + x + ", " + y);
        }
    }

    /** The largest box of the input's aspect, in the middle of the picture. */
    public static CropBox centred(Picture picture, Shape input) {
        double scale = Math.min((double) picture.width() / input.width(), (double) picture.height() / input.height());
        double width = Math.min(input.width() * scale, picture.width());
        double height = Math.min(input.height() * scale, picture.height());
        return new CropBox((picture.width() - width) / 2, (picture.height() - height) / 2, width, height);
    }

    /** This box moved, but not out of the picture. */
    public CropBox movedBy(double dx, double dy, Picture picture) {
        return new CropBox(Math.clamp(x + dx, 0, Math.max(0, picture.width() - width)),
                Math.clamp(y + dy, 0, Math.max(0, picture.height() - height)), width, height);
    }

    /** Whether all of it lies on the picture. */
    public boolean isWithin(Picture picture) {
        // A box computed from fractions may miss the edge by rounding.
        double slack = 1e-6;
        return x >= -slack && y >= -slack && x + width <= picture.width() + slack
                && y + height <= picture.height() + slack;
    }
}
