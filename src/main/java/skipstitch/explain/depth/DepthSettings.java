package skipstitch.explain.depth;

/**
 * The dials of a chain.
 *
 * @param blocks         n, from {@link #FEWEST} to {@link #MOST}
 * @param shortcut       λ, what each shortcut is multiplied by, from 0 to {@link #MOST_SHORTCUT}
 * @param reluAfterMerge whether a block's last ReLU stands after the merge (as in ResNet) or before it, in the branch
 * @param norm           whether a batch norm follows each layer of a block, by the batch's own statistics
 * @param seed           of the kernels, and of the weights with which the output's values are summed up
 */
public record DepthSettings(int blocks, double shortcut, boolean reluAfterMerge, boolean norm, InitialKernels kernels,
                            BlockKind kind, long seed) {
    public static final int FEWEST = 2;
    public static final int MOST = 50;
    public static final double MOST_SHORTCUT = 1.5;

    /** @throws IllegalArgumentException if a number is out of its range */
    public DepthSettings {
        if (blocks < FEWEST || blocks > MOST) {
            throw new IllegalArgumentException("A chain has " + FEWEST + " to " + MOST + " blocks, not " + blocks);
        }
        if (!(shortcut >= 0 && shortcut <= MOST_SHORTCUT)) {
            throw new IllegalArgumentException("λ goes from 0 to " + MOST_SHORTCUT + ": " + shortcut);
        }
    }

    /** Thirty blocks of convolutions, identity shortcuts, He's kernels, nothing else. */
    public static DepthSettings usual() {
        return new DepthSettings(30, 1, false, false, InitialKernels.HE, BlockKind.CONVOLUTIONS, 1);
    }

    public DepthSettings withBlocks(int now) {
        return new DepthSettings(now, shortcut, reluAfterMerge, norm, kernels, kind, seed);
    }

    public DepthSettings withShortcut(double now) {
        return new DepthSettings(blocks, now, reluAfterMerge, norm, kernels, kind, seed);
    }

    public DepthSettings withReluAfterMerge(boolean now) {
        return new DepthSettings(blocks, shortcut, now, norm, kernels, kind, seed);
    }

    public DepthSettings withNorm(boolean now) {
        return new DepthSettings(blocks, shortcut, reluAfterMerge, now, kernels, kind, seed);
    }

    public DepthSettings withKernels(InitialKernels now) {
        return new DepthSettings(blocks, shortcut, reluAfterMerge, norm, now, kind, seed);
    }

    public DepthSettings withKind(BlockKind now) {
        return new DepthSettings(blocks, shortcut, reluAfterMerge, norm, kernels, now, seed);
    }

    public DepthSettings withSeed(long now) {
        return new DepthSettings(blocks, shortcut, reluAfterMerge, norm, kernels, kind, now);
    }
}
