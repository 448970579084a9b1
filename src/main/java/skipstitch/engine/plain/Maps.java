package skipstitch.engine.plain;

/** What the sliding layers share: which steps of a window stay inside, and maps of sums made into maps of values. */
final class Maps {
    private Maps() {}

    /** The first step o ≥ 0 for which {@code o·stride + shift ≥ 0}. */
    static int firstInside(int shift, int stride) {
        return shift >= 0 ? 0 : Math.ceilDiv(-shift, stride);
    }

    /** The end of the steps o &lt; steps for which {@code o·stride + shift < size}. */
    static int endInside(int shift, int stride, int size, int steps) {
        return Math.clamp(Math.ceilDiv((long) size - shift, (long) stride), 0, steps);
    }

    /** Rounds the sums of one channel into the values. */
    static void store(double[] map, float[] values, int channel) {
        int at = channel * map.length;
        for (int k = 0; k < map.length; k++) {
            values[at + k] = (float) map[k];
        }
    }
}
