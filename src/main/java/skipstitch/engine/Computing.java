package skipstitch.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Edge;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Tensors of one pass, from the memo or computed. Guarded by the engine's lock. */
final class Computing<V> {
    private final Backend<V> backend;
    private final Memo<V> memo;
    private final Held<V> held;
    private final Pass pass;
    private final Network network;

    Computing(Backend<V> backend, Memo<V> memo, Held<V> held) {
        this.backend = backend;
        this.memo = memo;
        this.held = held;
        this.pass = held.pass();
        this.network = pass.shapes().network();
    }

    void node(Node node) {
        edges(node);
        held.hold(node.id(), memo.find(held.keys.nodes.get(node.id())).orElseGet(() -> put(node)));
    }

    /** Computes a node from the nearest tensors that are known; of all these, only its own is held then. */
    void again(NodeId id) {
        Set<NodeId> unknown = new HashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            NodeId next = open.pop();
            Optional<Memo.Entry<V>> known = memo.find(held.keys.nodes.get(next));
            if (known.isPresent()) {
                held.hold(next, known.get());
            } else if (unknown.add(next)) {
                Reads.of(network, network.node(next)).edges().stream().map(held::source)
                        .filter(source -> !held.holds(source)).forEach(open::push);
            }
        }
        List<Node> wanted = pass.shapes().order().stream().filter(node -> unknown.contains(node.id())).toList();
        Reads reads = new Reads(network, wanted);
        for (Node node : wanted) {
            node(node);
            held.drop(reads.computed(node).without(id));
        }
    }

    void edges(Node node) {
        for (int i = 0; i < node.inlets().size(); i++) {
            Edge edge = new Edge(node.id(), i);
            Key key = held.keys.edges.get(edge);
            if (key != null) {
                held.hold(edge, memo.find(key).orElseGet(() -> intervened(edge, key)));
            }
        }
    }

    private Memo.Entry<V> intervened(Edge edge, Key key) {
        Shape shape = shape(edge);
        memo.shrinkTo(backend.availableBytes() - shape.bytes());
        Tensor before = backend.download(held.value(held.source(edge)), shape);
        return memo.put(key, backend.upload(pass.interventions().apply(edge, before)), shape.bytes());
    }

    private Memo.Entry<V> put(Node node) {
        Shape output = pass.shapes().shape(node.id());
        memo.shrinkTo(backend.availableBytes() - output.bytes());
        V value = node.layer() instanceof Layer.Input
                ? backend.upload(held.keys.picture(output)) : compute(node, output);
        held.computed(node.id());
        return memo.put(held.keys.nodes.get(node.id()), value, output.bytes());
    }

    private V compute(Node node, Shape output) {
        Reads.Read read = Reads.of(network, node);
        List<Shape> shapes = read.edges().stream().map(this::shape).toList();
        return backend.compute(new Backend.Call(node, held.weights(node.id()), shapes, output, read.pool()),
                read.edges().stream().map(held::value).toList());
    }

    private Shape shape(Edge edge) {
        return pass.shapes().shape(held.source(edge));
    }
}
