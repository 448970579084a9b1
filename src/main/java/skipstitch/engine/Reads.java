package skipstitch.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/** Which tensors are still to be read by nodes that are to be computed. */
public final class Reads {
    private final Network network;
    private final Map<NodeId, Integer> nodes = new HashMap<>();
    private final Map<Edge, Integer> edges = new HashMap<>();

    /** @param toCompute every node whose sources are to be read */
    Reads(Network network, Collection<Node> toCompute) {
        this.network = network;
        for (Node node : toCompute) {
            for (Edge edge : of(network, node).edges()) {
                nodes.merge(source(edge), 1, Integer::sum);
                edges.merge(edge, 1, Integer::sum);
            }
        }
    }

    /**
     * What one node reads.
     *
     * @param edges main inlet first; of an unpool, the second is the one into the pool, whose maxima it follows
     * @param pool  that pool
     */
    public record Read(List<Edge> edges, Optional<Layer.MaxPool> pool) {}

    public static Read of(Network network, Node node) {
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
        return new Read(edges, pool);
    }

    /** Takes notice that a node is computed, and tells which tensors nobody will read any more. */
    Spent computed(Node node) {
        List<NodeId> spent = new ArrayList<>();
        List<Edge> spentEdges = new ArrayList<>();
        for (Edge edge : of(network, node).edges()) {
            if (nodes.merge(source(edge), -1, Integer::sum) == 0) {
                spent.add(source(edge));
            }
            if (edges.merge(edge, -1, Integer::sum) == 0) {
                spentEdges.add(edge);
            }
        }
        if (!nodes.containsKey(node.id())) {
            spent.add(node.id());
        }
        return new Spent(spent, spentEdges);
    }

    record Spent(List<NodeId> nodes, List<Edge> edges) {
        Spent without(NodeId wanted) {
            return new Spent(nodes.stream().filter(id -> !id.equals(wanted)).toList(), edges);
        }
    }

    private NodeId source(Edge edge) {
        return edge.of(network).source();
    }
}
