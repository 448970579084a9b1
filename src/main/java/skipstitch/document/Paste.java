package skipstitch.document;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;

/**
 * Puts a copy of a fragment into the network. Edges within it are copied. Those that came into it from where its first
 * one came from (a residual block's main branch and its skip) come from {@code after}; others are left away.
 *
 * @param fragment what
 * @param after    the node to go on from; empty to begin anew
 * @param edge     an edge from that node, which then comes from the copy's last end; empty to leave that end open
 * @param name     {@code "paste 3 layers"}, {@code "duplicate conv2"}
 */
public record Paste(Fragment fragment, Optional<NodeId> after, Optional<Edge> edge, String name) implements Edit {
    private static final double BESIDE = 32;

    /** Behind a node as {@link NewLayer} would put a layer there. */
    public static Paste after(Document document, NodeId node, Fragment fragment) {
        return new Paste(fragment, Optional.of(node), NewLayer.onlyEdge(document.network(), node),
                "paste " + fragment.words());
    }

    /** A copy beside the original, which takes what its first layer takes. */
    public static Paste beside(Fragment fragment) {
        return new Paste(fragment, fragment.entry(), Optional.empty(), "duplicate " + fragment.words());
    }

    @Override
    public Document apply(Document document) {
        if (fragment.isEmpty()) {
            return document;
        }
        Map<NodeId, NodeId> copies = new LinkedHashMap<>();
        Document pasted = document.making(ids -> {
            fragment.nodes().forEach(node -> copies.put(node.id(), ids.apply(node.layer())));
            return joined(document.network(), copied(document.network(), copies), copies);
        });
        Map<NodeId, Place> places = new LinkedHashMap<>(pasted.places());
        fragment.places().forEach((id, place) -> {
            if (copies.containsKey(id)) {
                places.put(copies.get(id), new Place(place.x() + BESIDE, place.y() + BESIDE));
            }
        });
        return pasted.withPlaces(places).withSelection(Selection.of(new LinkedHashSet<>(copies.values())));
    }

    /** The copy drawn right before the node that takes its end in, or last. */
    private Network joined(Network network, List<Node> fresh, Map<NodeId, NodeId> copies) {
        Optional<NodeId> end = fragment.end().map(copies::get);
        Optional<Inlet> onto = edge.flatMap(network::inlet)
                .filter(inlet -> after.filter(inlet.source()::equals).isPresent());
        if (end.isEmpty() || onto.isEmpty() || fragment.entry().isEmpty()) {
            return network.appended(fresh);
        }
        Edge at = edge.get();
        return network.with(network.node(at.to()).withInlet(at.inlet(), new Inlet(end.get(), onto.get().role())))
                .inserted(at.to(), fresh);
    }

    private List<Node> copied(Network network, Map<NodeId, NodeId> copies) {
        Map<NodeId, NodeId> sources = new LinkedHashMap<>(copies);
        after.filter(network::has).ifPresent(node -> fragment.entry().ifPresent(entry -> sources.put(entry, node)));
        return fragment.nodes().stream().map(node -> new Node(copies.get(node.id()), node.name(), node.group(),
                node.layer(), Fragment.wanted(node).stream()
                        .filter(inlet -> sources.containsKey(inlet.source())
                                && (copies.containsKey(inlet.source()) || inlet.role() != Inlet.Role.INDICES))
                        .map(inlet -> new Inlet(sources.get(inlet.source()), inlet.role())).toList())).toList();
    }
}
