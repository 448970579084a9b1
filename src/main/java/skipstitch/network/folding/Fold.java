package skipstitch.network.folding;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * Nodes that are drawn as one card.
 *
 * @param group   path of the group that is folded
 * @param members in the order in which they are computed, at least two
 * @param inside  the groups right inside it that its members belong to
 */
public record Fold(String group, List<Node> members, List<String> inside) {
    public Fold {
        members = List.copyOf(members);
        inside = List.copyOf(inside);
    }

    /** The node whose tensor the card shows, and as which it stands: the last that is computed. */
    public NodeId last() {
        return members.getLast().id();
    }

    /** What a person calls it. */
    public String title() {
        return Groups.title(group);
    }

    /** “× 6 blocks”, where it holds several groups of one kind. */
    public Optional<String> repeats() {
        return inside.size() < 2 ? Optional.empty() : Groups.kind(inside).map(kind -> "× " + inside.size() + " " + kind + "s");
    }

    /** The merges inside, those that take a skip in. */
    public List<Node> merges() {
        return members.stream().filter(Node::mergesSkip).toList();
    }
}
