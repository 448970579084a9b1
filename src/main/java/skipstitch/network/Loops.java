package skipstitch.network;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Why nodes have no place in a topological order: they are on a loop, or wait for one that is. */
final class Loops {
    private Loops() {}

    /** For each node that the order leaves out, in drawing order. */
    static Map<NodeId, Fit> fits(Network network, List<Node> order) {
        Set<NodeId> left = new LinkedHashSet<>(network.nodes().stream().map(Node::id).toList());
        order.forEach(node -> left.remove(node.id()));
        Map<NodeId, Fit> found = new LinkedHashMap<>();
        Set<NodeId> onLoops = onLoops(network, left);
        left.stream().filter(onLoops::contains).forEach(id ->
                found.put(id, new Fit.Breaks(new Misfit(id, Misfit.Rule.NO_CYCLE, List.of(),
                        network.node(id).label() + " feeds itself: take one edge of the loop away"))));
        Queue<NodeId> open = new ArrayDeque<>(found.keySet());
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            Fit behind = found.get(id) instanceof Fit.Waits waits ? waits : new Fit.Waits(id);
            for (NodeId consumer : network.consumers(id)) {
                if (found.putIfAbsent(consumer, behind) == null) {
                    open.add(consumer);
                }
            }
        }
        return found;
    }

    private static Set<NodeId> onLoops(Network network, Set<NodeId> left) {
        Set<NodeId> on = new HashSet<>();
        for (NodeId id : left) {
            if (!on.contains(id)) {
                Set<NodeId> after = new HashSet<>();
                network.consumers(id).forEach(consumer -> after.addAll(network.downstream(consumer)));
                if (after.contains(id)) {
                    after.retainAll(network.upstream(id));
                    on.addAll(after);
                }
            }
        }
        return on;
    }
}
