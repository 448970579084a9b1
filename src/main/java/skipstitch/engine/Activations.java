package skipstitch.engine;

import java.util.List;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.tensor.Moments;
import skipstitch.tensor.Tensor;

/**
 * Every tensor of one pass, held until closed. Any thread may read.
 */
public interface Activations extends AutoCloseable {

    /** Whether the node has a tensor: it fitted, and all before it. */
    boolean has(NodeId id);

    /**
     * Copies one node's tensor out, {@code [C, H, W]}.
     *
     * @throws IllegalArgumentException if the node has none
     * @throws IllegalStateException    after {@link #close()}
     */
    Tensor tensor(NodeId id);

    /**
     * Copies one channel of a node's tensor out, {@code [1, H, W]}.
     *
     * @throws IllegalArgumentException if the node has none
     * @throws IllegalStateException    after {@link #close()}
     */
    default Tensor map(NodeId id, int channel) {
        return tensor(id).map(channel);
    }

    /**
     * Sums over every {@code step}-th pixel of a node's tensor, in reading order.
     *
     * @throws IllegalArgumentException if the node has none
     * @throws IllegalStateException    after {@link #close()}
     */
    default Moments moments(NodeId id, int step) {
        return Moments.of(tensor(id), step);
    }

    /**
     * Copies out what a node read by one of its inlets, {@code [C, H, W]}.
     *
     * @throws IllegalArgumentException if there is no such edge, or no tensor on it
     * @throws IllegalStateException    after {@link #close()}
     */
    Tensor on(Edge edge);

    /** The nodes that this pass had to compute; the others were known. */
    List<NodeId> computed();

    /** Lets the tensors go; they stay in the memo while there is room. Closing twice is harmless. */
    @Override
    void close();
}
