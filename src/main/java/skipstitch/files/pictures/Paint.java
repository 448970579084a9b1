package skipstitch.files.pictures;

/** A colour for every place. */
@FunctionalInterface
interface Paint {

    Colour at(double x, double y);

    /** From one colour at (x0, y0) to the other at (x1, y1), held at the ends beyond. */
    static Paint gradient(Colour from, double x0, double y0, Colour to, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        return (x, y) -> from.mix(to, ((x - x0) * dx + (y - y0) * dy) / square);
    }

    /** From the top colour at {@code y0} to the bottom one at {@code y1}. */
    static Paint vertical(Colour top, double y0, Colour bottom, double y1) {
        return gradient(top, 0, y0, bottom, 0, y1);
    }

    /** From one colour in the middle to the other at the radius. */
    static Paint radial(Colour middle, Colour rim, double cx, double cy, double radius) {
        return (x, y) -> middle.mix(rim, Region.length(x - cx, y - cy) / radius);
    }

    /** This paint, lighter and darker by up to {@code depth} as the noise goes, with grains of {@code size}. */
    default Paint grained(Noise noise, double size, double depth) {
        return (x, y) -> at(x, y).shade(depth * noise.at(x / size, y / size));
    }
}
