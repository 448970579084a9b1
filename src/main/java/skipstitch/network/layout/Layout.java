package skipstitch.network.layout;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;

/**
 * Where the nodes and edges of all lanes of one network are: a node stands at one place in every lane. What hangs
 * together begins with the first card of its trunk at x = 0, and the first such part at y = 0, so that what is
 * added further right, above or below moves nothing.
 *
 * @param boxes  of every node of any lane, in drawing order
 * @param routes of every edge of any lane that comes from a node
 * @param area   what all of it takes, with a margin
 */
public record Layout(Map<NodeId, Box> boxes, Map<Link, Route> routes, Area area) {
    public Layout {
        boxes = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
    }

    /** With nothing placed by a person. */
    public static Layout of(Network drawn, Collection<Lane> lanes) {
        return of(drawn, lanes, Map.of());
    }

    /**
     * @param lanes  of one network, at least one: those not shown too, so that nothing jumps when they are
     * @param placed where a person put nodes: there they stand, others make room
     */
    public static Layout of(Network drawn, Collection<Lane> lanes, Map<NodeId, Place> placed) {
        Sheet automatic = Parts.sheet(Graph.of(drawn, lanes));
        Sheet sheet = placed.isEmpty() ? automatic : Pins.pinned(automatic, placed);
        Router router = new Router(sheet.boxes());
        sheet.routes().replaceAll(router::mended);
        return new Layout(sheet.boxes(), sheet.routes(), sheet.area());
    }

    /** The way of an edge into a node of any lane; empty if it comes from nowhere. */
    public Optional<Route> route(Node node, int inlet) {
        return Optional.ofNullable(routes.get(Link.into(node).get(inlet)));
    }
}
