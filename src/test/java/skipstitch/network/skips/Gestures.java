package skipstitch.network.skips;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/** Everything that can be carried in a network, and drops whose new nodes are known. */
final class Gestures {
    private Gestures() {}

    static List<Carried> all(Network network) {
        List<Carried> all = new ArrayList<>();
        for (Node node : network.nodes()) {
            all.add(new Carried.Fresh(node.id()));
            for (int i = 0; i < node.inlets().size(); i++) {
                Edge edge = new Edge(node.id(), i);
                all.add(new Carried.Start(edge));
                switch (edge.of(network).role()) {
                    case MAIN -> all.add(new Carried.MainEnd(edge));
                    case SKIP -> all.add(new Carried.End(edge));
                    case INDICES -> { }
                }
            }
        }
        return all;
    }

    static List<Edge> skips(Network network) {
        List<Edge> skips = new ArrayList<>();
        for (Node node : network.nodes()) {
            for (int i = 0; i < node.inlets().size(); i++) {
                if (node.inlets().get(i).role() == Inlet.Role.SKIP) {
                    skips.add(new Edge(node.id(), i));
                }
            }
        }
        return skips;
    }

    /**
     * A network after a drop.
     *
     * @param taker the node that takes in what was carried
     * @param added the new nodes, in the order in which they were named
     */
    record Dropped(Network network, NodeId taker, List<NodeId> added) {}

    static Dropped drop(Network drawn, Carried carried, Target target, Layer.Merge merge, List<Layer> repair) {
        List<NodeId> added = new ArrayList<>();
        Function<Layer, NodeId> ids = new NewIds(drawn).andThen(id -> {
            added.add(id);
            return id;
        });
        Network network = Skips.land(drawn, carried, target, merge, repair, ids);
        NodeId taker = switch (target) {
            case Target.Merge(NodeId id) -> id;
            case Target.OnEdge _ -> added.getLast();
            case Target.Output _ -> ((Carried.Start) carried).edge().to();
            case Target.Inlet(NodeId id) -> id;
        };
        return new Dropped(network, taker, added);
    }
}
