package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skipstitch.network.Inlet;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * An edge by what it connects: the same in every lane that has it, even where its inlet has another number there.
 *
 * @param nth 0, or higher if the node takes the same tensor several times in one role
 */
public record Link(NodeId from, NodeId to, Inlet.Role role, int nth) {

    /** The edges into a node, in the order of its inlets. */
    public static List<Link> into(Node node) {
        List<Link> links = new ArrayList<>();
        Map<Inlet, Integer> seen = new HashMap<>();
        for (Inlet inlet : node.inlets()) {
            links.add(new Link(inlet.source(), node.id(), inlet.role(), seen.merge(inlet, 1, Integer::sum) - 1));
        }
        return links;
    }
}
