package skipstitch.network.folding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * A network with some groups folded: which nodes are drawn as one. A merge stays to be seen where its skip comes from
 * outside the block it is in, so that skips stay outside the trunk; what is before such a merge and what is behind
 * it are then folded apart.
 */
public final class Folded {
    private final Network network;
    private final Folding folding;
    private final Map<NodeId, Fold> folds = new LinkedHashMap<>();
    private final Map<NodeId, NodeId> stands = new HashMap<>();

    private Folded(Network network, Folding folding) {
        this.network = network;
        this.folding = folding;
    }

    /** @param lanes whose projections hide with the merge that they lead to */
    public static Folded of(Network network, Collection<Lane> lanes, Folding folding) {
        Folded folded = new Folded(network, folding);
        if (!folding.folded().isEmpty()) {
            folded.fold();
            lanes.forEach(folded::hideProjections);
        }
        return folded;
    }

    private void fold() {
        List<Node> order = network.topological();
        Map<String, List<Node>> byGroup = new LinkedHashMap<>();
        Groups groups = Groups.of(network);
        for (Node node : order) {
            folding.hiding(node.group()).filter(group -> !staysOut(node, group, groups))
                    .ifPresent(group -> byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(node));
        }
        byGroup.forEach((group, members) -> {
            for (List<Node> together : new Runs(network, order, members).found()) {
                if (together.size() > 1) {
                    add(new Fold(group, together, inside(group, together)));
                }
            }
        });
    }

    /** A merge in a block; in what holds blocks, one whose skip comes from further away than its main branch. */
    private boolean staysOut(Node node, String group, Groups groups) {
        if (!node.mergesSkip()) {
            return false;
        }
        return groups.isLeaf(group) || node.inlets(Inlet.Role.SKIP).stream().map(Inlet::source)
                .anyMatch(source -> !isIn(source, group) && !feeds(source, group));
    }

    private boolean isIn(NodeId id, String group) {
        String path = network.find(id).map(Node::group).orElse("");
        return path.equals(group) || path.startsWith(group + "/");
    }

    /** Whether the node is what the group's main branch begins with. */
    private boolean feeds(NodeId source, String group) {
        return network.consumers(source).stream().filter(id -> isIn(id, group)).map(network::node)
                .flatMap(node -> node.inlets(Inlet.Role.MAIN).stream()).anyMatch(inlet -> inlet.source().equals(source));
    }

    private static List<String> inside(String group, List<Node> members) {
        Set<String> found = new LinkedHashSet<>();
        for (Node member : members) {
            List<String> ancestry = Groups.ancestry(member.group());
            int at = ancestry.indexOf(group) + 1;
            if (at < ancestry.size()) {
                found.add(ancestry.get(at));
            }
        }
        return List.copyOf(found);
    }

    private void add(Fold fold) {
        folds.put(fold.last(), fold);
        fold.members().forEach(node -> stands.put(node.id(), fold.last()));
    }

    private void hideProjections(Lane lane) {
        for (Node node : lane.network().nodes()) {
            if (lane.isAdded(node.id())) {
                NodeId merge = lane.network().consumers(node.id()).getFirst();
                fold(merge).ifPresent(fold -> stands.put(node.id(), fold.last()));
            }
        }
    }

    public Folding folding() {
        return folding;
    }

    /** The folds, in the order in which they are computed. */
    public Collection<Fold> folds() {
        return folds.values();
    }

    /** The fold that a node is in. */
    public Optional<Fold> fold(NodeId id) {
        return Optional.ofNullable(stands.get(id)).map(folds::get);
    }

    /** As which node it is drawn: as itself, or as the last of its fold. */
    public NodeId stand(NodeId id) {
        return stands.getOrDefault(id, id);
    }

    /** The innermost group around what is drawn at a node that is open; empty for none. */
    public Optional<String> open(NodeId id) {
        String group = network.find(id).map(Node::group).orElse("");
        Optional<String> hiding = folding.hiding(group);
        return hiding.isPresent() ? hiding.flatMap(Groups::parent) : Optional.of(group).filter(path -> !path.isEmpty());
    }

    /** Whether it is not drawn by itself. */
    public boolean isHidden(NodeId id) {
        return stands.containsKey(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Folded same && network.equals(same.network) && folding.equals(same.folding)
                && stands.equals(same.stands);
    }

    @Override
    public int hashCode() {
        return Objects.hash(network, folding);
    }

    /** How many cards the longest way from an input has. */
    int length() {
        Map<NodeId, Integer> longest = new HashMap<>();
        for (Node node : network.topological()) {
            int before = 0;
            NodeId stand = stand(node.id());
            for (Inlet inlet : node.inlets()) {
                NodeId source = stand(inlet.source());
                before = Math.max(before, source.equals(stand) ? 0 : longest.getOrDefault(source, 0));
            }
            longest.merge(stand, before + 1, Math::max);
        }
        return longest.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
