package skipstitch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.tensor.Moments;
import skipstitch.tensor.Tensor;

/** The activations of one pass: pins on the memo's entries. Reading waits for no pass, closing for all readers. */
final class Held<V> implements Activations {
    private final MemoEngine<V> engine;
    private final Pass pass;
    final PassKeys keys;
    private final Map<NodeId, Memo.Entry<V>> entries = new LinkedHashMap<>();
    private final Map<Edge, Memo.Entry<V>> edges = new HashMap<>();
    private final Map<NodeId, LayerWeights> given = new HashMap<>();
    private final Set<NodeId> found = new HashSet<>();
    private final List<NodeId> computed = new ArrayList<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    Held(MemoEngine<V> engine, Pass pass, PassKeys keys) {
        this.engine = engine;
        this.pass = pass;
        this.keys = keys;
    }

    /** For the same pass, holding nothing yet. */
    Held(MemoEngine<V> engine, Held<V> other) {
        this(engine, other.pass, other.keys);
        given.putAll(other.given);
    }

    Pass pass() {
        return pass;
    }

    /** Says with which weights a layer is computed, where they are not the pass's. */
    void weigh(NodeId id, LayerWeights weights) {
        given.put(id, weights);
    }

    LayerWeights weights(NodeId id) {
        return given.getOrDefault(id, pass.weights().of(id));
    }

    void hold(NodeId id, Memo.Entry<V> entry) {
        entry.pin();
        entries.put(id, entry);
        found.add(id);
    }

    /** What an intervention left of the tensor on an edge. */
    void hold(Edge edge, Memo.Entry<V> entry) {
        entry.pin();
        edges.put(edge, entry);
    }

    /** Lets tensors go; they can be computed again. */
    void drop(Reads.Spent spent) {
        spent.nodes().forEach(id -> entries.remove(id).unpin());
        spent.edges().stream().filter(edges::containsKey).forEach(edge -> edges.remove(edge).unpin());
    }

    void computed(NodeId id) {
        computed.add(id);
    }

    boolean holds(NodeId id) {
        return entries.containsKey(id);
    }

    V value(NodeId id) {
        return entries.get(id).value;
    }

    /** What the node at an edge's end reads. */
    V value(Edge edge) {
        Memo.Entry<V> intervened = edges.get(edge);
        return intervened == null ? value(source(edge)) : intervened.value;
    }

    NodeId source(Edge edge) {
        return edge.of(pass.shapes().network()).source();
    }

    @Override
    public boolean has(NodeId id) {
        return found.contains(id);
    }

    @Override
    public Tensor tensor(NodeId id) {
        return read(id, value -> engine.backend.download(value, pass.shapes().shape(id)));
    }

    @Override
    public Tensor map(NodeId id, int channel) {
        return read(id, value -> engine.backend.map(value, pass.shapes().shape(id), channel));
    }

    @Override
    public Moments moments(NodeId id, int step) {
        return read(id, value -> engine.backend.moments(value, pass.shapes().shape(id), step));
    }

    @Override
    public Tensor on(Edge edge) {
        NodeId source = source(edge);
        if (keys.edges.containsKey(edge) && !edges.containsKey(edge)) {
            return pass.interventions().apply(edge, tensor(source));
        }
        return edges.containsKey(edge)
                ? read(source, () -> engine.backend.download(value(edge), pass.shapes().shape(source)))
                : tensor(source);
    }

    private <R> R read(NodeId id, Function<V, R> reading) {
        return read(id, () -> holds(id) ? reading.apply(value(id)) : engine.again(this, id, reading));
    }

    private <R> R read(NodeId id, Supplier<R> reading) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("These activations were closed");
            }
            if (!has(id)) {
                throw new IllegalArgumentException("'" + id + "' has no tensor in this run");
            }
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<NodeId> computed() {
        return List.copyOf(computed);
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                engine.release(entries.values());
                engine.release(edges.values());
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
