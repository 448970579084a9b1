package skipstitch.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    /** The picture as doubles in three colours, and as floats. */
    private static final int INPUT_COPIES = 8;

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
        refuseIfInputTooLarge(pass.shapes());
        Map<NodeId, Key> keys = keys(pass);
        refuseIfTooLarge(pass.shapes(), keys);
        Held<V> held = new Held<>(this, pass.shapes());
        try {
            for (Map.Entry<NodeId, Key> wanted : keys.entrySet()) {
                if (!progress.goOn(held.size(), keys.size())) {
                    throw new CancellationException();
                }
                held.hold(wanted.getKey(), entry(pass, wanted.getKey(), wanted.getValue(), held));
            }
            return held;
        } catch (RuntimeException | Error failure) {
            held.close();
            throw failure;
        }
    }

    private static Map<NodeId, Key> keys(Pass pass) {
        Shapes shapes = pass.shapes();
        Map<Shape, Key> pictures = new HashMap<>();
        Map<NodeId, Key> keys = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            if (shapes.find(node.id()).isPresent()) {
                keys.put(node.id(), key(node, pass, keys, pictures));
            }
        }
        return keys;
    }

    private static Key key(Node node, Pass pass, Map<NodeId, Key> keys, Map<Shape, Key> pictures) {
        List<Key> parts = new ArrayList<>();
        parts.add(pass.weights().of(node.id()).key());
        StringBuilder word = new StringBuilder(node.layer().toString());
        if (node.layer() instanceof Layer.Input(Shape shape)) {
            parts.add(pictures.computeIfAbsent(shape, _ -> Key.of(pass.pictures().of(shape).values())));
        }
        for (Inlet inlet : node.inlets()) {
            // Of two inlets only the order matters to what is computed, not which of them is the skip.
            word.append(inlet.role() == Inlet.Role.INDICES ? 'i' : 't');
            parts.add(keys.get(inlet.source()));
        }
        return Key.of(word.toString(), parts);
    }

    /** Before the picture is brought to an input's shape, which takes several times its bytes on the heap. */
    private static void refuseIfInputTooLarge(Shapes shapes) {
        long available = Runtime.getRuntime().maxMemory() / 2;
        for (Node node : shapes.order()) {
            if (node.layer() instanceof Layer.Input(Shape shape) && shape.bytes() * INPUT_COPIES > available) {
                throw new RunTooLarge(shape.bytes() * INPUT_COPIES, available, node, shape.bytes());
            }
        }
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

    private Memo.Entry<V> entry(Pass pass, NodeId id, Key key, Held<V> held) {
        Optional<Memo.Entry<V>> known = memo.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        Node node = pass.shapes().network().node(id);
        Shape output = pass.shapes().shape(id);
        memo.shrinkTo(backend.availableBytes() - output.bytes());
        V value = node.layer() instanceof Layer.Input ? backend.upload(pass.pictures().of(output)) : compute(pass, node, output, held);
        held.computed(id);
        return memo.put(key, value, output.bytes());
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
