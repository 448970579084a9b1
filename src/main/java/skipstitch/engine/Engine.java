package skipstitch.engine;

import java.util.List;
import java.util.concurrent.CancellationException;

/** Computes forward passes, one layer at a time. Activations may be read meanwhile. */
public interface Engine extends AutoCloseable {

    /** What computes, for a person: {@code ND4J 1.0.0-M2.1 (oneDNN)}. */
    String name();

    /** What the passes need while they are computed, side by side, and as long as their activations are held. */
    Footprint footprint(List<Pass> passes, Retention retention);

    /**
     * Begins to compute whatever of the passes is not known yet.
     *
     * @throws RunTooLarge before anything is computed, if all of them together would not fit in memory
     */
    Walk begin(List<Pass> passes, Retention retention);

    /**
     * Computes whatever of the pass is not known yet.
     *
     * @throws RunTooLarge           before anything is computed, if it would not fit in memory
     * @throws CancellationException if {@code progress} called it off
     */
    default Activations run(Pass pass, Progress progress) {
        return begin(List.of(pass), Retention.ALL).finish(progress).getFirst();
    }

    /** Frees all. */
    @Override
    void close();
}
