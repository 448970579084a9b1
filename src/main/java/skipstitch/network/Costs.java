package skipstitch.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** The cost of each node of a lane that has a shape, and of all that count. */
public final class Costs {
    private final Map<NodeId, Cost> byNode;
    private final Cost total;

    private Costs(Map<NodeId, Cost> byNode, Cost total) {
        this.byNode = byNode;
        this.total = total;
    }

    /** Counts a lane: nodes that reach no output of the network as drawn have a cost, but not in the total. */
    public static Costs of(Lane lane) {
        Map<NodeId, Cost> byNode = new LinkedHashMap<>();
        Cost total = Cost.NONE;
        Shapes shapes = lane.shapes();
        for (Node node : lane.network().nodes()) {
            if (shapes.find(node.id()).isPresent()) {
                Cost cost = Cost.of(node.layer(), shapes.incoming(node), shapes.shape(node.id()));
                byNode.put(node.id(), cost);
                if (lane.isLive(node.id())) {
                    total = total.plus(cost);
                }
            }
        }
        return new Costs(byNode, total);
    }

    /** The node's own cost; nothing for a node without a shape. */
    public Cost of(NodeId id) {
        return byNode.getOrDefault(id, Cost.NONE);
    }

    public Cost total() {
        return total;
    }
}
