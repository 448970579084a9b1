package skipstitch.network.folding;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * Which groups are folded.
 *
 * @param folded their paths; a group inside a folded one is hidden with it
 */
public record Folding(Set<String> folded) {
    /** Everything is open. */
    public static final Folding NONE = new Folding(Set.of());
    /** Cards in a row that a projector shows at one glance. */
    private static final int AT_A_GLANCE = 20;
    /** Around a merge one may look closer: the row is longer than the screen, but not by much. */
    private static final int AROUND_A_MERGE = 34;

    public Folding {
        folded = Set.copyOf(folded);
    }

    /**
     * As open as fits on a screen: all of it, else blocks, else stages. Where stages hide every merge, the first
     * stage that has one is opened to its blocks.
     */
    public static Folding fitting(Network network) {
        Groups groups = Groups.of(network);
        Folding folding = NONE;
        for (int depth = groups.depth(); depth > 0 && length(network, folding) > AT_A_GLANCE; depth--) {
            folding = new Folding(groups.at(depth));
        }
        return folding.showing(network, groups);
    }

    private Folding showing(Network network, Groups groups) {
        Folded now = Folded.of(network, List.of(), this);
        List<Node> merges = network.skipMerges();
        if (folded.isEmpty() || merges.isEmpty() || merges.stream().anyMatch(merge -> !now.isHidden(merge.id()))) {
            return this;
        }
        Folding open = opened(merges.getFirst().id(), network);
        return length(network, open) <= AROUND_A_MERGE ? open : this;
    }

    /** The cards of the longest way through. */
    private static int length(Network network, Folding folding) {
        return Folded.of(network, List.of(), folding).length();
    }

    /** The outermost folded group that hides what is at a path. */
    public Optional<String> hiding(String path) {
        return Groups.ancestry(path).stream().filter(folded::contains).findFirst();
    }

    /** With a group folded. */
    public Folding folded(String path) {
        Set<String> more = new HashSet<>(folded);
        more.add(path);
        return new Folding(more);
    }

    /** With a group opened, the groups right inside it folded. */
    public Folding opened(String path, Network network) {
        Set<String> other = new HashSet<>(folded);
        other.remove(path);
        other.addAll(Groups.of(network).children(path));
        return new Folding(other);
    }

    /** With groups opened, one inside the other, until a node is seen by itself. */
    public Folding opened(NodeId id, Network network) {
        Folding open = this;
        String group = network.find(id).map(Node::group).orElse("");
        while (open.hiding(group).isPresent() && Folded.of(network, List.of(), open).isHidden(id)) {
            open = open.opened(open.hiding(group).orElseThrow(), network);
        }
        return open;
    }

    /** With the innermost open group around a node folded; the same if all around it are folded. */
    public Folding foldedAround(NodeId id, Network network) {
        String group = network.find(id).map(Node::group).orElse("");
        String outer = hiding(group).flatMap(Groups::parent).orElse(hiding(group).isPresent() ? "" : group);
        return outer.isEmpty() ? this : folded(outer);
    }

    /** Only groups that a network has. */
    public Folding within(Network network) {
        Groups groups = Groups.of(network);
        Set<String> left = new LinkedHashSet<>(folded);
        left.removeIf(path -> !groups.has(path));
        return left.size() == folded.size() ? this : new Folding(left);
    }
}
