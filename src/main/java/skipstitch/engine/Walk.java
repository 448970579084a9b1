package skipstitch.engine;

import java.util.List;
import java.util.concurrent.CancellationException;
import skipstitch.network.Node;

/**
 * Passes under way, side by side: of each, one layer after the other in its network's order, so that the passes get
 * on alike. Used by one thread.
 */
public interface Walk extends AutoCloseable {

    /**
     * A layer to be computed.
     *
     * @param pass which one it belongs to, from 0 on
     */
    record Stop(int pass, Node node) {}

    /** What it takes of the memory, as it was known before. */
    Footprint footprint();

    /** All of them, in order. */
    List<Stop> stops();

    /** Computes the layer at the next stop, with the weights of its pass. */
    void advance();

    /**
     * Computes the layer at the next stop with other weights than the pass has. Once done in a walk, it must be done
     * at every stop.
     */
    void advance(LayerWeights weights);

    /** What each pass has found so far. It stays after the walk until closed. */
    List<Activations> activations();

    /**
     * Goes to the end.
     *
     * @return each pass's
     * @throws CancellationException if {@code progress} called it off; nothing is held then
     */
    default List<Activations> finish(Progress progress) {
        try {
            for (int done = 0; done < stops().size(); done++) {
                if (!progress.goOn(done, stops().size())) {
                    throw new CancellationException();
                }
                advance();
            }
            return activations();
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /** Closes the activations of all its passes. */
    @Override
    void close();
}
