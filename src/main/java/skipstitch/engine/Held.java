package skipstitch.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/** The activations of one pass: pins on the memo's entries. Reading waits for no pass, closing for all readers. */
final class Held<V> implements Activations {
    private final MemoEngine<V> engine;
    private final Shapes shapes;
    private final Map<NodeId, Memo.Entry<V>> entries = new LinkedHashMap<>();
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

    void computed(NodeId id) {
        computed.add(id);
    }

    int size() {
        return entries.size();
    }

    V value(NodeId id) {
        return entries.get(id).value;
    }

    @Override
    public boolean has(NodeId id) {
        return entries.containsKey(id);
    }

    @Override
    public Tensor tensor(NodeId id) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("These activations were closed");
            }
            if (!has(id)) {
                throw new IllegalArgumentException("'" + id + "' has no tensor in this run");
            }
            return engine.download(value(id), shapes.shape(id));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Tensor on(Edge edge) {
        return tensor(edge.of(shapes.network()).source());
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
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
