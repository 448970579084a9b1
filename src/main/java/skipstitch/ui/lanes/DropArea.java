package skipstitch.ui.lanes;

import java.util.Optional;
import javafx.geometry.Point2D;
import skipstitch.network.Edge;
import skipstitch.network.Place;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Point;
import skipstitch.network.skips.Target;

/** Where something dragged in from outside would go; points are the lanes' own. */
public final class DropArea {
    private final LanesView lanes;
    private final Hovering hovering;

    DropArea(LanesView lanes, Hovering hovering) {
        this.lanes = lanes;
        this.hovering = hovering;
    }

    private Optional<LaneGround> ground(Point2D at) {
        return lanes.contains(at) ? lanes.grounds().at(at.getX(), at.getY()) : Optional.empty();
    }

    /** The edge that a point is near; a card stands for the edge into it. */
    public Optional<Edge> edge(Point2D at) {
        return ground(at).flatMap(ground -> new Grabs(ground).mainEdge(ground.toWorld(at.getX(), at.getY())));
    }

    /** Where a card would stand on the ground, its middle below the pointer; empty outside the lanes. */
    public Optional<Place> place(Point2D at) {
        return ground(at).map(ground -> {
            Point world = ground.toWorld(at.getX(), at.getY());
            return MoveGesture.snapped(world.x() - Box.Kind.CARD.width() / 2, world.y() - Box.Kind.CARD.height() / 2);
        });
    }

    /** Shows what is dragged, and the edge that it would go onto. */
    public void hover(String title, Point2D at) {
        hovering.show(title, at, edge(at).flatMap(edge -> ground(at).flatMap(ground -> ground.at(new Target.OnEdge(edge)))));
    }

    public void hoverNothing() {
        hovering.hide();
    }
}
