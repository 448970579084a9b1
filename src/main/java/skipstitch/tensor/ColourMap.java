package skipstitch.tensor;

/**
 * Colours of values. Blue and orange mean the branches, so no map has them: signed values go from purple over
 * near-white to green, non-negative ones over the green half, pictures from black to white.
 */
public enum ColourMap {
    /** Purple, near-white at 0, green. Stops after ColorBrewer's PRGn, darkened at the ends. */
    DIVERGING(0x2d0036, 0x762a83, 0xb485bf, 0xe0cfe5, 0xf7f7f7, 0xcfe8ca, 0x7fbf7b, 0x1b7837, 0x00331a),
    /** Near-white at 0 to green: the right half of {@link #DIVERGING}. */
    SEQUENTIAL(0xf7f7f7, 0xcfe8ca, 0x7fbf7b, 0x1b7837, 0x00331a),
    /** Black to white, for the input picture. */
    GREY(0x000000, 0xffffff);

    /** Not a number: yellow, in no map. */
    public static final int NAN_ARGB = 0xffffd400;
    /** Plus or minus infinity: red, in no map. */
    public static final int INFINITE_ARGB = 0xffe00028;

    private static final int STEPS = 1024;

    private final int[] table = new int[STEPS + 1];

    ColourMap(int... stops) {
        for (int i = 0; i <= STEPS; i++) {
            double at = (double) i / STEPS * (stops.length - 1);
            int stop = Math.min((int) at, stops.length - 2);
            table[i] = mix(stops[stop], stops[stop + 1], at - stop);
        }
    }

    private static int mix(int from, int to, double share) {
        int argb = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = (from >> shift & 0xff) * (1 - share) + (to >> shift & 0xff) * share;
            argb = argb << 8 | (int) Math.round(part);
        }
        return argb;
    }

    /** The colour at a position from 0 to 1, opaque ARGB. */
    int at(double position) {
        return table[(int) (Math.clamp(position, 0, 1) * STEPS + 0.5)];
    }
}
