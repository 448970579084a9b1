package skipstitch.explain.proofs;

import skipstitch.tensor.Tensor;

/**
 * How far one tensor is from another of its shape.
 *
 * @param largest the largest magnitude over all channels
 * @param map     of one channel, {@code [1, H, W]}, the first less the second
 * @param isNone  whether they are the same but for the rounding of floats
 */
public record Difference(float largest, Tensor map, boolean isNone) {
    /** Sums of some hundred products, added in another order, agree to this share of the largest value. */
    private static final float ROUNDING = 1e-5f;

    static Difference of(Tensor a, Tensor b, int channel) {
        float largest = 0;
        float value = 0;
        for (int i = 0; i < a.values().length; i++) {
            largest = Math.max(largest, Math.abs(a.values()[i] - b.values()[i]));
            value = Math.max(value, Math.max(Math.abs(a.values()[i]), Math.abs(b.values()[i])));
        }
        float[] map = a.map(channel).values();
        float[] other = b.map(channel).values();
        for (int i = 0; i < map.length; i++) {
            map[i] -= other[i];
        }
        return new Difference(largest, new Tensor(a.shape().withChannels(1), map), largest <= ROUNDING * value);
    }
}
