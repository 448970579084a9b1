package skipstitch.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
}
