package skipstitch.ui.lanes;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import skipstitch.document.Selection;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Point;
import skipstitch.session.Session;

/** A frame drawn around nodes selects them. */
final class MarqueeGesture implements Gesture {
    private final LanesView lanes;
    private final Session session;
    private final LaneGround ground;
    private final double startX;
    private final double startY;
    private final Rectangle frame = new Rectangle();

    MarqueeGesture(LanesView lanes, Session session, LaneGround ground, MouseEvent pressed) {
        this.lanes = lanes;
        this.session = session;
        this.ground = ground;
        startX = pressed.getX();
        startY = pressed.getY();
        frame.getStyleClass().add("marquee");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        lanes.lay(frame);
    }

    @Override
    public void drag(MouseEvent event) {
        frame.setX(Math.min(startX, event.getX()));
        frame.setY(Math.min(startY, event.getY()));
        frame.setWidth(Math.abs(event.getX() - startX));
        frame.setHeight(Math.abs(event.getY() - startY));
    }

    @Override
    public void drop(MouseEvent event) {
        drag(event);
        Point from = ground.toWorld(frame.getX(), frame.getY());
        Point to = ground.toWorld(frame.getX() + frame.getWidth(), frame.getY() + frame.getHeight());
        Set<NodeId> within = new LinkedHashSet<>(session.document().get().selection().nodes());
        ground.drawn().nodes().stream().map(Node::id).forEach(id -> ground.box(id).map(Box::centre)
                .filter(at -> at.x() >= from.x() && at.x() <= to.x() && at.y() >= from.y() && at.y() <= to.y())
                .ifPresent(_ -> within.add(id)));
        lanes.takeAway(frame);
        session.select(Selection.of(within));
    }

    @Override
    public void cancel() {
        lanes.takeAway(frame);
    }
}
