package skipstitch.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An immutable graph of layers, in the order in which a person drew them. Anything may be drawn: cycles,
 * dangling inlets and shapes that do not meet are found by {@link Shapes}, not refused here.
 */
public final class Network {
    private final String name;
    private final List<Node> nodes;
    private final Map<NodeId, Node> byId;
    private final Map<NodeId, List<NodeId>> consumers;

    /** @throws IllegalArgumentException if two nodes have one id */
    public Network(String name, List<Node> nodes) {
        this.name = name;
        this.nodes = List.copyOf(nodes);
        Map<NodeId, Node> index = new LinkedHashMap<>();
        Map<NodeId, List<NodeId>> uses = new LinkedHashMap<>();
        for (Node node : this.nodes) {
            if (index.put(node.id(), node) != null) {
                throw new IllegalArgumentException("Two nodes have the id '" + node.id() + "'");
            }
            uses.put(node.id(), new ArrayList<>());
        }
        for (Node node : this.nodes) {
            for (Inlet inlet : node.inlets()) {
                uses.computeIfAbsent(inlet.source(), _ -> new ArrayList<>()).add(node.id());
            }
        }
        // A history holds thousands of networks.
        uses.replaceAll((_, all) -> List.copyOf(all));
        this.byId = Collections.unmodifiableMap(index);
        this.consumers = Collections.unmodifiableMap(uses);
    }

    public String name() {
        return name;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public boolean has(NodeId id) {
        return byId.containsKey(id);
    }

    public Optional<Node> find(NodeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws IllegalArgumentException if there is no such node */
    public Node node(NodeId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(name + " has no node '" + id + "'"));
    }

    /** The nodes that take this node's tensor in, in drawing order; a node twice if it takes it twice. */
    public List<NodeId> consumers(NodeId id) {
        return consumers.getOrDefault(id, List.of());
    }

    /** Nodes whose tensor nobody takes in. */
    public List<Node> outputs() {
        return nodes.stream().filter(node -> consumers(node.id()).isEmpty()).toList();
    }

    /** Merges that take a skip in, in drawing order. */
    public List<Node> skipMerges() {
        return nodes.stream().filter(Node::mergesSkip).toList();
    }

    /** The shape of the first input; empty if there is none. */
    public Optional<Shape> inputShape() {
        return nodes.stream().map(Node::layer)
                .filter(Layer.Input.class::isInstance).map(layer -> ((Layer.Input) layer).shape()).findFirst();
    }

    public Network withInputShape(Shape shape) {
        return map(node -> node.layer() instanceof Layer.Input ? node.withLayer(new Layer.Input(shape)) : node);
    }

    public Network map(UnaryOperator<Node> change) {
        return new Network(name, nodes.stream().map(change).toList());
    }

    /** What enters by an edge; empty if there is no such edge. */
    public Optional<Inlet> inlet(Edge edge) {
        return find(edge.to()).map(Node::inlets).filter(inlets -> edge.inlet() >= 0 && edge.inlet() < inlets.size())
                .map(inlets -> inlets.get(edge.inlet()));
    }

    /** With another node of the same id in a node's stead. */
    public Network with(Node changed) {
        return map(node -> node.id().equals(changed.id()) ? changed : node);
    }

    public Network withName(String newName) {
        return new Network(newName, nodes);
    }

    /** With more nodes, drawn right before one of its own. */
    public Network inserted(NodeId before, List<Node> more) {
        return new Network(name, nodes.stream()
                .flatMap(node -> node.id().equals(before) ? Stream.concat(more.stream(), Stream.of(node)) : Stream.of(node))
                .toList());
    }

    /** With more nodes, drawn last. */
    public Network appended(List<Node> more) {
        return new Network(name, Stream.concat(nodes.stream(), more.stream()).toList());
    }

    /** Without some nodes; what enters others from them stays in their inlets. */
    public Network without(Set<NodeId> ids) {
        return new Network(name, nodes.stream().filter(node -> !ids.contains(node.id())).toList());
    }

    /**
     * Nodes in an order in which each comes after its sources, ties by drawing order. Nodes on a cycle, and
     * what depends on one, are left out.
     */
    public List<Node> topological() {
        List<Node> order = new ArrayList<>(nodes.size());
        Map<NodeId, Integer> missing = new LinkedHashMap<>();
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        Map<NodeId, Integer> position = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            position.put(node.id(), i);
            int known = (int) node.inlets().stream().filter(inlet -> has(inlet.source())).count();
            missing.put(node.id(), known);
            if (known == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            Node node = nodes.get(ready.remove());
            order.add(node);
            for (NodeId consumer : consumers(node.id())) {
                if (missing.merge(consumer, -1, Integer::sum) == 0) {
                    ready.add(position.get(consumer));
                }
            }
        }
        return order;
    }

    /** This node and all from which it can be reached. */
    public Set<NodeId> upstream(NodeId id) {
        return reach(id, node -> find(node).map(Node::inlets).orElse(List.of()).stream().map(Inlet::source).toList());
    }

    /** This node and all that depend on it. */
    public Set<NodeId> downstream(NodeId id) {
        return reach(id, this::consumers);
    }

    private static Set<NodeId> reach(NodeId start, Function<NodeId, List<NodeId>> next) {
        Set<NodeId> seen = new LinkedHashSet<>();
        List<NodeId> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            NodeId id = open.removeLast();
            if (seen.add(id)) {
                open.addAll(next.apply(id));
            }
        }
        return seen;
    }

    /** Ids of nodes from which one of these can be reached, they themselves included. */
    public Set<NodeId> reaching(List<NodeId> ends) {
        Set<NodeId> all = new HashSet<>();
        ends.forEach(end -> all.addAll(upstream(end)));
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && name.equals(network.name) && nodes.equals(network.nodes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + nodes.hashCode();
    }

    @Override
    public String toString() {
        return name + nodes;
    }
}
