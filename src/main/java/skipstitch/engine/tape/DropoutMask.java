package skipstitch.engine.tape;

import skipstitch.engine.CounterRandom;
import skipstitch.network.NodeId;

/** What a dropout drops in training: the same for every tape. */
public final class DropoutMask {
    private DropoutMask() {}

    /**
     * Drawn from the seed and the node's id.
     *
     * @param rate  the share that is dropped
     * @param count of values, N·C·H·W
     * @return {@code [N, C, H, W]}: 0 for what is dropped, else {@code 1/(1 − rate)}
     */
    public static float[] of(long seed, NodeId id, float rate, int count) {
        long key = CounterRandom.key(seed, id.value());
        float[] mask = new float[count];
        for (int i = 0; i < count; i++) {
            mask[i] = CounterRandom.uniform(key, i) <= rate ? 0 : 1 / (1 - rate);
        }
        return mask;
    }
}
