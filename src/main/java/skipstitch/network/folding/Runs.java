package skipstitch.network.folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * Members of a group taken apart so that each part hangs together and no way leaves it and comes back: only then can
 * one card stand for it, and the order of the cards is an order of computing.
 */
final class Runs {
    private final Map<NodeId, Integer> turn = new HashMap<>();
    private final Map<NodeId, NodeId> root = new HashMap<>();
    private final List<List<Node>> found;

    /** @param members in order, like all nodes */
    Runs(Network network, List<Node> order, List<Node> members) {
        Set<NodeId> ids = new HashSet<>();
        members.forEach(node -> ids.add(node.id()));
        order.forEach(node -> turn.put(node.id(), turn(node, ids)));
        members.forEach(node -> root.put(node.id(), node.id()));
        for (Node node : members) {
            for (Inlet inlet : node.inlets()) {
                if (ids.contains(inlet.source()) && turn.get(inlet.source()).equals(turn.get(node.id()))) {
                    root.put(root(node.id()), root(inlet.source()));
                }
            }
        }
        Map<NodeId, List<Node>> parts = new LinkedHashMap<>();
        members.forEach(node -> parts.computeIfAbsent(root(node.id()), _ -> new ArrayList<>()).add(node));
        found = List.copyOf(parts.values());
    }

    /** How often a way to the node has come into the group: 0 outside, before it. */
    private int turn(Node node, Set<NodeId> members) {
        boolean member = members.contains(node.id());
        int most = member ? 1 : 0;
        for (Inlet inlet : node.inlets()) {
            int before = turn.getOrDefault(inlet.source(), 0);
            boolean comesBack = member && before > 0 && !members.contains(inlet.source());
            most = Math.max(most, comesBack ? before + 1 : before);
        }
        return most;
    }

    private NodeId root(NodeId id) {
        NodeId at = id;
        while (!root.get(at).equals(at)) {
            at = root.get(at);
        }
        return at;
    }

    List<List<Node>> found() {
        return found;
    }
}
