package skipstitch.engine;

/** Computes forward passes. Passes run one at a time; activations may be read meanwhile. */
public interface Engine extends AutoCloseable {

    /** What computes, for a person: {@code ND4J 1.0.0-M2.1 (oneDNN)}. */
    String name();

    /**
     * Computes whatever of the pass is not known yet.
     *
     * @throws RunTooLarge           before anything is computed, if it would not fit in memory
     * @throws java.util.concurrent.CancellationException if {@code progress} called it off
     */
    Activations run(Pass pass, Progress progress);

    /** Frees all. */
    @Override
    void close();
}
