package skipstitch.document;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;

/**
 * A part of a network, on the clipboard.
 *
 * @param nodes  in drawing order, with all their inlets, also from nodes that are not part of it
 * @param places of those that a person put somewhere
 */
public record Fragment(List<Node> nodes, Map<NodeId, Place> places) {
    public static final Fragment EMPTY = new Fragment(List.of(), Map.of());

    /** Stands for a source that is not there. */
    private static final NodeId NOWHERE = NodeId.of("_..nowhere");

    public Fragment {
        nodes = List.copyOf(nodes);
        places = Map.copyOf(places);
    }

    /** Some nodes of a document. */
    public static Fragment of(Document document, Set<NodeId> chosen) {
        Network network = document.network();
        Map<NodeId, Place> places = new LinkedHashMap<>(document.places());
        places.keySet().retainAll(chosen);
        return new Fragment(network.nodes().stream().filter(node -> chosen.contains(node.id())).toList(), places);
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** Whether one of its nodes has this id. */
    public boolean has(NodeId id) {
        return nodes.stream().anyMatch(node -> node.id().equals(id));
    }

    /** The node elsewhere from which the first edge came into it, one of the main way if there is one. */
    Optional<NodeId> entry() {
        return nodes.stream().flatMap(node -> wanted(node).stream())
                .filter(inlet -> inlet.role() != Inlet.Role.INDICES && !has(inlet.source()))
                .min(Comparator.comparing(Inlet::role)).map(Inlet::source);
    }

    /** Its inlets; of a layer that lay on the ground the one that it lacked, from nowhere. */
    static List<Inlet> wanted(Node node) {
        return node.inlets().isEmpty() && node.layer().fanIn().least() > 0
                ? List.of(Inlet.main(NOWHERE)) : node.inlets();
    }

    /** The one node whose tensor no other node of it takes; empty if there are several. */
    Optional<NodeId> end() {
        Set<NodeId> ends = new LinkedHashSet<>();
        nodes.forEach(node -> ends.add(node.id()));
        nodes.forEach(node -> node.inlets().forEach(inlet -> ends.remove(inlet.source())));
        return ends.size() == 1 ? Optional.of(ends.iterator().next()) : Optional.empty();
    }

    /** {@code conv2}, {@code 3 layers}. */
    String words() {
        return nodes.size() == 1 ? nodes.getFirst().label() : nodes.size() + " layers";
    }
}
