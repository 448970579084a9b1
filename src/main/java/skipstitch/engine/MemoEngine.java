package skipstitch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/**
 * Walks networks and computes what the memo does not know. A node's key is a hash of its layer, its weights'
 * key and its inlets' keys, so lanes share their trunk, an edit recomputes what is downstream of it, and undo
 * recomputes nothing; no code invalidates anything. An edge that is intervened on has a tensor and a key of its own.
 *
 * <p>Arrays are freed only while a layer is computed and in {@link #close}, under the engine's lock.
 */
public final class MemoEngine<V> implements Engine {
    /** The picture as doubles in three colours, and as floats. */
    private static final int INPUT_COPIES = 8;

    final Backend<V> backend;
    private final Memo<V> memo;
    private boolean closed;

    public MemoEngine(Backend<V> backend) {
        this.backend = backend;
        this.memo = new Memo<>(backend::free);
    }

    @Override
    public String name() {
        return backend.name();
    }

    @Override
    public synchronized Activations run(Pass pass, Progress progress) {
        return Engine.super.run(pass, progress);
    }

    @Override
    public synchronized Footprint footprint(List<Pass> passes, Retention retention) {
        List<PassKeys> keys = passes.stream().map(PassKeys::new).toList();
        return Estimate.of(passes, keys, retention, memo, backend.availableBytes());
    }

    @Override
    public synchronized Walk begin(List<Pass> passes, Retention retention) {
        refuseIfClosed();
        passes.forEach(pass -> refuseIfInputTooLarge(pass.shapes()));
        List<PassKeys> keys = passes.stream().map(PassKeys::new).toList();
        Footprint footprint = Estimate.of(passes, keys, retention, memo, backend.availableBytes());
        if (!footprint.fits()) {
            throw new RunTooLarge(footprint);
        }
        List<Held<V>> held = new ArrayList<>();
        for (int i = 0; i < passes.size(); i++) {
            held.add(new Held<>(this, passes.get(i), keys.get(i)));
        }
        return new Passes<>(this, held, retention, footprint);
    }

    /** Before the picture is brought to an input's shape, which takes several times its bytes on the heap. */
    private static void refuseIfInputTooLarge(Shapes shapes) {
        long available = Runtime.getRuntime().maxMemory() / 2;
        for (Node node : shapes.order()) {
            if (node.layer() instanceof Layer.Input(Shape shape) && shape.bytes() * INPUT_COPIES > available) {
                throw new RunTooLarge(new Footprint(shape.bytes() * INPUT_COPIES, 0, available,
                        Optional.of(new Footprint.Largest(node, shape.bytes()))));
            }
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("The engine is closed");
        }
    }

    /** Computes a node, whose sources are held, and holds it; lets go what nobody reads any more. */
    synchronized void compute(Held<V> held, Node node, Optional<Reads> toRead) {
        refuseIfClosed();
        new Computing<>(backend, memo, held).node(node);
        toRead.ifPresent(reads -> held.drop(reads.computed(node)));
    }

    /** Computes what is intervened on the edges into a node that does not fit. */
    synchronized void computeEdges(Held<V> held, Node misfit) {
        refuseIfClosed();
        new Computing<>(backend, memo, held).edges(misfit);
    }

    /** Reads a tensor that was let go, after computing it again from what is known of it. */
    synchronized <R> R again(Held<V> held, NodeId id, Function<V, R> reading) {
        refuseIfClosed();
        Held<V> anew = new Held<>(this, held);
        try {
            new Computing<>(backend, memo, anew).again(id);
            return reading.apply(anew.value(id));
        } finally {
            anew.close();
        }
    }

    /** Bytes of all arrays held, pinned or not. */
    public synchronized long bytesHeld() {
        return memo.bytes();
    }

    synchronized void release(Iterable<Memo.Entry<V>> entries) {
        entries.forEach(Memo.Entry::unpin);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            memo.clear();
            backend.close();
        }
    }
}
