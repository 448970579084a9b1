package skipstitch.ui.lanes;

import java.util.Optional;
import java.util.function.BiPredicate;
import javafx.geometry.Point2D;
import skipstitch.network.Edge;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Layout;
import skipstitch.network.layout.Point;
import skipstitch.network.layout.Route;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Target;
import skipstitch.ui.carry.Ground;

/**
 * Where things of one lane stand in the view of all lanes.
 *
 * @param lane   which
 * @param layout of all lanes
 * @param drawn  the network as drawn, whose edges are carried
 */
record LaneGround(LaneView lane, Layout layout, Network drawn) implements Ground {

    @Override
    public double zoom() {
        return lane.zoom();
    }

    @Override
    public double width() {
        return lane.getWidth();
    }

    Point2D toView(Point world) {
        return lane.localToParent(lane.toView(world));
    }

    Point toWorld(double viewX, double viewY) {
        Point2D inLane = lane.parentToLocal(viewX, viewY);
        return lane.toWorld(inLane.getX(), inLane.getY());
    }

    @Override
    public Optional<Point2D> at(Target target) {
        return switch (target) {
            case Target.OnEdge(Edge edge) -> route(edge).map(route -> toView(route.middle()));
            case Target.Merge(NodeId id) -> alone(id).map(box -> toView(heart(box)));
            case Target.Output(NodeId id) -> box(id).map(box -> toView(heart(box)));
            case Target.Inlet(NodeId id) -> alone(id).map(box -> toView(heart(box)));
        };
    }

    @Override
    public Optional<Point2D> fixed(Carried carried) {
        return switch (carried) {
            case Carried.End(Edge edge) -> start(edge);
            case Carried.MainEnd(Edge edge) -> start(edge);
            case Carried.Start(Edge edge) -> end(edge);
            case Carried.Fresh(NodeId source) -> box(source).map(box -> toView(handle(box)));
        };
    }

    @Override
    public Optional<Point2D> lifted(Carried carried) {
        return switch (carried) {
            case Carried.End(Edge edge) -> end(edge);
            case Carried.MainEnd(Edge edge) -> end(edge);
            case Carried.Start(Edge edge) -> start(edge);
            case Carried.Fresh _ -> fixed(carried);
        };
    }

    /** Of a node that is drawn by itself. */
    private Optional<Box> alone(NodeId id) {
        return box(id).filter(_ -> !layout.folded().isHidden(id));
    }

    /** As which node one is drawn: as itself, or as the last of its fold. */
    NodeId stand(NodeId id) {
        return layout.folded().stand(id);
    }

    Optional<Box> box(NodeId id) {
        return Optional.ofNullable(layout.boxes().get(id));
    }

    private Optional<Point2D> start(Edge edge) {
        return wire(edge, Wire::starts).map(Wire::route).or(() -> route(edge)).map(Route::start).map(this::toView);
    }

    private Optional<Point2D> end(Edge edge) {
        return wire(edge, Wire::ends).map(Wire::route).or(() -> route(edge)).map(Route::end).map(this::toView);
    }

    private Optional<Wire> wire(Edge edge, BiPredicate<Wire, Lane> part) {
        return lane.wires().stream().filter(wire -> wire.drawn().equals(edge) && part.test(wire, lane.lane())).findFirst();
    }

    /** As the lanes have it that take no edge away. */
    private Optional<Route> route(Edge edge) {
        return edge.isIn(drawn) ? layout.route(drawn.node(edge.to()), edge.inlet()) : Optional.empty();
    }

    /** The middle of a ring, or of a card's picture. */
    private static Point heart(Box box) {
        return new Point(box.centre().x(), box.top() + (box.kind() == Box.Kind.PILL ? box.height() / 2 : Box.AXIS));
    }

    /** From where a new skip is drawn: a card's upper edge, clear of the arcs, or a ring's lower one. */
    static Point handle(Box box) {
        return new Point(box.centre().x(), box.kind() == Box.Kind.MERGE ? box.top() + Box.AXIS + Box.MERGE_RADIUS : box.top());
    }
}
