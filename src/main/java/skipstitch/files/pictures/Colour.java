package skipstitch.files.pictures;

/**
 * An opaque colour; as a paint, the same everywhere.
 *
 * @param red   sRGB, 0 to 1
 * @param green sRGB, 0 to 1
 * @param blue  sRGB, 0 to 1
 */
record Colour(double red, double green, double blue) implements Paint {
    static final Colour BLACK = rgb(0x000000);
    static final Colour WHITE = rgb(0xFFFFFF);

    /** From {@code 0xRRGGBB}. */
    static Colour rgb(int rgb) {
        return new Colour((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    /** This colour at 0, the other at 1; held at the ends beyond. */
    Colour mix(Colour other, double share) {
        double t = Math.clamp(share, 0.0, 1.0);
        return new Colour(red + (other.red - red) * t, green + (other.green - green) * t,
                blue + (other.blue - blue) * t);
    }

    /** Lighter for amounts above 0, darker below: −1 is black, 1 is white. */
    Colour shade(double amount) {
        return amount < 0 ? mix(BLACK, -amount) : mix(WHITE, amount);
    }

    @Override
    public Colour at(double x, double y) {
        return this;
    }
}
