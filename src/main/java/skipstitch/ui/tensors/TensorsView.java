package skipstitch.ui.tensors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import skipstitch.explain.Closeup.Subject;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Inspection;
import skipstitch.explain.WaitingWords;
import skipstitch.explain.steps.Depth;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Comparison;
import skipstitch.session.Spot;
import skipstitch.session.Session;
import skipstitch.ui.drawing.MapTouch;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.proofs.BranchTouch;
import skipstitch.ui.proofs.Brush;

/**
 * The tensors of what is selected: what comes in on the left, what comes out beside it, then what it costs. The
 * maps are as large as the room allows, all of one size.
 */
public final class TensorsView extends Region {
    private static final double MARGIN = 16;
    private static final double TOP = 8;
    private static final double LEGEND_BELOW = 4;
    private static final double BETWEEN = 28;
    private static final double BETWEEN_PANELS = 8;
    /** Below this height the lines of a bill beside the maps stand closer. */
    private static final double ROOMY = 240;
    /** Of several networks' panels: room for the words of a page, and the least height of a heading with maps. */
    private static final double PAGE_WORDS = 100;
    private static final double FLOW_ROW = 72;
    private static final String ON_ITS_WAY = "The tensors appear here as soon as they are computed.";
    private static final double PALE = 0.25;
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Session session;
    private final Brush brush;
    private final Legend legend;
    private final List<PanelView> left = new ArrayList<>();
    private final List<PanelView> right = new ArrayList<>();
    private List<Panel> leftPanels = List.of();
    private List<Panel> rightPanels = List.of();
    /** Of several networks: what comes in first, then what comes out of each. */
    private final List<PanelView> flow = new ArrayList<>();
    private Optional<Bills> bills = Optional.empty();
    private int pages = 1;
    private int page;

    /** The same figures in two shapes; one of them is seen. */
    private record Bills(BillView beside, BillView below) {}

    /** @param brush paints on the maps while it is in the hand */
    public TensorsView(Session session, Brush brush) {
        this.session = session;
        this.brush = brush;
        legend = new Legend(session.ownScales(),
                () -> session.sheets().survival().openProperty().set(true));
        getStyleClass().add("tensors");
        session.inspection().subscribe(this::rebuild);
        session.computing().headway().subscribe(run -> run.ifPresent(_ -> pale(true)));
        session.ownScales().subscribe(_ -> rebuild(session.inspection().get()));
        session.pointed().subscribe(this::mark);
        session.comparison().subscribe(_ -> explainWaiting());
        session.selection().subscribe(_ -> explainWaiting());
        Pixels.onScaleChange(this, this::requestLayout);
        addEventHandler(ScrollEvent.SCROLL, event -> turn(event.getDeltaY() < 0 ? 1 : -1));
    }

    /** Turns to the next page of all panels together, or with −1 to the one before. */
    public void turn(int step) {
        page = Math.clamp(page + step, 0, pages - 1);
        requestLayout();
    }

    /** What may not be of what is computed now is pale. */
    private void pale(boolean pale) {
        left.forEach(panel -> panel.setOpacity(pale ? PALE : 1));
        right.forEach(panel -> panel.setOpacity(pale ? PALE : 1));
    }

    private void rebuild(Optional<Inspection> found) {
        left.clear();
        right.clear();
        flow.clear();
        bills = Optional.empty();
        leftPanels = List.of();
        rightPanels = List.of();
        List<Node> children = new ArrayList<>();
        if (found.isEmpty()) {
            Label waiting = new Label(waitingWords());
            waiting.getStyleClass().add("waiting");
            waiting.setWrapText(true);
            children.add(waiting);
        } else {
            fill(found.get(), children);
        }
        getChildren().setAll(children);
        requestLayout();
    }

    /** Why there is nothing to see: it is on its way, or a rule is broken. */
    private String waitingWords() {
        Comparison comparison = session.comparison().get();
        NodeId selected = session.selection().get();
        Optional<Lane> lane = comparison.lanes().stream().filter(each -> each.network().has(selected)).findFirst();
        return lane.flatMap(each -> WaitingWords.of(each.shapes(), selected)).orElse(ON_ITS_WAY);
    }

    private void explainWaiting() {
        if (session.inspection().get().isEmpty()) {
            rebuild(Optional.empty());
        }
    }

    private void fill(Inspection inspection, List<Node> children) {
        boolean several = inspection.panels().stream().anyMatch(panel -> !panel.beside().words().isEmpty());
        legend.show(inspection.scale(), inspection.extent(), Pixels.outputScale(this));
        children.add(legend);
        if (several) {
            inspection.panels().forEach(panel -> flow.add(view(inspection, panel)));
            children.addAll(flow);
            return;
        }
        leftPanels = inspection.panels().stream().filter(TensorsView::comesIn).toList();
        rightPanels = inspection.panels().stream().filter(panel -> !comesIn(panel)).toList();
        leftPanels.forEach(panel -> left.add(view(inspection, panel)));
        rightPanels.forEach(panel -> right.add(view(inspection, panel)));
        children.addAll(left);
        children.addAll(right);
        inspection.bill().ifPresent(costs -> {
            Set<Variant> shown = Set.copyOf(session.shown().get().variants());
            Bills both = new Bills(new BillView(costs, shown, Orientation.VERTICAL), new BillView(costs, shown, Orientation.HORIZONTAL));
            bills = Optional.of(both);
            children.addAll(List.of(both.beside(), both.below()));
        });
    }

    private static boolean comesIn(Panel panel) {
        return switch (panel.role()) {
            case SKIP, MAIN, INPUT -> true;
            case RESULT, OUTPUT -> false;
        };
    }

    private PanelView view(Inspection inspection, Panel panel) {
        boolean own = session.ownScales().get();
        return new PanelView(panel, own ? panel.ownScale() : inspection.scale(), own, session.pointed()::set,
                touch(panel),
                () -> session.viewing().open(new Subject(panel.source(), panel.edge(), panel.lane()),
                        panel.beside().other()));
    }

    /** What is done by hand is done to the network that is edited; into others one only looks. */
    private MapTouch touch(Panel panel) {
        return panel.beside().other().isPresent() ? MapTouch.jumping(_ -> session.neighbours().select(panel.source()))
                : new BranchTouch(session, brush, panel.source(), at -> jump(panel.source(), at));
    }

    /** To a channel of the layer that is looked at; the row and column are remembered for the number. */
    private void jump(NodeId source, MapTouch.Spot at) {
        session.stepping().go(now -> now.to(source).choose(at.channel(), at.y(), at.x()).to(now.node()).at(Depth.CHANNEL));
    }

    private void mark(Optional<Spot> spot) {
        left.forEach(panel -> panel.mark(spot));
        right.forEach(panel -> panel.mark(spot));
        flow.forEach(panel -> panel.mark(spot));
    }

    @Override
    protected void layoutChildren() {
        if (legend.getParent() == null) {
            getChildren().forEach(child -> child.relocate(MARGIN, MARGIN));
            double room = getWidth() - 2 * MARGIN;
            getChildren().forEach(child -> child.resize(room, child.prefHeight(room)));
            return;
        }
        legend.fit(getWidth() - 2 * MARGIN);
        double legendTop = getHeight() - legend.getHeight() - LEGEND_BELOW;
        legend.relocate(MARGIN, legendTop);
        if (flow.isEmpty()) {
            arrange(getWidth() - 2 * MARGIN, legendTop - TOP);
        } else {
            arrangeFlow(getWidth() - 2 * MARGIN, legendTop - TOP);
        }
    }

    /** Panels of several networks in as many columns as have room; in a low window only what comes out. */
    private void arrangeFlow(double width, double height) {
        double widest = flow.stream().mapToDouble(PanelView::unpagedHeadingWidth).max().orElse(0) + PAGE_WORDS;
        int most = Math.max(1, (int) ((width + BETWEEN) / (widest + BETWEEN)));
        List<PanelView> shown = List.copyOf(flow);
        if (Math.ceilDiv(shown.size(), most) * FLOW_ROW > height) {
            List<PanelView> out = flow.stream().filter(view -> !comesIn(view.panel())).toList();
            shown = out.isEmpty() ? shown : out;
        }
        int rows = Math.ceilDiv(shown.size(), most);
        List<List<PanelView>> columns = new ArrayList<>();
        for (int first = 0; first < shown.size(); first += rows) {
            columns.add(shown.subList(first, Math.min(first + rows, shown.size())));
        }
        double each = Math.floor((width + BETWEEN) / columns.size()) - BETWEEN;
        TileGrid grid = TileGrid.fitting(columns.stream().map(column -> column.stream().map(PanelView::panel).toList())
                .toList(), each, height, 0, PanelView.HEADING + BETWEEN_PANELS);
        pages = shown.stream().map(PanelView::panel).mapToInt(grid::pages).max().orElse(1);
        page = Math.min(page, pages - 1);
        List<PanelView> seen = shown;
        flow.forEach(view -> view.setVisible(seen.contains(view)));
        for (int i = 0; i < columns.size(); i++) {
            place(columns.get(i), grid.onPage(page), MARGIN + i * (each + BETWEEN));
        }
    }

    /**
     * Puts the bill where it leaves the larger maps: beside them, or below what comes in. Beside an open drawer there
     * may be no room for both, and then the maps have it.
     */
    private void arrange(double width, double height) {
        bills.ifPresent(both -> List.of(both.beside(), both.below()).forEach(Node::autosize));
        double besideWidth = bills.map(both -> both.beside().getWidth() + BETWEEN).orElse(0.0);
        TileGrid beside = grid(width - besideWidth, height, 0);
        TileGrid grid = beside;
        double belowWidth = 0;
        if (bills.isPresent()) {
            Bills both = bills.get();
            both.beside().pseudoClassStateChanged(TIGHT, height < ROOMY);
            both.beside().autosize();
            TileGrid below = grid(width, height, both.below().getHeight() + BETWEEN_PANELS);
            boolean roomBelow = below.mapWidth() > beside.mapWidth() && columnWidth(width) >= both.below().getWidth();
            grid = roomBelow ? below : beside;
            belowWidth = roomBelow ? both.below().getWidth() : 0;
            TileGrid alone = grid(width, height, 0);
            boolean roomBeside = !roomBelow && both.beside().prefHeight(-1) + TOP <= height
                    && (!beside.isPaged() || alone.isPaged()) && columnWidth(width - besideWidth) >= widestHeading();
            grid = roomBelow || roomBeside ? grid : alone;
            both.below().setVisible(roomBelow);
            both.beside().setVisible(roomBeside);
            both.beside().relocate(getWidth() - MARGIN - both.beside().getWidth(), TOP + 2);
        }
        pages = Stream.concat(leftPanels.stream(), rightPanels.stream()).mapToInt(grid::pages).max().orElse(1);
        page = Math.min(page, pages - 1);
        grid = grid.onPage(page);
        double leftEnd = place(left, grid, MARGIN);
        place(right, grid, MARGIN + (leftPanels.isEmpty() ? 0 : Math.max(widest(left), belowWidth) + BETWEEN));
        bills.ifPresent(both -> both.below().relocate(MARGIN, leftEnd + BETWEEN_PANELS));
    }

    private TileGrid grid(double width, double height, double belowLeft) {
        return TileGrid.fitting(leftPanels, rightPanels, columnWidth(width), height, belowLeft,
                PanelView.HEADING + BETWEEN_PANELS);
    }

    private double columnWidth(double width) {
        return leftPanels.isEmpty() || rightPanels.isEmpty() ? width : (width - BETWEEN) / 2;
    }

    private double widestHeading() {
        return Stream.concat(left.stream(), right.stream()).mapToDouble(PanelView::headingWidth).max().orElse(0);
    }

    private static double widest(List<PanelView> panels) {
        return panels.stream().mapToDouble(Region::getWidth).max().orElse(0);
    }

    /** One under the other; the y under the last. */
    private static double place(List<PanelView> panels, TileGrid grid, double x) {
        double y = TOP;
        for (PanelView panel : panels) {
            panel.arrange(grid);
            panel.relocate(Math.rint(x), y);
            panel.snap();
            y += panel.getHeight() + BETWEEN_PANELS;
        }
        return y;
    }
}
