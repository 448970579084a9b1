package skipstitch.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import skipstitch.document.LayerKind;
import skipstitch.document.NewLayer;
import skipstitch.document.PlaceNodes;
import skipstitch.document.Remedies;
import skipstitch.document.Selection;
import skipstitch.document.Tidy;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.layout.Box;
import skipstitch.network.skips.Carried;
import skipstitch.session.Beside;
import skipstitch.session.Session;
import skipstitch.ui.editing.EditActions;
import skipstitch.ui.editing.EditDrawer;
import skipstitch.ui.lanes.LanesView;

/** The right button's menu in the lanes: for a layer, an edge, or the ground. */
final class LanesMenu {
    private static final int MOST_REMEDIES = 5;

    private final LanesView lanes;
    private final Session session;
    private final EditActions actions;
    private final EditDrawer drawer;
    private final ContextMenu menu = new ContextMenu();

    LanesMenu(LanesView lanes, Session session, EditActions actions, EditDrawer drawer) {
        this.lanes = lanes;
        this.session = session;
        this.actions = actions;
        this.drawer = drawer;
        menu.setId("lanes-menu");
        lanes.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::show);
    }

    private void show(ContextMenuEvent event) {
        if (session.carrying().carry().get().isPresent()) {
            return;
        }
        Point2D at = new Point2D(event.getX(), event.getY());
        Optional<Beside> beside = event.isKeyboardTrigger() ? Optional.empty() : lanes.grounds().besideAt(at);
        if (beside.isPresent()) {
            menu.getItems().setAll(ofBeside(beside.get()));
            menu.show(lanes, event.getScreenX(), event.getScreenY());
            event.consume();
            return;
        }
        Optional<NodeId> node = event.isKeyboardTrigger() ? Optional.of(session.selection().get()) : lanes.grounds().nodeAt(at);
        Optional<Edge> edge = event.isKeyboardTrigger() ? session.document().get().selection().edge()
                : node.isPresent() ? Optional.empty() : lanes.grounds().edgeAt(at);
        if (edge.isPresent()) {
            session.select(Selection.of(edge.get()));
            menu.getItems().setAll(ofEdge(edge.get()));
        } else if (node.isPresent()) {
            if (!actions.selected().contains(node.get())) {
                session.select(node.get());
            }
            menu.getItems().setAll(ofNode(node.get()));
        } else {
            menu.getItems().setAll(ofGround());
        }
        menu.show(lanes, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private List<MenuItem> ofNode(NodeId id) {
        List<MenuItem> items = new ArrayList<>();
        Remedies.of(session.document().get(), id).stream().limit(MOST_REMEDIES)
                .forEach(remedy -> items.add(item("Mend: " + remedy.title(), () -> session.edit(remedy.edit()))));
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        if (actions.adoption().isPresent()) {
            items.add(item("Adopt this projection", actions::adopt));
            return items;
        }
        items.add(item("Draw a skip from here  (L)", () -> lanes.lift(new Carried.Fresh(id))));
        session.document().get().network().find(id).flatMap(node -> EditActions.other(node.layer()))
                .ifPresent(other -> items.add(item("Make it " + other.title().toLowerCase(Locale.ROOT) + "  (M)", actions::switchMerge)));
        items.add(item("Settings…  (E)", () -> drawer.openProperty().set(true)));
        items.add(item("Rename…  (F2)", drawer::rename));
        session.folds().around(id).map(fold -> "Open " + fold.title() + "  (F)")
                .or(() -> session.folds().foldable(id).map(title -> "Fold into " + title + "  (F)"))
                .ifPresent(title -> items.add(item(title, () -> session.folds().turn(id))));
        items.add(new SeparatorMenuItem());
        items.add(item("Copy  (Ctrl+C)", actions::copy));
        items.add(item("Duplicate  (Ctrl+D)", actions::duplicate));
        items.add(item("Delete  (Delete)", actions::delete));
        if (actions.selected().size() > 1) {
            items.add(new SeparatorMenuItem());
            items.add(item("Align in a row", () -> align(true)));
            items.add(item("Align in a column", () -> align(false)));
        }
        return items;
    }

    private List<MenuItem> ofEdge(Edge edge) {
        boolean skip = edge.of(session.document().get().network()).role() == Inlet.Role.SKIP;
        Menu insert = new Menu("Insert");
        LayerKind.mostNeeded().forEach(kind -> insert.getItems().add(item(kind.title(),
                () -> session.edit(new NewLayer(kind).on(session.document().get(), edge)))));
        return List.of(insert,
                item("Lift its end  (L)", () -> lanes.lift(skip ? new Carried.End(edge) : new Carried.MainEnd(edge))),
                item("Lift its start  (Shift+L)", () -> lanes.lift(new Carried.Start(edge))),
                new SeparatorMenuItem(), item("Delete  (Delete)", actions::delete));
    }

    private List<MenuItem> ofBeside(Beside beside) {
        String name = beside.network().name();
        return List.of(item("Edit " + name + " in this one's place", () -> session.neighbours().edit(beside)),
                item("Take " + name + " away", () -> session.neighbours().takeAway(beside)),
                new SeparatorMenuItem(), item("Fit  (Ctrl+0)", lanes::fit));
    }

    private List<MenuItem> ofGround() {
        List<MenuItem> items = new ArrayList<>(List.of(item("Paste  (Ctrl+V)", () -> actions.paste(Clipboard.getSystemClipboard())),
                item("Select all  (Ctrl+A)", actions::selectAll),
                item("Tidy  (T)", () -> session.edit(new Tidy())), item("Fit  (Ctrl+0)", lanes::fit),
                item("Zoom to the selection  (Z)", lanes::zoomToSelection)));
        if (session.folds().any()) {
            items.add(item("Open all groups, or fold them  (Shift+F)", session.folds()::turnAll));
        }
        return items;
    }

    /** To the place of the one that was selected first. */
    private void align(boolean inRow) {
        Map<NodeId, Box> boxes = session.comparison().get().layout().boxes();
        List<NodeId> chosen = actions.selected().stream().filter(boxes::containsKey).toList();
        if (chosen.isEmpty()) {
            return;
        }
        Box first = boxes.get(chosen.getFirst());
        Map<NodeId, Place> places = new LinkedHashMap<>();
        for (NodeId id : chosen) {
            Box box = boxes.get(id);
            places.put(id, inRow ? new Place(box.left(), first.top()) : new Place(first.left(), box.top()));
        }
        session.edit(new PlaceNodes(places, "align " + chosen.size() + " layers"));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
