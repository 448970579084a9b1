package skipstitch.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/**
 * Walks a network and computes what the memo does not know. A node's key is a hash of its layer, its weights'
 * key and its inlets' keys, so lanes share their trunk, an edit recomputes what is downstream of it, and undo
 * recomputes nothing; no code invalidates anything.
 *
 * <p>Arrays are freed only inside {@link #run} and {@link #close}, hence on the engine's thread.
 */
public final class MemoEngine<V> implements Engine {
    private final Backend<V> backend;
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
        if (closed) {
            throw new IllegalStateException("The engine is closed");
        }
        Map<Shape, Tensor> pictures = pictures(pass);
        Map<NodeId, Key> keys = keys(pass, pictures);
        refuseIfTooLarge(pass.shapes(), keys);
        Held<V> held = new Held<>(this, pass.shapes());
        try {
            for (Map.Entry<NodeId, Key> wanted : keys.entrySet()) {
                if (!progress.goOn(held.size(), keys.size())) {
                    throw new CancellationException();
                }
                held.hold(wanted.getKey(), entry(pass, pictures, wanted.getKey(), wanted.getValue(), held));
            }
            return held;
        } catch (RuntimeException | Error failure) {
            held.close();
            throw failure;
        }
    }

    private static Map<Shape, Tensor> pictures(Pass pass) {
        Map<Shape, Tensor> pictures = new LinkedHashMap<>();
        for (Node node : pass.shapes().order()) {
            if (node.layer() instanceof Layer.Input(Shape shape) && pass.shapes().find(node.id()).isPresent()) {
                pictures.computeIfAbsent(shape, pass.feed()::in);
            }
        }
        return pictures;
    }

    private static Map<NodeId, Key> keys(Pass pass, Map<Shape, Tensor> pictures) {
        Shapes shapes = pass.shapes();
        Map<Shape, Key> fed = new LinkedHashMap<>();
        pictures.forEach((shape, picture) -> fed.put(shape, Key.of(picture.values())));
        Map<NodeId, Key> keys = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            if (shapes.find(node.id()).isPresent()) {
                keys.put(node.id(), key(node, pass, keys, fed));
            }
        }
        return keys;
    }

    private static Key key(Node node, Pass pass, Map<NodeId, Key> keys, Map<Shape, Key> fed) {
        List<Key> parts = new ArrayList<>();
        parts.add(pass.weights().of(node.id()).key());
        StringBuilder word = new StringBuilder(node.layer().toString());
        if (node.layer() instanceof Layer.Input(Shape shape)) {
            parts.add(fed.get(shape));
        }
        for (Inlet inlet : node.inlets()) {
            // Of two inlets only the order matters to what is computed, not which of them is the skip.
            word.append(inlet.role() == Inlet.Role.INDICES ? 'i' : 't');
            parts.add(keys.get(inlet.source()));
        }
        return Key.of(word.toString(), parts);
    }

    private void refuseIfTooLarge(Shapes shapes, Map<NodeId, Key> keys) {
        long available = backend.availableBytes();
        long needed = memo.pinnedBytes();
        Set<Key> counted = new HashSet<>();
        for (Map.Entry<NodeId, Key> wanted : keys.entrySet()) {
            // Twins share one array.
            if (counted.add(wanted.getValue())) {
                needed += memo.toPin(wanted.getValue(), shapes.shape(wanted.getKey()).bytes());
            }
        }
        if (needed > available) {
            NodeId largest = keys.keySet().stream()
                    .max(Comparator.comparingLong(id -> shapes.shape(id).bytes())).orElseThrow();
            throw new RunTooLarge(needed, available, shapes.network().node(largest), shapes.shape(largest).bytes());
        }
    }

    private Memo.Entry<V> entry(Pass pass, Map<Shape, Tensor> pictures, NodeId id, Key key, Held<V> held) {
        Optional<Memo.Entry<V>> known = memo.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        Node node = pass.shapes().network().node(id);
        Shape output = pass.shapes().shape(id);
        memo.shrinkTo(backend.availableBytes() - output.bytes());
        V value = node.layer() instanceof Layer.Input ? upload(pictures.get(output), output) : compute(pass, node, output, held);
        held.computed(id);
        return memo.put(key, value, output.bytes());
    }

    private V upload(Tensor picture, Shape shape) {
        if (!picture.shape().equals(shape)) {
            throw new IllegalArgumentException("The input is " + shape + ", but the picture is " + picture.shape());
        }
        return backend.upload(picture);
    }

    private V compute(Pass pass, Node node, Shape output, Held<V> held) {
        Network network = pass.shapes().network();
        List<NodeId> sources = new ArrayList<>();
        Optional<Layer.MaxPool> pool = Optional.empty();
        for (Inlet inlet : node.inlets()) {
            if (inlet.role() == Inlet.Role.INDICES) {
                Node pooling = network.node(inlet.source());
                pool = Optional.of((Layer.MaxPool) pooling.layer());
                sources.add(pooling.inlets().getFirst().source());
            } else {
                sources.add(pool.isPresent() ? 0 : sources.size(), inlet.source());
            }
        }
        List<Shape> shapes = sources.stream().map(pass.shapes()::shape).toList();
        return backend.compute(new Backend.Call(node, pass.weights().of(node.id()), shapes, output, pool),
                sources.stream().map(held::value).toList());
    }

    /** Bytes of all arrays held, pinned or not. */
    public synchronized long bytesHeld() {
        return memo.bytes();
    }

    Tensor download(V value, Shape shape) {
        return backend.download(value, shape);
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
