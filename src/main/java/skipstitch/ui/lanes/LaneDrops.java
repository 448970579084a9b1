package skipstitch.ui.lanes;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import skipstitch.network.Edge;
import skipstitch.network.Place;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Point;
import skipstitch.network.skips.Target;

/** Where something that is dragged in from outside would go. Points are those of the view of all lanes. */
public final class LaneDrops {
    private final LanesView lanes;
    private final Hovering hovering = new Hovering();

    LaneDrops(LanesView lanes) {
        this.lanes = lanes;
    }

    Node hovering() {
        return hovering;
    }

    /** The edge that it is near; a card stands for the edge into it. */
    public Optional<Edge> edgeNear(Point2D at) {
        return lanes.contains(at) ? lanes.under(at, Grabs::mainEdge) : Optional.empty();
    }

    /** Where it would stand on the ground, its middle below the pointer; empty outside the lanes. */
    public Optional<Place> groundNear(Point2D at) {
        return lanes.contains(at) ? lanes.groundAt(at.getX(), at.getY()).map(ground -> {
            Point world = ground.toWorld(at.getX(), at.getY());
            return MoveGesture.snapped(world.x() - Box.Kind.CARD.width() / 2, world.y() - Box.Kind.CARD.height() / 2);
        }) : Optional.empty();
    }

    /** Shows it, and the edge that it would go onto. */
    public void hover(String title, Point2D at) {
        hovering.show(title, at, edgeNear(at).flatMap(edge -> lanes.groundAt(at.getX(), at.getY())
                .flatMap(ground -> ground.at(new Target.OnEdge(edge)))));
    }

    public void hoverNothing() {
        hovering.hide();
    }
}
