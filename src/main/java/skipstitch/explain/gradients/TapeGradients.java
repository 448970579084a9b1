package skipstitch.explain.gradients;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.engine.Activations;
import skipstitch.engine.tape.Tape;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/**
 * The gradients on a tape that went both ways with a batch of one, to be looked at as if they were activations: a node's
 * is the gradient with respect to its tensor, an edge's the part that came back by it.
 */
final class TapeGradients implements Activations {
    private final Shapes shapes;
    private final Tape tape;
    private final Map<NodeId, float[]> seeds;
    private boolean closed;

    /** @param seeds of the pass back that the tape has */
    TapeGradients(Shapes shapes, Tape tape, Map<NodeId, float[]> seeds) {
        this.shapes = shapes;
        this.tape = tape;
        this.seeds = seeds;
    }

    /** By which ways the gradient came to the input. */
    synchronized Optional<Ways> ways(Lane lane, NodeId merge) {
        refuseIfClosed();
        return Ways.of(lane, tape, seeds, merge);
    }

    @Override
    public boolean has(NodeId id) {
        return shapes.find(id).isPresent();
    }

    @Override
    public synchronized Tensor tensor(NodeId id) {
        refuseIfClosed();
        if (!has(id)) {
            throw new IllegalArgumentException("'" + id + "' has no tensor in this run");
        }
        return new Tensor(shapes.shape(id), tape.gradient(id));
    }

    @Override
    public synchronized Tensor on(Edge edge) {
        refuseIfClosed();
        Inlet inlet = shapes.network().inlet(edge)
                .orElseThrow(() -> new IllegalArgumentException("There is no " + edge));
        return new Tensor(shapes.shape(inlet.source()), tape.gradient(edge));
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("These gradients were closed");
        }
    }

    @Override
    public List<NodeId> computed() {
        return shapes.order().stream().map(node -> node.id()).filter(this::has).toList();
    }

    @Override
    public synchronized void close() {
        closed = true;
        tape.close();
    }
}
