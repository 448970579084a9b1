package skipstitch.ui.lanes;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Point2D;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Point;
import skipstitch.session.Beside;

/** What is where in the lanes: the ground of a lane, a layer, an edge. Points are the lanes' own. */
public final class LaneGrounds {
    private final LanesView lanes;

    LaneGrounds(LanesView lanes) {
        this.lanes = lanes;
    }

    public Optional<NodeId> nodeAt(Point2D at) {
        return under(at, Grabs::node);
    }

    public Optional<Edge> edgeAt(Point2D at) {
        return under(at, Grabs::edge);
    }

    /** The network beside whose lane is at a point. */
    public Optional<Beside> besideAt(Point2D at) {
        return lanes.beside().at(at.getX(), at.getY());
    }

    private <T> Optional<T> under(Point2D at, BiFunction<Grabs, Point, Optional<T>> what) {
        return at(at.getX(), at.getY()).flatMap(ground ->
                what.apply(new Grabs(ground), ground.toWorld(at.getX(), at.getY())));
    }

    /** Of a lane, counted from the top; empty if there are not so many. */
    Optional<LaneGround> of(int lane) {
        return lane >= 0 && lane < lanes.lanes().size() ? Optional.of(of(lanes.lanes().get(lane))) : Optional.empty();
    }

    /** Of the lane at a point. */
    Optional<LaneGround> at(double x, double y) {
        return lanes.lanes().stream().filter(lane -> lane.isVisible() && lane.getBoundsInParent().contains(x, y)).findFirst()
                .map(this::of);
    }

    private LaneGround of(LaneView lane) {
        return new LaneGround(lane, lanes.shown().layout(), lanes.shown().drawn());
    }
}
