package skipstitch.files.pictures;

/** A square to paint on: transparent at first, {@value #UNITS} units wide, however many pixels that may be. */
final class Canvas {
    static final int UNITS = 256;

    private final int side;
    private final double pixelsPerUnit;
    private final double[] red;
    private final double[] green;
    private final double[] blue;
    private final double[] alpha;

    Canvas(int side) {
        this.side = side;
        pixelsPerUnit = (double) side / UNITS;
        red = new double[side * side];
        green = new double[side * side];
        blue = new double[side * side];
        alpha = new double[side * side];
    }

    Canvas fill(Paint paint) {
        return fill((_, _) -> -UNITS, paint);
    }

    /** Paints the inside of the region, its edge smoothed over one pixel. */
    Canvas fill(Region region, Paint paint) {
        return fade(region, paint, 0, 1);
    }

    /**
     * Paints the inside of the region, fading out on its edge.
     *
     * @param blur    over how many units it fades; half of it lies outside
     * @param opacity of the inside, 0 to 1
     */
    Canvas fade(Region region, Paint paint, double blur, double opacity) {
        double width = Math.max(blur, 1 / pixelsPerUnit);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double x = (column + 0.5) / pixelsPerUnit;
                double y = (row + 0.5) / pixelsPerUnit;
                double cover = opacity * Math.clamp(0.5 - region.distance(x, y) / width, 0.0, 1.0);
                if (cover > 0) {
                    blend(row * side + column, paint.at(x, y), cover);
                }
            }
        }
        return this;
    }

    private void blend(int index, Colour colour, double cover) {
        red[index] += (colour.red() - red[index]) * cover;
        green[index] += (colour.green() - green[index]) * cover;
        blue[index] += (colour.blue() - blue[index]) * cover;
        alpha[index] += (1 - alpha[index]) * cover;
    }

    int[] argb() {
        int[] argb = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            // What was blended onto nothing is premultiplied; a file is not.
            double whole = alpha[i] > 0 ? alpha[i] : 1;
            argb[i] = toByte(alpha[i]) << 24 | toByte(red[i] / whole) << 16 | toByte(green[i] / whole) << 8
                    | toByte(blue[i] / whole);
        }
        return argb;
    }

    private static int toByte(double share) {
        return (int) Math.round(255 * Math.clamp(share, 0.0, 1.0));
    }
}
