package skipstitch.ui.lanes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import skipstitch.explain.steps.Step;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Area;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Layout;
import skipstitch.network.layout.Point;
import skipstitch.session.Beside;
import skipstitch.session.Session;
import skipstitch.session.Spot;
import skipstitch.ui.drawing.Buttons;

/**
 * The lanes of networks that stand beside, below those of the one that is edited. They are looked at with the same
 * zoom and pan; where a lane is longer than the screen, what is selected stands below one another in all that have it.
 */
final class BesideLanes {
    private static final double INSET = 6;
    /** Clear of the bar that brings other lanes. */
    private static final double RIGHT = 20;

    private final Session session;
    private List<Shown> shown = List.of();

    /** A network with its lane, and what can be done with it. */
    private record Shown(Beside beside, LaneView view, HBox buttons) {}

    BesideLanes(Session session) {
        this.session = session;
    }

    /** Follows what stands beside; views of what is still there stay. */
    void follow(List<Beside> all) {
        List<Shown> before = shown;
        shown = all.stream().map(beside -> before.stream()
                .filter(each -> each.beside().network().equals(beside.network())).findFirst()
                .map(known -> kept(known, beside)).orElseGet(() -> fresh(beside))).toList();
        select();
    }

    private Shown kept(Shown known, Beside beside) {
        if (known.beside().lanes() != beside.lanes()) {
            known.view().update(beside.lanes(), beside.lanes().lanes().getFirst(), merge(beside));
            known.view().slide(known.beside().lanes().layout());
        }
        known.view().show(beside.results());
        return new Shown(beside, known.view(), buttons(beside));
    }

    private Shown fresh(Beside beside) {
        LaneView view = new LaneView(LaneName.of(beside.network()), beside.lanes(), beside.lanes().lanes().getFirst(),
                session.pointed()::set);
        view.onFold(path -> session.neighbours().fold(beside.network(), path));
        view.show(beside.results());
        return new Shown(beside, view, buttons(beside));
    }

    private HBox buttons(Beside beside) {
        String name = beside.network().name();
        HBox buttons = new HBox(6, Buttons.named("edit-beside:" + name, "Edit this one", "Edit " + name
                + ", and put what is edited now in its place", () -> session.neighbours().edit(beside)),
                Buttons.named("take-away:" + name, "✕", "Take " + name + " away",
                        () -> session.neighbours().takeAway(beside)));
        buttons.getStyleClass().add("lane-buttons");
        buttons.setManaged(false);
        return buttons;
    }

    List<LaneView> views() {
        return shown.stream().map(Shown::view).toList();
    }

    /** Views and buttons, as they lie on one another. */
    List<Node> nodes() {
        return shown.stream().flatMap(each -> Stream.<Node>of(each.view(), each.buttons())).toList();
    }

    /** Says something behind the first one's name. */
    void remark(String words) {
        shown.forEach(each -> each.view().rename(LaneName.of(each.beside().network()).title(),
                each == shown.getFirst() ? words : ""));
    }

    /** The network whose lane is at a point. */
    Optional<Beside> at(double x, double y) {
        return shown(x, y).map(Shown::beside);
    }

    /** The node at a point. */
    Optional<NodeId> nodeAt(double x, double y) {
        return shown(x, y).flatMap(each -> {
            Layout layout = each.beside().lanes().layout();
            LaneGround ground = new LaneGround(each.view(), layout, each.beside().network());
            return new Grabs(ground).node(ground.toWorld(x, y));
        });
    }

    private Optional<Shown> shown(double x, double y) {
        return shown.stream().filter(each -> each.view().isVisible() && each.view().getBoundsInParent().contains(x, y))
                .findFirst();
    }

    /** Follows what is selected, wherever it is. */
    void select() {
        Set<NodeId> selected = new HashSet<>(session.document().get().selection().nodes());
        session.neighbours().selection().get().ifPresent(selected::add);
        shown.forEach(each -> each.view().select(selected, merge(each.beside())));
    }

    private NodeId merge(Beside beside) {
        return beside.merge(session.neighbours().selection().get().orElse(session.selection().get()),
                session.merge().get());
    }

    void point(Optional<Spot> spot) {
        shown.forEach(each -> each.view().mark(spot));
    }

    /** Marks where a number comes from and goes to. */
    void reach(Optional<Step> step) {
        shown.forEach(each -> each.view().reach(step.flatMap(now -> now.ways(each.view().lane()))));
    }

    /** The largest zoom at which all of the lanes are seen, or as the edited network's own lanes want it. */
    double fitZoom(double own, double width, double height) {
        return layouts().mapToDouble(layout -> Sight.of(layout, width, height).fitZoom()).reduce(own, Math::min);
    }

    /** World units of the highest. */
    double height() {
        return layouts().mapToDouble(layout -> layout.area().height()).max().orElse(0);
    }

    private Stream<Layout> layouts() {
        return shown.stream().map(each -> each.beside().lanes().layout());
    }

    /**
     * Looks from where the lanes of the edited network are looked at.
     *
     * @param own    their layout
     * @param width  of a lane, in screen units
     * @param height of a lane
     */
    void look(Camera camera, Layout own, double width, double height) {
        for (Shown each : shown) {
            each.view().look(camera(camera, own, each.beside().lanes().layout(), width, height));
            HBox buttons = each.buttons();
            buttons.setVisible(each.view().isVisible());
            buttons.autosize();
            buttons.relocate(width - buttons.getWidth() - RIGHT, each.view().getLayoutY() + INSET);
        }
    }

    private Camera camera(Camera camera, Layout own, Layout layout, double width, double height) {
        double roomX = width / camera.zoom();
        double roomY = height / camera.zoom();
        Area area = layout.area();
        NodeId anchor = session.selection().get();
        Optional<Point> here = own.room(anchor).map(Box::centre);
        Optional<Point> there = layout.room(anchor).map(Box::centre);
        boolean anchored = here.isPresent() && there.isPresent() && own.area().width() > roomX;
        double x = camera.x() + (anchored ? there.get().x() - here.get().x() : 0);
        double y = camera.y() + (here.isPresent() && there.isPresent() ? there.get().y() - here.get().y() : 0);
        // What can be seen whole is, unless the edited network is looked at in part.
        boolean whole = area.width() <= roomX && own.area().width() <= roomX;
        return new Camera(camera.zoom(), whole ? Math.clamp(x, area.right() - roomX, area.left()) : x,
                area.height() <= roomY ? area.top() - (roomY - area.height()) / 2 : y);
    }
}
