package skipstitch.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import skipstitch.network.Edge;
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
 * recomputes nothing; no code invalidates anything. An edge that is intervened on has a tensor and a key of its own.
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
        PassKeys keys = new PassKeys(pass);
        refuseIfTooLarge(pass.shapes(), keys);
        Held<V> held = new Held<>(this, pass.shapes());
        try {
            for (Map.Entry<NodeId, Key> wanted : keys.nodes.entrySet()) {
                if (!progress.goOn(held.size(), keys.nodes.size())) {
                    throw new CancellationException();
                }
                holdEdges(pass, pass.shapes().network().node(wanted.getKey()), keys, held);
                held.hold(wanted.getKey(), entry(pass, wanted.getKey(), wanted.getValue(), held));
            }
            // Into a node that does not fit, a tensor comes all the same.
            pass.shapes().order().stream().filter(node -> !keys.nodes.containsKey(node.id()))
                    .forEach(node -> holdEdges(pass, node, keys, held));
            return held;
        } catch (RuntimeException | Error failure) {
            held.close();
            throw failure;
        }
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

    private void refuseIfTooLarge(Shapes shapes, PassKeys keys) {
        long available = backend.availableBytes();
        long needed = memo.pinnedBytes();
        Set<Key> counted = new HashSet<>();
        for (Map.Entry<NodeId, Key> wanted : keys.nodes.entrySet()) {
            // Twins share one array.
            if (counted.add(wanted.getValue())) {
                needed += memo.toPin(wanted.getValue(), shapes.shape(wanted.getKey()).bytes());
            }
        }
        for (Map.Entry<Edge, Key> wanted : keys.edges.entrySet()) {
            if (counted.add(wanted.getValue())) {
                needed += memo.toPin(wanted.getValue(), shape(shapes, wanted.getKey()).bytes());
            }
        }
        if (needed > available) {
            NodeId largest = keys.nodes.keySet().stream()
                    .max(Comparator.comparingLong(id -> shapes.shape(id).bytes())).orElseThrow();
            throw new RunTooLarge(needed, available, shapes.network().node(largest), shapes.shape(largest).bytes());
        }
    }

    private static Shape shape(Shapes shapes, Edge edge) {
        return shapes.shape(edge.of(shapes.network()).source());
    }

    private void holdEdges(Pass pass, Node node, PassKeys keys, Held<V> held) {
        for (int i = 0; i < node.inlets().size(); i++) {
            Edge edge = new Edge(node.id(), i);
            if (keys.edges.containsKey(edge)) {
                held.hold(edge, intervened(pass, edge, keys.edges.get(edge), held));
            }
        }
    }

    private Memo.Entry<V> intervened(Pass pass, Edge edge, Key key, Held<V> held) {
        return memo.find(key).orElseGet(() -> {
            Shape shape = shape(pass.shapes(), edge);
            memo.shrinkTo(backend.availableBytes() - shape.bytes());
            NodeId source = edge.of(pass.shapes().network()).source();
            Tensor before = backend.download(held.value(source), shape);
            return memo.put(key, backend.upload(pass.interventions().apply(edge, before)), shape.bytes());
        });
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
        List<Edge> edges = new ArrayList<>();
        Optional<Layer.MaxPool> pool = Optional.empty();
        for (int i = 0; i < node.inlets().size(); i++) {
            Inlet inlet = node.inlets().get(i);
            if (inlet.role() == Inlet.Role.INDICES) {
                pool = Optional.of((Layer.MaxPool) network.node(inlet.source()).layer());
                edges.add(new Edge(inlet.source(), 0));
            } else {
                edges.add(pool.isPresent() ? 0 : edges.size(), new Edge(node.id(), i));
            }
        }
        List<Shape> shapes = edges.stream().map(edge -> shape(pass.shapes(), edge)).toList();
        return backend.compute(new Backend.Call(node, pass.weights().of(node.id()), shapes, output, pool),
                edges.stream().map(held::value).toList());
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
