package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import skipstitch.explain.Branch;
import skipstitch.explain.Inspector;
import skipstitch.explain.MergeWords;
import skipstitch.explain.Provenance;
import skipstitch.network.Cost;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.session.Comparison;
import skipstitch.session.Results;
import skipstitch.session.Spot;
import skipstitch.ui.drawing.Pixels;

/** One lane: its edges, then its nodes, then its name. */
final class LaneView extends Pane {
    /** Room for the line that shows the keyboard's focus. */
    private static final double FOCUS_LINE = 3;

    private final Comparison comparison;
    private final Lane lane;
    private final Metrics metrics;
    private final Group world = new Group();
    private final Group edges = new Group();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final Map<NodeId, NodeView> nodes = new LinkedHashMap<>();
    private Optional<Results> results = Optional.empty();
    private Optional<NodeId> coloured = Optional.empty();

    LaneView(Comparison comparison, Lane lane, Metrics metrics, Consumer<NodeId> select,
             Consumer<Optional<Spot>> point) {
        this.comparison = comparison;
        this.lane = lane;
        this.metrics = metrics;
        getStyleClass().add("lane");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);

        Group cards = new Group();
        for (Node node : lane.network().nodes()) {
            NodeView view = view(node, () -> select.accept(node.id()));
            view.onPoint(point);
            view.relocate(metrics.x(node.id()), metrics.y(node.id()));
            nodes.put(node.id(), view);
            cards.getChildren().add(view);
        }
        world.getChildren().addAll(edges, cards);
        world.getTransforms().add(scale);
        getChildren().addAll(world, name());
    }

    private NodeView view(Node node, Runnable select) {
        Cost cost = comparison.costs(lane).of(node.id());
        if (metrics.isAbove(node.id())) {
            return new PillView(lane, node, cost, select);
        }
        boolean merge = comparison.drawn().find(node.id()).filter(Node::mergesSkip).isPresent();
        if (merge) {
            return new MergeView(lane, node, cost, node.mergesSkip() ? node.label() : "No skip", select);
        }
        return new CardView(lane, node, cost, comparison.extraParams(lane, node.id()), select);
    }

    private Label name() {
        Label name = new Label(Inspector.laneTitle(lane.variant()));
        name.getStyleClass().add("lane-name");
        name.setMouseTransparent(true);
        name.setLayoutX(FOCUS_LINE);
        return name;
    }

    Lane lane() {
        return lane;
    }

    void look(Camera camera) {
        scale.setX(camera.zoom());
        scale.setY(camera.zoom());
        Point2D origin = Pixels.snapped(this, -camera.x() * camera.zoom(), -camera.y() * camera.zoom());
        world.setLayoutX(origin.getX());
        world.setLayoutY(origin.getY());
        paint();
    }

    /** Selects a node and colours the branches of its merge, or of the last merge selected. */
    void select(NodeId selected, NodeId merge) {
        nodes.forEach((id, view) -> view.select(id.equals(selected)));
        if (coloured.filter(merge::equals).isPresent()) {
            return;
        }
        coloured = Optional.of(merge);
        Provenance provenance = Provenance.of(lane, comparison.drawn(), merge);
        List<EdgeView> fresh = new ArrayList<>();
        int tallest = lane.network().nodes().stream().flatMap(node -> lane.shapes().find(node.id()).stream())
                .mapToInt(Shape::height).max().orElse(1);
        for (Node node : lane.network().nodes()) {
            for (Inlet inlet : node.inlets()) {
                if (nodes.containsKey(inlet.source())) {
                    fresh.add(edge(inlet, node, provenance, merge, tallest));
                }
            }
        }
        edges.getChildren().setAll(fresh);
    }

    private EdgeView edge(Inlet inlet, Node node, Provenance provenance, NodeId merge, int tallest) {
        NodeId from = inlet.source();
        NodeId to = node.id();
        List<Branch> branches = provenance.of(from);
        Branch whole = provenance.whole(from);
        boolean faint = !lane.isLive(to) || !lane.isLive(from);
        Optional<Shape> shape = lane.shapes().find(from);
        double axis = metrics.trunkY() + Metrics.AXIS;
        double top = isRing(to) ? axis - Metrics.MERGE_RADIUS - 4 : metrics.trunkY();
        int level = metrics.level(from, to);
        if (level == 0 && shape.isPresent()) {
            double start = isRing(from) ? metrics.centreX(from) + Metrics.MERGE_RADIUS : metrics.x(from) + Metrics.CARD_WIDTH;
            double end = isRing(to) ? metrics.centreX(to) - Metrics.MERGE_RADIUS - 2 : metrics.x(to);
            return EdgeView.straight(start, end, axis, shape.get(), tallest, branches, whole, faint);
        }
        boolean own = to.equals(merge);
        String words = (inlet.role() == Inlet.Role.SKIP
                ? own ? "skip " + MergeWords.symbol(lane.network(), node, inlet) + "  ·  " : "skip  ·  " : "")
                + NodeView.shapeText(lane, from);
        boolean dashed = lane.isAdded(to) || lane.isAdded(from);
        double startX = metrics.isAbove(from) ? metrics.x(from) + Metrics.PILL_WIDTH
                : metrics.centreX(from) + (isRing(from) ? Metrics.MERGE_RADIUS * 0.6 : Metrics.CARD_WIDTH * 0.32);
        double startY = metrics.isAbove(from) ? metrics.y(from) + Metrics.PILL_HEIGHT / 2
                : isRing(from) ? axis - Metrics.MERGE_RADIUS * 0.8 : metrics.trunkY();
        double endX = metrics.centreX(to) - (isRing(to) ? 0 : Metrics.CARD_WIDTH * 0.2);
        if (metrics.isAbove(to)) {
            return EdgeView.rise(startX, startY, metrics.x(to), metrics.y(to) + Metrics.PILL_HEIGHT / 2, whole, faint, dashed);
        }
        return metrics.isAbove(from) ? EdgeView.fall(startX, startY, endX, top, whole, words, faint, dashed)
                : EdgeView.arc(startX, startY, endX, top, metrics.arcY(level), whole, words, faint, dashed);
    }

    private boolean isRing(NodeId id) {
        return nodes.get(id) instanceof MergeView;
    }

    void show(Optional<Results> fresh) {
        results = fresh;
        paint();
    }

    private void paint() {
        double device = Pixels.outputScale(this) * scale.getX();
        if (results.isEmpty()) {
            return;
        }
        Map<NodeId, Results.Look> looks = results.get().looks();
        for (NodeView view : nodes.values()) {
            Results.Look look = looks.get(view.nodeId());
            if (look != null && look.maps().containsKey(lane.variant())) {
                double size = view instanceof PillView ? PillView.PICTURE : Metrics.PICTURE;
                view.paint(look.maps().get(lane.variant()), look.colours(), size, device);
            }
        }
    }

    void mark(Optional<Spot> spot) {
        nodes.values().forEach(node -> node.mark(spot));
    }

    /** The node before or after one in reading order. */
    Optional<NodeId> neighbour(NodeId id, int step) {
        List<NodeId> order = metrics.readingOrder(lane);
        int at = order.indexOf(id) + step;
        return at >= 0 && at < order.size() ? Optional.of(order.get(at)) : Optional.empty();
    }
}
