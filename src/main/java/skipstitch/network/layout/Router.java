package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.NodeId;
import skipstitch.network.folding.Folded;

/** Leads edges anew, where nodes were placed by a person or stand in the way. */
final class Router {
    private static final double ABOVE = 12;
    private static final double ARC_STEP = 26;
    private static final int ARCS = 8;
    private static final double LEAST_ARC = 32;
    private static final double BEFORE_ENTRY = 20;
    private static final double LEAST_STACK = 40;
    private static final double LEAST_WORDS = 120;

    private final Map<NodeId, Box> boxes;
    private final Folded folded;
    private final OwnPills own;
    private final Ground ground;

    /** @param own which no edge minds that they are put on */
    Router(Map<NodeId, Box> boxes, Folded folded, OwnPills own) {
        this.own = own;
        this.boxes = boxes;
        this.folded = folded;
        ground = new Ground(boxes.values());
    }

    /** The route itself, if it runs through no node; else another. */
    Route mended(Link link, Route route) {
        Set<Box> but = new HashSet<>(List.of(room(link.from()), room(link.to())));
        own.on(link).stream().map(boxes::get).filter(Objects::nonNull).forEach(but::add);
        return ground.isClear(route, but) ? route : anew(link, route);
    }

    private Box room(NodeId id) {
        return boxes.get(folded.stand(id));
    }

    /** From where its source stands to where its target stands, carrying what the old route carried. */
    Route anew(Link link, Route old) {
        Box from = room(link.from());
        Box to = room(link.to());
        for (Route route : candidates(link, from, to, old)) {
            if (ground.isClear(route, List.of(from, to))) {
                return route;
            }
        }
        return loaded(Detour.around(ground, boxes.values(), from, to), old);
    }

    private static List<Route> candidates(Link link, Box from, Box to, Route old) {
        List<Route> candidates = new ArrayList<>();
        double over = to.landing().x() - from.rise().x();
        if (from.kind() == Box.Kind.PILL && to.kind() != Box.Kind.PILL) {
            if (to.landing().x() - from.exit().x() >= LEAST_ARC && to.landing().y() > from.bottom()) {
                candidates.add(Ways.fall(from.exit(), to.landing()));
            }
        } else if (to.kind() == Box.Kind.PILL && from.kind() != Box.Kind.PILL) {
            if (to.entry().x() - from.rise().x() >= LEAST_ARC && to.bottom() < from.top()) {
                candidates.add(Ways.rise(from.rise(), to.entry()));
            }
        } else if (over >= LEAST_ARC && (link.role() != Inlet.Role.MAIN || old.enters() == Side.TOP)) {
            double lowest = Math.min(from.top(), to.top()) - ABOVE;
            for (int arc = 0; arc < ARCS; arc++) {
                candidates.add(Ways.arc(from.rise(), to.landing(), lowest - ARC_STEP * arc));
            }
        }
        double room = to.entry().x() - from.exit().x();
        if (room >= LEAST_STACK) {
            double turn = from.exit().x() + Math.max(room / 2, room - BEFORE_ENTRY);
            candidates.add(loaded(bent(from, to, turn), old));
            candidates.add(loaded(bent(from, to, from.exit().x() + Math.min(BEFORE_ENTRY, room / 2)), old));
        }
        return candidates;
    }

    private static Route bent(Box from, Box to, double turn) {
        return Ways.through(List.of(from.exit(), new Point(turn, from.axis()), new Point(turn, to.axis()), to.entry()));
    }

    /** What the old route carried stands on the longest flat part, if that has room for it. */
    private static Route loaded(Route route, Route old) {
        Point at = route.start();
        Point from = route.start();
        double longest = 0;
        for (Segment segment : route.segments()) {
            Point to = segment.to();
            if (segment instanceof Segment.Line && from.y() == to.y() && Math.abs(to.x() - from.x()) > longest) {
                longest = Math.abs(to.x() - from.x());
                at = from.towards(to, 0.5);
            }
            from = to;
        }
        double wanted = switch (old.load()) {
            case STACK -> LEAST_STACK;
            case WORDS -> LEAST_WORDS;
            case NOTHING -> Double.POSITIVE_INFINITY;
        };
        return longest >= wanted ? route.bearing(old.load(), at) : route;
    }
}
