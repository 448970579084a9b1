package skipstitch.ui.lanes;

import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import skipstitch.document.Selection;
import skipstitch.explain.Closeup.Subject;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.layout.Point;
import skipstitch.network.skips.Carried;
import skipstitch.session.Beside;
import skipstitch.session.Session;
import skipstitch.ui.carry.CarryLayer;

/**
 * What the mouse does in the lanes. A press on an end of an edge or on a handle lifts it, on a card moves the card, on
 * the ground the view; with Shift it draws a frame. At most one gesture is under way; Esc and the right button end it.
 */
final class Hands {
    private final LanesView lanes;
    private final Session session;
    private final CarryLayer layer;
    private final Circle handle = new Circle(7);
    private Optional<MouseEvent> pressed = Optional.empty();
    private Optional<Gesture> gesture = Optional.empty();

    Hands(LanesView lanes, Session session, CarryLayer layer) {
        this.lanes = lanes;
        this.session = session;
        this.layer = layer;
        handle.getStyleClass().add("handle");
        handle.setMouseTransparent(true);
        handle.setManaged(false);
        handle.setVisible(false);
        lanes.lay(handle);
        lanes.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        lanes.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        lanes.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        lanes.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        lanes.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        lanes.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> handle.setVisible(false));
    }

    private void press(MouseEvent event) {
        lanes.requestFocus();
        if (event.getButton() == MouseButton.SECONDARY) {
            cancel();
            return;
        }
        pressed = Optional.of(event);
    }

    private void drag(MouseEvent event) {
        if (gesture.isEmpty() && pressed.isPresent() && !event.isStillSincePress()) {
            handle.setVisible(false);
            gesture = Optional.of(begin(pressed.get()));
        }
        gesture.ifPresent(now -> now.drag(event));
    }

    private Gesture begin(MouseEvent at) {
        Optional<LaneGround> ground = at.getButton() == MouseButton.PRIMARY ? lanes.grounds().at(at.getX(), at.getY())
                : Optional.empty();
        if (ground.isEmpty()) {
            return new PanGesture(lanes, at);
        }
        Grabs grabs = new Grabs(ground.get());
        Point point = ground.get().toWorld(at.getX(), at.getY());
        Optional<NodeId> node = grabs.node(point);
        Optional<Carried> carried = at.isShiftDown() ? Optional.empty() : grabs.carried(point);
        if (carried.isPresent()) {
            int lane = lanes.lanes().indexOf(ground.get().lane());
            return new CarryGesture(lanes, session, layer, lane, carried.get(), at);
        }
        if (node.isPresent()) {
            Set<NodeId> selected = session.document().get().selection().nodes();
            return new MoveGesture(lanes, session, ground.get(), selected.contains(node.get()) ? selected : Set.of(node.get()), at);
        }
        return at.isShiftDown() ? new MarqueeGesture(lanes, session, ground.get(), at) : new PanGesture(lanes, at);
    }

    private void release(MouseEvent event) {
        pressed = Optional.empty();
        Optional<Gesture> done = gesture;
        gesture = Optional.empty();
        done.ifPresent(now -> now.drop(event));
        hover(event);
    }

    boolean isBusy() {
        return gesture.isPresent();
    }

    /** Ends what is under way; whether anything was. */
    boolean cancel() {
        boolean any = gesture.isPresent();
        Optional<Gesture> off = gesture;
        gesture = Optional.empty();
        pressed = Optional.empty();
        off.ifPresent(Gesture::cancel);
        return any;
    }

    /** A click selects: a node, an edge where no node is, or nothing; with Shift a node more. Two open its tensor. */
    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        lanes.beside().at(event.getX(), event.getY()).ifPresent(beside ->
                lanes.beside().nodeAt(event.getX(), event.getY()).ifPresent(id -> choose(beside, id, event)));
        lanes.grounds().at(event.getX(), event.getY()).ifPresent(ground -> {
            Grabs grabs = new Grabs(ground);
            Point point = ground.toWorld(event.getX(), event.getY());
            Optional<NodeId> node = grabs.node(point);
            Optional<Edge> edge = node.isPresent() ? Optional.empty() : grabs.edge(point);
            if (node.isPresent()) {
                session.select(event.isShiftDown() ? session.document().get().selection().toggled(node.get())
                        : Selection.of(node.get()));
                if (event.getClickCount() == 2 && !event.isShiftDown()) {
                    open(node.get(), ground.lane().lane().variant());
                }
            } else {
                edge.ifPresent(found -> session.select(Selection.of(found)));
            }
        });
    }

    /** A node of a network that stands beside is selected wherever it is, and looked at; it is not edited there. */
    private void choose(Beside beside, NodeId id, MouseEvent event) {
        session.neighbours().select(id);
        if (event.getClickCount() == 2 && beside.lanes().layout().folded().fold(id).isPresent()) {
            session.neighbours().open(beside, id);
        } else if (event.getClickCount() == 2) {
            session.viewing().open(new Subject(id, Optional.empty(), Optional.empty()), Optional.of(beside.network()));
        }
    }

    /** A fold's layers, or a layer's tensor large. */
    private void open(NodeId id, Variant lane) {
        if (session.folds().around(id).isPresent()) {
            session.folds().turn(id);
        } else {
            session.viewing().open(id, lane);
        }
    }

    /** The pointer's form, and a dot, say what can be taken hold of. */
    private void hover(MouseEvent event) {
        Optional<LaneGround> ground = lanes.grounds().at(event.getX(), event.getY());
        Optional<Point> point = ground.map(at -> at.toWorld(event.getX(), event.getY()));
        Optional<Carried> carried = point.flatMap(at -> new Grabs(ground.get()).carried(at));
        Optional<NodeId> node = point.flatMap(at -> new Grabs(ground.get()).node(at));
        boolean edge = carried.isEmpty() && node.isEmpty() && point.flatMap(at -> new Grabs(ground.get()).edge(at)).isPresent();
        lanes.setCursor(carried.isPresent() ? carried.get() instanceof Carried.Fresh ? Cursor.CROSSHAIR : Cursor.OPEN_HAND
                : node.isPresent() || edge ? Cursor.HAND : Cursor.DEFAULT);
        Optional<Carried> fresh = node.filter(id -> ground.get().drawn().has(id)).map(Carried.Fresh::new);
        handle.setVisible(carried.or(() -> fresh).flatMap(what -> ground.get().lifted(what))
                .map(at -> {
                    handle.setCenterX(at.getX());
                    handle.setCenterY(at.getY());
                    return true;
                }).orElse(false));
    }
}
