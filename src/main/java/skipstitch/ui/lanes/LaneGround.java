package skipstitch.ui.lanes;

import java.util.Optional;
import javafx.geometry.Point2D;
import skipstitch.network.Edge;
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
 * @param zoom   screen units to a world unit
 */
record LaneGround(LaneView lane, Layout layout, Network drawn, double zoom) implements Ground {

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
            case Target.Merge(NodeId id) -> box(id).map(box -> toView(heart(box)));
            case Target.Output(NodeId id) -> box(id).map(box -> toView(heart(box)));
            case Target.Inlet(NodeId id) -> box(id).map(box -> toView(heart(box)));
        };
    }

    @Override
    public Optional<Point2D> fixed(Carried carried) {
        return switch (carried) {
            case Carried.End(Edge edge) -> route(edge).map(route -> toView(route.start()));
            case Carried.MainEnd(Edge edge) -> route(edge).map(route -> toView(route.start()));
            case Carried.Start(Edge edge) -> route(edge).map(route -> toView(route.end()));
            case Carried.Fresh(NodeId source) -> box(source).map(box -> toView(handle(box)));
        };
    }

    @Override
    public Optional<Point2D> lifted(Carried carried) {
        return switch (carried) {
            case Carried.End(Edge edge) -> route(edge).map(route -> toView(route.end()));
            case Carried.MainEnd(Edge edge) -> route(edge).map(route -> toView(route.end()));
            case Carried.Start(Edge edge) -> route(edge).map(route -> toView(route.start()));
            case Carried.Fresh _ -> fixed(carried);
        };
    }

    Optional<Box> box(NodeId id) {
        return Optional.ofNullable(layout.boxes().get(id));
    }

    Optional<Route> route(Edge edge) {
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
