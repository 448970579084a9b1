package skipstitch.explain.reach;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import skipstitch.network.Edge;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** Follows cells from layer to layer. */
final class Walk {
    private Walk() {}

    /** From one node's cells to all that they read by the edges that are followed. */
    static Reach back(Shapes shapes, NodeId from, Region cells, Predicate<Edge> followed) {
        Map<NodeId, Region> found = new LinkedHashMap<>();
        put(found, from, cells);
        Map<NodeId, Region> inOrder = new LinkedHashMap<>();
        for (Node node : shapes.order().reversed()) {
            Region region = found.get(node.id());
            if (region != null) {
                inOrder.put(node.id(), region);
                for (Reading reading : Reading.of(shapes, node)) {
                    if (followed.test(reading.edge())) {
                        put(found, reading.source(), reading.relation().backward(region));
                    }
                }
            }
        }
        return new Reach(inOrder);
    }

    /** From one node's cells to all that read them. */
    static Reach on(Shapes shapes, NodeId from, Region cells) {
        Map<NodeId, Region> found = new LinkedHashMap<>();
        put(found, from, cells);
        for (Node node : shapes.order()) {
            if (shapes.find(node.id()).isPresent()) {
                for (Reading reading : Reading.of(shapes, node)) {
                    Region region = found.get(reading.source());
                    if (region != null) {
                        put(found, node.id(), reading.relation().forward(region));
                    }
                }
            }
        }
        return new Reach(found);
    }

    private static void put(Map<NodeId, Region> found, NodeId node, Region cells) {
        if (!cells.isEmpty()) {
            found.merge(node, cells, Region::or);
        }
    }
}
