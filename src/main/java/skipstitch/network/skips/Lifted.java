package skipstitch.network.skips;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * A network without the edge that is carried.
 *
 * @param network the rest; a merge that kept one inlet only is dissolved
 * @param source  where what is carried comes from
 */
record Lifted(Network network, NodeId source) {

    /** @throws IllegalArgumentException if the network has no such edge or node, or the edge has another role */
    static Lifted of(Network drawn, Carried carried) {
        return switch (carried) {
            case Carried.Fresh(NodeId source) -> new Lifted(drawn, drawn.node(source).id());
            case Carried.End(Edge skip) -> {
                NodeId source = source(drawn, skip, Inlet.Role.SKIP);
                Node rest = Inlets.without(drawn.node(skip.to()), skip.inlet());
                if (!dissolves(rest)) {
                    yield new Lifted(put(drawn, List.of(rest)), source);
                }
                NodeId passedOn = rest.inlets().getFirst().source();
                yield new Lifted(dissolved(drawn, rest.id(), passedOn), source.equals(rest.id()) ? passedOn : source);
            }
            case Carried.MainEnd(Edge edge) -> {
                NodeId source = source(drawn, edge, Inlet.Role.MAIN);
                yield new Lifted(without(drawn, edge), source);
            }
            case Carried.Start(Edge edge) -> {
                NodeId source = edge.of(drawn).source();
                yield new Lifted(without(drawn, edge), source);
            }
        };
    }

    static NodeId source(Network drawn, Edge edge, Inlet.Role role) {
        Inlet inlet = edge.of(drawn);
        if (inlet.role() != role) {
            throw new IllegalArgumentException(edge + " of " + drawn.name() + " is " + inlet.role() + ", not " + role);
        }
        return inlet.source();
    }

    private static Network without(Network drawn, Edge edge) {
        return put(drawn, List.of(Inlets.without(drawn.node(edge.to()), edge.inlet())));
    }

    /** Whether a merge, its skip lifted, has nothing left to merge and passes its one tensor on. */
    static boolean dissolves(Node rest) {
        return rest.layer() instanceof Layer.Merge && rest.inlets().size() == 1
                && rest.inlets().getFirst().role() != Inlet.Role.INDICES
                && !rest.inlets().getFirst().source().equals(rest.id());
    }

    private static Network dissolved(Network drawn, NodeId merge, NodeId passedOn) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : drawn.nodes()) {
            if (!node.id().equals(merge)) {
                nodes.add(node.withInlets(node.inlets().stream().map(inlet ->
                        inlet.source().equals(merge) ? new Inlet(passedOn, inlet.role()) : inlet).toList()));
            }
        }
        return new Network(drawn.name(), nodes);
    }

    /** The network with the last of these nodes in the place of the one that has its id, the others right before. */
    static Network put(Network network, List<Node> nodes) {
        Node last = nodes.getLast();
        return network.with(last).inserted(last.id(), nodes.subList(0, nodes.size() - 1));
    }
}
