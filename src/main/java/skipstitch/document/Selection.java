package skipstitch.document;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Edge;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/**
 * What is selected: nodes, the last of which is the one whose tensors are shown, or an edge.
 *
 * @param nodes in the order in which they were selected
 * @param edge  the edge that keys would lift; its end counts as selected besides
 */
public record Selection(Set<NodeId> nodes, Optional<Edge> edge) {
    public static final Selection NONE = new Selection(Set.of(), Optional.empty());

    public Selection {
        nodes = Collections.unmodifiableSet(new LinkedHashSet<>(nodes));
    }

    public static Selection of(NodeId node) {
        return new Selection(Set.of(node), Optional.empty());
    }

    public static Selection of(Set<NodeId> nodes) {
        return new Selection(nodes, Optional.empty());
    }

    /** An edge, and the node that it enters. */
    public static Selection of(Edge edge) {
        return new Selection(Set.of(edge.to()), Optional.of(edge));
    }

    /** The node whose tensors are shown; empty if nothing is selected. */
    public Optional<NodeId> shown() {
        return nodes.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(nodes).getLast());
    }

    /** With a node more, or without it if it was selected. */
    public Selection toggled(NodeId node) {
        Set<NodeId> changed = new LinkedHashSet<>(nodes);
        if (!changed.remove(node)) {
            changed.add(node);
        }
        return of(changed);
    }

    /** Without what a network does not have. */
    public Selection within(Network network) {
        Set<NodeId> left = new LinkedHashSet<>(nodes);
        left.removeIf(id -> !network.has(id));
        return new Selection(left, edge.filter(each -> network.inlet(each).isPresent()));
    }
}
