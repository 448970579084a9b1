package skipstitch.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;

/**
 * Puts a copy of a fragment into the network. Edges within it are copied. The first of its nodes that lacks a tensor
 * takes the one that comes from {@code after}; other edges that came from elsewhere are left away.
 *
 * @param fragment what
 * @param after    the node to go on from; empty to begin anew
 * @param name     {@code "paste 3 layers"}, {@code "duplicate conv2"}
 */
public record Paste(Fragment fragment, Optional<NodeId> after, String name) implements Edit {
    private static final double BESIDE = 32;

    @Override
    public Document apply(Document document) {
        if (fragment.isEmpty()) {
            return document;
        }
        Map<NodeId, NodeId> copies = new LinkedHashMap<>();
        Document pasted = document.making(ids -> {
            fragment.nodes().forEach(node -> copies.put(node.id(), ids.apply(node.layer())));
            return document.network().appended(copied(document.network(), copies));
        });
        Map<NodeId, Place> places = new LinkedHashMap<>(pasted.places());
        fragment.places().forEach((id, place) ->
                places.put(copies.get(id), new Place(place.x() + BESIDE, place.y() + BESIDE)));
        return pasted.withPlaces(places).withSelection(Selection.of(new LinkedHashSet<>(copies.values())));
    }

    private List<Node> copied(Network network, Map<NodeId, NodeId> copies) {
        Optional<NodeId> open = after.filter(network::has);
        List<Node> fresh = new ArrayList<>();
        for (Node node : fragment.nodes()) {
            List<Inlet> inlets = new ArrayList<>();
            for (Inlet inlet : node.inlets()) {
                if (copies.containsKey(inlet.source())) {
                    inlets.add(new Inlet(copies.get(inlet.source()), inlet.role()));
                } else if (open.isPresent() && inlet.role() != Inlet.Role.INDICES) {
                    inlets.add(new Inlet(open.get(), inlet.role()));
                    open = inlet.role() == Inlet.Role.MAIN ? Optional.empty() : open;
                }
            }
            fresh.add(new Node(copies.get(node.id()), node.name(), node.group(), node.layer(), inlets));
        }
        return fresh;
    }
}
