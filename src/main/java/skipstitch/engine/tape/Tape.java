package skipstitch.engine.tape;

import java.util.Map;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;

/**
 * A network made ready for both ways: every tensor of a batch is kept on the way forward, and its gradient on the way
 * back. Arrays of values are {@code [N, C, H, W]}, flat. Used by one thread at a time.
 */
public interface Tape extends AutoCloseable {

    /** N. */
    int batch();

    /** Read at each {@link #forward}. */
    Parameters parameters();

    /**
     * Computes every tensor.
     *
     * @param inputs what each input layer gives
     * @param seed   of what dropouts drop in training
     * @throws IllegalArgumentException if an input is missing or of another size
     */
    void forward(Map<NodeId, float[]> inputs, long seed);

    /**
     * Computes the gradient of a scalar with respect to every tensor and all that can be trained, after
     * {@link #forward}.
     *
     * @param seeds the scalar's derivative by the values of the nodes that it is made of; what reaches none of them has
     *              gradient 0
     * @throws IllegalArgumentException if one is of another size than its node's tensor
     * @throws IllegalStateException    without a pass forward before it
     */
    void backward(Map<NodeId, float[]> seeds);

    /**
     * A node's tensor, copied out.
     *
     * @throws IllegalArgumentException if the node has none
     */
    float[] values(NodeId id);

    /**
     * The gradient with respect to a node's tensor, of all ways that it goes on, copied out.
     *
     * @throws IllegalArgumentException if the node has none
     */
    float[] gradient(NodeId id);

    /**
     * The part of a source's gradient that comes back by one edge, of the source's size, copied out. What an edge of
     * pooling indices brings back is 0.
     *
     * @throws IllegalArgumentException if there is no such edge or nothing on it
     */
    float[] gradient(Edge edge);

    /** The gradients with respect to what can be trained; the arrays are written at each {@link #backward}. */
    Map<NodeId, Trainable> slopes();

    /** In training: each norm's statistics of the last batch, written at each {@link #forward}; else empty. */
    Map<NodeId, Statistics> batchStatistics();

    /** Frees all. Closing twice is harmless. */
    @Override
    void close();
}
