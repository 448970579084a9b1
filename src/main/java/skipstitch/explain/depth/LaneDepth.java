package skipstitch.explain.depth;

import java.util.List;
import skipstitch.network.Variant;

/**
 * One chain, measured.
 *
 * @param variant plain is without skips
 * @param levels  what enters each block, and what leaves the last: n+1
 */
public record LaneDepth(Variant variant, List<Level> levels) {

    /** What a gradient has become that has come back through all blocks. */
    public enum Fate { FADES, STAYS, EXPLODES }

    /** To a hundredth or a hundredfold. */
    public static final double FAR = 100;

    public LaneDepth {
        levels = List.copyOf(levels);
    }

    /** The gradient's size at the first block's input, divided by that at the last block's output. */
    public double gradientRatio() {
        return levels.getFirst().gradient() / levels.getLast().gradient();
    }

    /** The values' size at the last block's output, divided by that at the first block's input. */
    public double valueRatio() {
        return levels.getLast().value() / levels.getFirst().value();
    }

    public Fate fate() {
        double ratio = gradientRatio();
        return ratio < 1 / FAR ? Fate.FADES : ratio > FAR ? Fate.EXPLODES : Fate.STAYS;
    }
}
