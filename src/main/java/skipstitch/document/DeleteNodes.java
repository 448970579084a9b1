package skipstitch.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * Takes nodes away. A gap in a chain closes: what took a deleted node's tensor takes what came into it by its main
 * inlet, or by its skip if it has no other. A merge that is left with one tensor goes, too. Of a network that would be
 * left empty, an input stays.
 *
 * @param nodes which
 */
public record DeleteNodes(Set<NodeId> nodes) implements Edit {
    public DeleteNodes {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public Document apply(Document document) {
        Network network = document.network();
        Set<NodeId> gone = new LinkedHashSet<>(nodes);
        gone.removeIf(id -> !network.has(id));
        if (gone.size() == network.nodes().size()) {
            gone.remove(network.nodes().stream().filter(node -> node.layer() instanceof Layer.Input).findFirst()
                    .orElse(network.nodes().getFirst()).id());
        }
        if (gone.isEmpty()) {
            return document;
        }
        Set<NodeId> mergesBefore = new LinkedHashSet<>();
        network.nodes().stream().filter(node -> node.layer() instanceof Layer.Merge && node.inlets().size() > 1)
                .forEach(node -> mergesBefore.add(node.id()));
        Network left = without(network, gone);
        // Taking a merge away may leave the merge behind it with one tensor.
        for (Set<NodeId> lonely = lonely(left, mergesBefore); !lonely.isEmpty(); lonely = lonely(left, mergesBefore)) {
            left = without(left, lonely);
        }
        return document.withNetwork(left, document.made())
                .withSelection(selected(document, left, gone));
    }

    /** The node before what was deleted, so that the keyboard goes on from there. */
    private static Selection selected(Document document, Network left, Set<NodeId> gone) {
        Selection kept = document.selection().within(left);
        if (!kept.nodes().isEmpty()) {
            return kept;
        }
        Map<NodeId, Optional<NodeId>> heirs = heirs(document.network(), gone);
        return gone.stream().flatMap(id -> heirs.get(id).stream()).filter(left::has).findFirst()
                .or(() -> left.nodes().stream().findFirst().map(Node::id)).map(Selection::of).orElse(Selection.NONE);
    }

    /** Merges left with one tensor; none if nothing else is left, as a network has at least one node. */
    private static Set<NodeId> lonely(Network network, Set<NodeId> merges) {
        Set<NodeId> lonely = new LinkedHashSet<>();
        network.nodes().stream().filter(node -> merges.contains(node.id()) && node.inlets().size() == 1)
                .forEach(node -> lonely.add(node.id()));
        return lonely.size() == network.nodes().size() ? Set.of() : lonely;
    }

    private static Network without(Network network, Set<NodeId> gone) {
        Map<NodeId, Optional<NodeId>> heirs = heirs(network, gone);
        List<Node> left = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (!gone.contains(node.id())) {
                List<Inlet> inlets = new ArrayList<>();
                for (Inlet inlet : node.inlets()) {
                    if (!gone.contains(inlet.source())) {
                        inlets.add(inlet);
                    } else if (inlet.role() != Inlet.Role.INDICES) {
                        heirs.get(inlet.source()).ifPresent(heir -> inlets.add(new Inlet(heir, inlet.role())));
                    }
                }
                left.add(inlets.equals(node.inlets()) ? node : node.withInlets(inlets));
            }
        }
        return new Network(network.name(), left);
    }

    /** For each node that goes, the node whose tensor takes its place: the nearest one before it that stays. */
    private static Map<NodeId, Optional<NodeId>> heirs(Network network, Set<NodeId> gone) {
        Map<NodeId, Optional<NodeId>> heirs = new HashMap<>();
        for (NodeId id : gone) {
            Set<NodeId> chain = new LinkedHashSet<>();
            Optional<NodeId> at = Optional.of(id);
            while (at.isPresent() && gone.contains(at.get()) && !heirs.containsKey(at.get())) {
                at = chain.add(at.get()) ? before(network, at.get()) : Optional.empty();
            }
            Optional<NodeId> heir = at.flatMap(end -> heirs.getOrDefault(end, Optional.of(end)));
            chain.forEach(each -> heirs.put(each, heir));
        }
        return heirs;
    }

    private static Optional<NodeId> before(Network network, NodeId id) {
        return network.find(id).flatMap(node -> node.inlets().stream()
                        .filter(inlet -> inlet.role() != Inlet.Role.INDICES).min(Comparator.comparing(Inlet::role)))
                .map(Inlet::source).filter(network::has);
    }

    @Override
    public String name() {
        return nodes.size() == 1 ? "delete " + nodes.iterator().next() : "delete " + nodes.size() + " layers";
    }
}
