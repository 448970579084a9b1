package skipstitch.files.pictures;

/**
 * Smooth noise that depends on its seed and the place alone: gradients on a lattice of whole numbers, blended
 * between (Perlin, "Improving noise", 2002), at unit spacing, about −1 to 1.
 *
 * @param seed another seed, another field
 */
record Noise(long seed) {

    double at(double x, double y) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double dx = x - left;
        double dy = y - top;
        double above = mix(slope(left, top, dx, dy), slope(left + 1, top, dx - 1, dy), fade(dx));
        double below = mix(slope(left, top + 1, dx, dy - 1), slope(left + 1, top + 1, dx - 1, dy - 1), fade(dx));
        // Unit gradients in two dimensions reach 1/√2 at most.
        return mix(above, below, fade(dy)) * Math.sqrt(2);
    }

    /** Noise upon noise: each octave twice as fine and half as strong. */
    double octaves(double x, double y, int count) {
        double sum = 0;
        double strength = 1;
        for (int octave = 0; octave < count; octave++) {
            sum += strength * new Noise(seed + octave * 7919L).at(x / strength, y / strength);
            strength /= 2;
        }
        return sum;
    }

    /** A number from 0 to 1 for each whole number. */
    double pick(long index) {
        return (hash(seed ^ hash(index)) >>> 11) * 0x1.0p-53;
    }

    private double slope(long column, long row, double dx, double dy) {
        double angle = 2 * Math.PI * pick(column * 0x1_0000_0001L + row * 31);
        return StrictMath.cos(angle) * dx + StrictMath.sin(angle) * dy;
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    /** The output function of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long hash(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
