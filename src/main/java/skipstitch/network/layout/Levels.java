package skipstitch.network.layout;

import java.util.List;
import skipstitch.network.Layer;
import skipstitch.network.layout.Graph.Vertex;

/**
 * How far down a U each layer of a trunk stands: by one for each halving of the resolution, up again for each
 * doubling. By the layers' settings, not by shapes, so that nothing jumps while a shape does not fit.
 */
final class Levels {
    /** World units from level to level: an inner skip passes below an outer one. */
    static final double STEP = 32;
    /** Where groups are folded, few cards stand in a row, and the U may be deep. */
    static final double FOLDED_STEP = 64;
    private static final int DEEP = 3;
    private static final int LONG = 16;

    private Levels() {}

    /** Of each node; all 0 for a trunk that is no encoder–decoder, or one so small that a row shows it better. */
    static int[] of(List<Vertex> trunk) {
        int[] levels = new int[trunk.size()];
        int level = 0;
        int least = 0;
        int most = 0;
        for (int i = 0; i < levels.length; i++) {
            level += trunk.get(i).halvings();
            levels[i] = level;
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        boolean comesBack = most - level >= 2;
        boolean large = most >= DEEP || most >= DEEP - 1 && levels.length > LONG;
        if (!comesBack || !large) {
            return new int[trunk.size()];
        }
        for (int i = 0; i < levels.length; i++) {
            levels[i] -= least;
        }
        return levels;
    }

    /** How often a layer halves the resolution; less than 0 where it doubles it. */
    static int halvings(Layer layer) {
        return switch (layer) {
            case Layer.Conv conv -> halvings(conv.window().stride().height());
            case Layer.MaxPool pool -> halvings(pool.window().stride().height());
            case Layer.AveragePool pool -> halvings(pool.window().stride().height());
            case Layer.Subsample subsample -> halvings(subsample.stride());
            case Layer.TransposedConv conv -> -halvings(conv.stride().height());
            case Layer.Upsample upsample -> -halvings(upsample.factor());
            case Layer.MaxUnpool _ -> -1;
            default -> 0;
        };
    }

    private static int halvings(int factor) {
        return factor < 2 ? 0 : (int) Math.min(8, Math.round(Math.log(factor) / Math.log(2)));
    }
}
