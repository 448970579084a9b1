package skipstitch.ui.lanes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.MouseEvent;
import skipstitch.document.PlaceNodes;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.layout.Box;
import skipstitch.session.Session;

/** Dragging a card puts it, and all that is selected with it, somewhere else. */
final class MoveGesture implements Gesture {
    /** Places are multiples of it, so that pictures fall on whole pixels and rows are easily met. */
    private static final double GRID = 8;

    private final LanesView lanes;
    private final Session session;
    private final Map<NodeId, Box> boxes = new LinkedHashMap<>();
    private final double zoom;
    private final double startX;
    private final double startY;

    MoveGesture(LanesView lanes, Session session, LaneGround ground, Set<NodeId> moved, MouseEvent pressed) {
        this.lanes = lanes;
        this.session = session;
        moved.forEach(id -> ground.box(id).filter(_ -> session.document().get().network().has(id))
                .ifPresent(box -> boxes.put(id, box)));
        zoom = ground.zoom();
        startX = pressed.getX();
        startY = pressed.getY();
    }

    @Override
    public void drag(MouseEvent event) {
        lanes.preview(places(event));
    }

    @Override
    public void drop(MouseEvent event) {
        Map<NodeId, Place> places = places(event);
        session.edit(new PlaceNodes(places,
                "move " + (places.size() == 1 ? places.keySet().iterator().next() : places.size() + " layers")));
        lanes.preview(Map.of());
    }

    private Map<NodeId, Place> places(MouseEvent event) {
        Map<NodeId, Place> places = new LinkedHashMap<>();
        boxes.forEach((id, box) -> places.put(id, snapped(box.left() + (event.getX() - startX) / zoom,
                box.top() + (event.getY() - startY) / zoom)));
        return places;
    }

    static Place snapped(double x, double y) {
        return new Place(GRID * Math.rint(x / GRID), GRID * Math.rint(y / GRID));
    }

    @Override
    public void cancel() {
        lanes.preview(Map.of());
    }
}
