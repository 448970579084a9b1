package skipstitch.network.layout;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.folding.Folded;
import skipstitch.network.folding.Folding;

/**
 * Where the nodes and edges of all lanes of one network are: a node stands at one place in every lane. What hangs
 * together begins with the first card of its trunk at x = 0, and the first such part at y = 0, so that what is
 * added further right, above or below moves nothing.
 *
 * @param folded which nodes are drawn as one
 * @param boxes  of every node of any lane, in drawing order; of a fold by its last node, and of no other in it
 * @param routes of every edge of any lane that comes from a node, but those that folds hide
 * @param braces below the open groups
 * @param area   what all of it takes, with a margin
 */
public record Layout(Folded folded, Map<NodeId, Box> boxes, Map<Link, Route> routes, List<Brace> braces, Area area) {
    /** Where groups are folded, words stand below their cards, over their sides and above the arcs, when looked at from afar. */
    private static final double AROUND = 64;
    /** For a brace and its name. */
    private static final double UNDER_WORDS = 96;

    public Layout {
        boxes = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
        braces = List.copyOf(braces);
    }

    /** With nothing folded or placed by a person. */
    public static Layout of(Network drawn, Collection<Lane> lanes) {
        return of(drawn, lanes, Map.of(), Folding.NONE);
    }

    /**
     * @param lanes  of one network, at least one: those not shown too, so that nothing jumps when they are
     * @param placed  where a person put nodes: there they stand, others make room
     * @param folding which groups are folded
     */
    public static Layout of(Network drawn, Collection<Lane> lanes, Map<NodeId, Place> placed, Folding folding) {
        Folded folded = Folded.of(drawn, lanes, folding);
        Sheet automatic = Parts.sheet(Graph.of(drawn, lanes, folded));
        Sheet sheet = placed.isEmpty() ? automatic : Pins.pinned(automatic, placed, folded);
        Router router = new Router(sheet.boxes(), folded, OwnPills.of(drawn, automatic.routes().keySet()));
        sheet.routes().replaceAll(router::mended);
        List<Brace> braces = Brace.below(sheet.boxes(), folded);
        double words = folded.folds().isEmpty() ? 0 : AROUND;
        Area area = sheet.area();
        return new Layout(folded, sheet.boxes(), sheet.routes(), braces, new Area(area.left() - words,
                area.top() - words, area.width() + 2 * words,
                area.height() + 2 * words + (braces.isEmpty() ? 0 : UNDER_WORDS)));
    }

    /** The way of an edge into a node of any lane; empty if it comes from nowhere. */
    public Optional<Route> route(Node node, int inlet) {
        return Optional.ofNullable(routes.get(Link.into(node).get(inlet)));
    }

    /** The room in which a node is seen: its own, or that of the fold it is in. */
    public Optional<Box> room(NodeId id) {
        return Optional.ofNullable(boxes.get(folded.stand(id)));
    }
}
