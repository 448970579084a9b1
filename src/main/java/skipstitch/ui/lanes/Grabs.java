package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Point;
import skipstitch.network.layout.Route;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Target;

/** What the pointer would take hold of, in one lane. Reaches are in screen units, whatever the zoom. */
final class Grabs {
    /** Around an end of an edge, and around a handle: 28 across. */
    static final double REACH = 14;
    private static final double EDGE_REACH = 9;
    private static final double DROP_REACH = 30;
    /** A skip in the hand snaps to what is this near. */
    private static final double AIM_REACH = 60;

    private final LaneGround ground;

    Grabs(LaneGround ground) {
        this.ground = ground;
    }

    private record Grab(Carried carried, double distance) {}

    /** An end of an edge, or a node's handle. */
    Optional<Carried> carried(Point at) {
        double reach = REACH / ground.zoom();
        List<Grab> near = new ArrayList<>();
        for (Node node : ground.drawn().nodes()) {
            ground.box(node.id()).ifPresent(box -> add(near, new Carried.Fresh(node.id()), LaneGround.handle(box), at, reach));
            for (int i = 0; i < node.inlets().size(); i++) {
                Edge edge = new Edge(node.id(), i);
                Inlet.Role role = node.inlets().get(i).role();
                if (role != Inlet.Role.INDICES) {
                    ground.route(edge).ifPresent(route -> {
                        add(near, role == Inlet.Role.SKIP ? new Carried.End(edge) : new Carried.MainEnd(edge), route.end(), at, reach);
                        add(near, new Carried.Start(edge), route.start(), at, reach);
                    });
                }
            }
        }
        return near.stream().min(Comparator.comparingDouble(Grab::distance)).map(Grab::carried);
    }

    private static void add(List<Grab> near, Carried carried, Point place, Point at, double reach) {
        double distance = place.distance(at);
        if (distance <= reach) {
            near.add(new Grab(carried, distance));
        }
    }

    /** The edge at a point, if no node covers it. */
    Optional<Edge> edge(Point at) {
        return nearest(at, EDGE_REACH / ground.zoom(), true);
    }

    private Optional<Edge> nearest(Point at, double reach, boolean anyRole) {
        Edge found = null;
        double nearest = reach;
        for (Node node : ground.drawn().nodes()) {
            for (int i = 0; i < node.inlets().size(); i++) {
                Edge edge = new Edge(node.id(), i);
                Optional<Route> route = ground.route(edge);
                if ((anyRole || node.inlets().get(i).role() == Inlet.Role.MAIN) && route.isPresent()) {
                    double distance = route.get().distance(at);
                    if (distance <= nearest) {
                        nearest = distance;
                        found = edge;
                    }
                }
            }
        }
        return Optional.ofNullable(found);
    }

    Optional<NodeId> node(Point at) {
        return ground.layout().boxes().entrySet().stream().filter(each -> each.getValue().contains(at))
                .map(Map.Entry::getKey).reduce((_, last) -> last);
    }

    /**
     * The place that something carried is over: a merge, an edge, or a card, which stands for the edge into it. Above
     * and below them counts as well, so that one need not be exact.
     *
     * @param targets all there are
     */
    Optional<Target> target(Point at, List<Target> targets) {
        Optional<Target> on = node(at).flatMap(id -> targets.stream().filter(target -> standsFor(target, id)).findFirst());
        if (on.isPresent()) {
            return on;
        }
        Target nearest = null;
        double least = AIM_REACH / ground.zoom();
        for (Target target : targets) {
            Optional<Point> place = ground.at(target).map(view -> ground.toWorld(view.getX(), view.getY()));
            if (place.isPresent() && place.get().distance(at) < least) {
                least = place.get().distance(at);
                nearest = target;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean standsFor(Target target, NodeId node) {
        return switch (target) {
            case Target.Merge(NodeId id) -> id.equals(node);
            case Target.Output(NodeId id) -> id.equals(node);
            case Target.Inlet(NodeId id) -> id.equals(node);
            case Target.OnEdge(Edge edge) -> edge.to().equals(node);
        };
    }

    /** The main edge under something that is dragged in from outside; a card stands for the first one into it. */
    Optional<Edge> mainEdge(Point at) {
        Optional<Node> on = node(at).flatMap(ground.drawn()::find);
        if (on.isPresent()) {
            int first = on.get().inlets().indexOf(on.get().inlets(Inlet.Role.MAIN).stream().findFirst().orElse(null));
            return first < 0 ? Optional.empty() : Optional.of(new Edge(on.get().id(), first));
        }
        return nearest(at, DROP_REACH / ground.zoom(), false);
    }
}
