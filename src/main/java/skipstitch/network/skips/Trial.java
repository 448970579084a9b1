package skipstitch.network.skips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;

/** Two tensors that are to meet: whether layers on the skip make them. The rules of shapes have the last word. */
record Trial(Layer.Merge merge, Shape skip, Shape main) {
    private static final NodeId SKIP = NodeId.of("skip");
    private static final NodeId MAIN = NodeId.of("main");
    private static final NodeId MERGE = NodeId.of("merge");

    /** The repair; empty if it does not mend. */
    Optional<Repair> of(Way way) {
        Lane lane = Variant.AS_DRAWN.of(network(way.layers()));
        return lane.shapes().find(MERGE).map(result -> new Repair(way.kind(), way.layers(), result, own(lane),
                RepairText.title(lane.shapes()), RepairText.information(lane.shapes()), false));
    }

    private Network network(List<Layer> repair) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(SKIP, "", "", new Layer.Input(skip), List.of()));
        for (Layer layer : repair) {
            nodes.add(new Node(NodeId.of("repair-" + nodes.size()), "", "", layer,
                    List.of(Inlet.main(nodes.getLast().id()))));
        }
        NodeId end = nodes.getLast().id();
        nodes.add(new Node(MAIN, "", "", new Layer.Input(main), List.of()));
        nodes.add(new Node(MERGE, "", "", merge, List.of(Inlet.skip(end), Inlet.main(MAIN))));
        return new Network("trial", nodes);
    }

    private static Cost own(Lane lane) {
        Costs costs = Costs.of(lane);
        return costs.total().minus(costs.of(SKIP)).minus(costs.of(MAIN)).minus(costs.of(MERGE));
    }
}
