package skipstitch.engine;

import java.util.List;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
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
