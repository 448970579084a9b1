package skipstitch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/** The activations of one pass: pins on the memo's entries. Reading waits for no pass, closing for all readers. */
final class Held<V> implements Activations {
    private final MemoEngine<V> engine;
    private final Shapes shapes;
    private final Map<NodeId, Memo.Entry<V>> entries = new LinkedHashMap<>();
    private final Map<Edge, Memo.Entry<V>> edges = new HashMap<>();
    private final List<NodeId> computed = new ArrayList<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    Held(MemoEngine<V> engine, Shapes shapes) {
        this.engine = engine;
        this.shapes = shapes;
    }

    void hold(NodeId id, Memo.Entry<V> entry) {
        entry.pin();
        entries.put(id, entry);
    }

    /** What an intervention left of the tensor on an edge. */
    void hold(Edge edge, Memo.Entry<V> entry) {
        entry.pin();
        edges.put(edge, entry);
    }

    void computed(NodeId id) {
        computed.add(id);
    }

    int size() {
        return entries.size();
    }

    V value(NodeId id) {
        return entries.get(id).value;
    }

    /** What the node at an edge's end reads. */
    V value(Edge edge) {
        Memo.Entry<V> intervened = edges.get(edge);
        return intervened == null ? value(edge.of(shapes.network()).source()) : intervened.value;
    }

    @Override
    public boolean has(NodeId id) {
        return entries.containsKey(id);
    }

    @Override
    public Tensor tensor(NodeId id) {
        return read(id, () -> value(id));
    }

    @Override
    public Tensor on(Edge edge) {
        return read(edge.of(shapes.network()).source(), () -> value(edge));
    }

    private Tensor read(NodeId id, Supplier<V> value) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("These activations were closed");
            }
            if (!has(id)) {
                throw new IllegalArgumentException("'" + id + "' has no tensor in this run");
            }
            return engine.download(value.get(), shapes.shape(id));
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
