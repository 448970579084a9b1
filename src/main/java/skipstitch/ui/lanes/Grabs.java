package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Point;
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

    private record Near<T>(T what, double distance) {}

    /** An end of an edge, or a node's handle. */
    Optional<Carried> carried(Point at) {
        List<Near<Carried>> near = new ArrayList<>();
        for (Node node : ground.drawn().nodes()) {
            ground.box(node.id()).map(LaneGround::handle).ifPresent(handle ->
                    near.add(new Near<>(new Carried.Fresh(node.id()), handle.distance(at))));
        }
        for (Wire wire : ground.lane().wires()) {
            Edge edge = wire.drawn();
            Inlet.Role role = role(wire);
            if (role != Inlet.Role.INDICES && wire.ends(ground.lane().lane())) {
                Carried end = role == Inlet.Role.SKIP ? new Carried.End(edge) : new Carried.MainEnd(edge);
                near.add(new Near<>(end, wire.route().end().distance(at)));
            }
            if (role != Inlet.Role.INDICES && wire.starts(ground.lane().lane())) {
                near.add(new Near<>(new Carried.Start(edge), wire.route().start().distance(at)));
            }
        }
        return nearest(near.stream(), REACH);
    }

    /** The edge at a point, if no node covers it. */
    Optional<Edge> edge(Point at) {
        return nearest(ground.lane().wires().stream(), at, EDGE_REACH);
    }

    private Optional<Edge> nearest(Stream<Wire> wires, Point at, double reach) {
        return nearest(wires.map(wire -> new Near<>(wire.drawn(), wire.route().distance(at))), reach);
    }

    private <T> Optional<T> nearest(Stream<Near<T>> all, double reach) {
        return all.filter(each -> each.distance() <= reach / ground.zoom())
                .min(Comparator.comparingDouble(Near::distance)).map(Near::what);
    }

    private Inlet.Role role(Wire wire) {
        return wire.drawn().of(ground.drawn()).role();
    }

    /** The lane's node that covers a point; where several do, the one drawn last. */
    Optional<NodeId> node(Point at) {
        return ground.lane().lane().network().nodes().stream().map(Node::id)
                .filter(id -> ground.box(id).filter(box -> box.contains(at)).isPresent()).reduce((_, last) -> last);
    }

    /**
     * The place that something carried is over: a merge, an edge, or a card, which stands for the edge into it. Above
     * and below them counts as well, so that one need not be exact.
     *
     * @param targets all there are
     */
    Optional<Target> target(Point at, List<Target> targets) {
        Optional<Target> on = node(at).flatMap(id -> targets.stream()
                .filter(target -> ground.stand(target.node()).equals(id) && ground.at(target).isPresent()).findFirst());
        if (on.isPresent()) {
            return on;
        }
        List<Near<Target>> near = new ArrayList<>();
        targets.forEach(target -> ground.at(target).map(view -> ground.toWorld(view.getX(), view.getY()))
                .ifPresent(place -> near.add(new Near<>(target, place.distance(at)))));
        return nearest(near.stream(), AIM_REACH);
    }

    /** The main edge under something that is dragged in from outside; a card stands for the first one into it that is seen. */
    Optional<Edge> mainEdge(Point at) {
        Optional<Node> on = node(at).flatMap(ground.drawn()::find);
        if (on.isPresent()) {
            return ground.lane().wires().stream().filter(wire -> role(wire) == Inlet.Role.MAIN
                    && ground.stand(wire.drawn().to()).equals(on.get().id())).map(Wire::drawn).findFirst();
        }
        return nearest(ground.lane().wires().stream().filter(wire -> role(wire) == Inlet.Role.MAIN), at, DROP_REACH);
    }
}
