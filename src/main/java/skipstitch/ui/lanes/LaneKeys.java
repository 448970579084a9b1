package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import skipstitch.document.Selection;
import skipstitch.document.Tidy;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.skips.Carried;
import skipstitch.session.Session;

/**
 * The lanes' keys: Shift with arrows selects further layers, S the edges of the one selected, L lifts, T tidies, Z zooms to the selection.
 * With an edge in the hand, arrows walk through the places, Enter drops, Esc lets go.
 */
final class LaneKeys {
    private final LanesView lanes;
    private final Session session;

    LaneKeys(LanesView lanes, Session session) {
        this.lanes = lanes;
        this.session = session;
        lanes.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean done = session.carrying().carry().get().isPresent() ? carrying(event) : selecting(event);
        if (done) {
            event.consume();
        }
    }

    private boolean carrying(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, DOWN -> session.carrying().step(1);
            case LEFT, UP -> session.carrying().step(-1);
            case ENTER -> session.carrying().drop();
            case ESCAPE -> {
                if (!lanes.cancelGesture()) {
                    session.carrying().letGo();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean selecting(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> addNeighbour(1);
            case LEFT -> addNeighbour(-1);
            case S -> nextEdge();
            case L -> lift(event.isShiftDown());
            case T -> session.edit(new Tidy());
            case Z -> lanes.zoomToSelection();
            case ESCAPE -> {
                return lanes.cancelGesture();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void addNeighbour(int step) {
        lanes.neighbour(session.selection().get(), step)
                .ifPresent(id -> session.select(with(session.document().get().selection(), id)));
    }

    private static Selection with(Selection selection, NodeId id) {
        return selection.nodes().contains(id) ? selection.toggled(id).toggled(id) : selection.toggled(id);
    }

    /** The edges of the selected node one after another, its skips first, then none again. */
    private void nextEdge() {
        session.document().get().network().find(session.selection().get()).ifPresent(this::nextEdge);
    }

    private void nextEdge(Node node) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < node.inlets().size(); i++) {
            edges.add(new Edge(node.id(), i));
        }
        edges.sort(Comparator.comparingInt(edge -> node.inlets().get(edge.inlet()).role() == Inlet.Role.SKIP ? 0 : 1));
        int next = session.document().get().selection().edge().map(edges::indexOf).orElse(-1) + 1;
        session.select(next < edges.size() ? Selection.of(edges.get(next)) : Selection.of(node.id()));
    }

    /** The selected edge's end, or with Shift its start; with no edge selected, a new skip from the node. */
    private void lift(boolean start) {
        Optional<Edge> edge = session.document().get().selection().edge();
        NodeId node = session.selection().get();
        if (edge.isEmpty() && !session.document().get().network().has(node)) {
            return;
        }
        lanes.lift(edge.<Carried>map(each -> start ? new Carried.Start(each)
                : each.of(session.document().get().network()).role() == Inlet.Role.SKIP ? new Carried.End(each)
                : new Carried.MainEnd(each)).orElse(new Carried.Fresh(node)));
    }
}
