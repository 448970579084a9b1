package skipstitch.ui.lanes;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import skipstitch.explain.Provenance;
import skipstitch.explain.steps.Ways;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.layout.Area;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Layout;
import skipstitch.network.layout.Point;
import skipstitch.network.layout.Slices;
import skipstitch.session.Comparison;
import skipstitch.session.Headway;
import skipstitch.session.Results;
import skipstitch.session.Spot;
import skipstitch.ui.drawing.Pixels;

/**
 * One lane: its edges, its nodes, its name. It is drawn as the layout says, and follows edits
 * node by node: the views of what looks as before stay. Of a large network only what is near the view has views.
 *
 * <p>For gestures: points of the view are in this pane's coordinates, points of the world in the layout's. An
 * {@link Edge} is one of the network as drawn, in every lane; the two edges by way of a projection that the lane
 * added stand for the one that was drawn.
 */
final class LaneView extends Pane {
    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    /** A network of no more nodes has views of all of them. */
    private static final int ALL_BUILT = 100;
    /** How much of the view's size is built around it, so that not every movement builds something. */
    private static final double AROUND = 0.75;
    private static final Area NOTHING = new Area(0, 0, 0, 0);

    private final LaneName name;
    private final LaneTitle title;
    private final Consumer<Optional<Spot>> pointAt;
    private final Group world = new Group();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final Views<NodeId, NodeView> nodes = new Views<>();
    private final Views<Edge, EdgeView> edges = new Views<>();
    private Consumer<String> fold = _ -> {};
    private final OpenGroups groups = new OpenGroups(path -> fold.accept(path));
    private Comparison comparison;
    private Lane lane;
    private List<Wire> wires;
    private Set<NodeId> selected = Set.of();
    private Optional<Edge> selectedEdge = Optional.empty();
    private Optional<Edge> lifted = Optional.empty();
    private Area near = NOTHING;
    private Optional<NodeId> coloured = Optional.empty();
    private Optional<Results> results = Optional.empty();
    private Optional<Headway> arriving = Optional.empty();
    private Interventions interventions = Interventions.none();
    private Function<Edge, Optional<Flow>> flows = _ -> Optional.empty();

    LaneView(LaneName name, Comparison comparison, Lane lane, Consumer<Optional<Spot>> pointAt) {
        this.name = name;
        this.title = new LaneTitle(name.title());
        this.comparison = comparison;
        this.lane = lane;
        this.pointAt = pointAt;
        wires = Wire.of(comparison, lane);
        getStyleClass().add("lane");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        world.getChildren().addAll(groups, edges.layer(), nodes.layer());
        world.getTransforms().add(scale);
        getChildren().addAll(world, title);
        groups.show(comparison.layout(), scale.getX());
        showNodes(Set.of());
    }

    /** @param remark stands behind the name, quietly; may be empty */
    void rename(String words, String remark) {
        title.show(words, remark);
    }

    /** @param wanted called with the path of a group that a person wants folded */
    void onFold(Consumer<String> wanted) {
        fold = wanted;
    }

    /**
     * Follows an edit. A picture stays where nothing changed that it depends on.
     *
     * @param merge the one whose branches have colours then
     */
    void update(Comparison freshComparison, Lane freshLane, NodeId merge) {
        Network before = lane.network();
        comparison = freshComparison;
        lane = freshLane;
        wires = Wire.of(comparison, lane);
        results = Optional.empty();
        arriving = Optional.empty();
        groups.show(comparison.layout(), scale.getX());
        showNodes(unchanged(before, lane));
        coloured = Optional.of(merge);
        showEdges(merge);
    }

    /** Lets the nodes glide from where they stood before, or from the card that they were folded into. */
    void slide(Layout before) {
        Slide slide = new Slide();
        nodes.byKey().forEach((id, view) -> before.room(id)
                .ifPresent(box -> slide.add(view, box.left(), box.top())));
        slide.play();
    }

    /** Nodes that compute what they did before. */
    private static Set<NodeId> unchanged(Network before, Lane after) {
        Set<NodeId> unchanged = new HashSet<>();
        for (Node node : after.shapes().order()) {
            if (before.find(node.id()).filter(node::equals).isPresent()
                    && node.inlets().stream().map(Inlet::source).allMatch(unchanged::contains)) {
                unchanged.add(node.id());
            }
        }
        return unchanged;
    }

    private void showNodes(Set<NodeId> unchanged) {
        nodes.show(visible().filter(node -> isNear(node.id())).toList(), Node::id, node -> {
            Face face = Face.of(comparison, lane, node);
            NodeView view = nodes.find(node.id()).filter(known -> known.face().equals(face))
                    .orElseGet(() -> nodeView(face));
            if (!unchanged.contains(node.id())) {
                view.forget();
            }
            Box box = comparison.layout().boxes().get(node.id());
            view.relocate(box.left(), box.top());
            return view;
        });
    }

    /** The nodes that are drawn: of a fold the last. */
    private Stream<Node> visible() {
        return lane.network().nodes().stream().filter(node -> comparison.layout().boxes().containsKey(node.id()));
    }

    private boolean isSelected(NodeId id) {
        return selected.stream().anyMatch(each -> comparison.layout().folded().stand(each).equals(id));
    }

    private NodeView nodeView(Face face) {
        NodeView view = NodeView.of(face, name);
        view.onPoint(pointAt);
        view.select(isSelected(face.id()));
        view.lookFrom(scale.getX());
        return view;
    }

    private void showEdges(NodeId merge) {
        Provenance provenance = Provenance.of(lane, comparison.drawn(), merge);
        double step = Slices.step(comparison.layout().folded());
        int tallest = lane.network().nodes().stream().flatMap(node -> lane.shapes().find(node.id()).stream())
                .mapToInt(Shape::height).max().orElse(1);
        edges.show(wires.stream().filter(wire -> isWhole() || near.touches(wire.route())).toList(), Wire::here, wire -> {
            EdgeFace face = EdgeFace.of(wire, lane, provenance, merge, step, tallest,
                    wire.ends(lane) ? interventions.mark(wire.drawn()) : "");
            String id = edgeId(wire);
            EdgeView view = edges.find(wire.here())
                    .filter(known -> known.getId().equals(id) && known.face().equals(face))
                    .orElseGet(() -> new EdgeView(id, face));
            view.stand(wire.route());
            view.flow(flows.apply(wire.here()));
            view.lookFrom(scale.getX());
            view.select(selectedEdge.filter(wire.drawn()::equals).isPresent());
            view.pseudoClassStateChanged(LIFTED, lifted.filter(wire.drawn()::equals).isPresent());
            return view;
        });
    }

    private boolean isWhole() {
        return comparison.layout().boxes().size() <= ALL_BUILT;
    }

    private boolean isNear(NodeId id) {
        return isWhole() || near.touches(comparison.layout().boxes().get(id));
    }

    /** Builds views where the camera has come to look. */
    private void build(Camera camera) {
        Area seen = new Area(camera.x(), camera.y(), getWidth() / camera.zoom(), getHeight() / camera.zoom());
        if (getWidth() > 0 && !isWhole() && !near.contains(seen)) {
            near = seen.grown(AROUND);
            Set<NodeId> all = new HashSet<>();
            lane.network().nodes().forEach(node -> all.add(node.id()));
            showNodes(all);
            coloured.ifPresent(this::showEdges);
        }
    }

    /** {@code <lane>:edge:<to>:<inlet>}, the inlet as drawn. */
    private String edgeId(Wire wire) {
        Edge edge = lane.isAdded(wire.to().id()) ? wire.here() : wire.drawn();
        return name.word() + ":edge:" + edge.to() + ":" + edge.inlet();
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
        build(camera);
        nodes.all().forEach(node -> node.lookFrom(camera.zoom()));
        edges.all().forEach(edge -> edge.lookFrom(camera.zoom()));
        groups.lookFrom(camera.zoom());
        paint();
    }

    /** Selects nodes and colours the branches of a merge. */
    void select(Set<NodeId> ids, NodeId merge) {
        selected = Set.copyOf(ids);
        nodes.byKey().forEach((id, view) -> view.select(isSelected(id)));
        if (coloured.filter(merge::equals).isEmpty()) {
            coloured = Optional.of(merge);
            showEdges(merge);
        }
    }

    /** Selects an edge, or none. */
    void selectEdge(Optional<Edge> edge) {
        selectedEdge = edge;
        wires.forEach(wire -> edges.find(wire.here()).ifPresent(view ->
                view.select(edge.filter(wire.drawn()::equals).isPresent())));
    }

    /** Marks the edges whose tensors a person changes. */
    void intervene(Interventions wanted) {
        if (!wanted.equals(interventions)) {
            interventions = wanted;
            coloured.ifPresent(this::showEdges);
        }
    }

    /** Draws what comes back by each of its edges. */
    void flow(Function<Edge, Optional<Flow>> wanted) {
        flows = wanted;
        wires.forEach(wire -> edges.find(wire.here()).ifPresent(view -> {
            view.flow(flows.apply(wire.here()));
            view.lookFrom(scale.getX());
        }));
    }

    /** Draws an edge faintly while an end of it is in the hand. */
    void lift(Optional<Edge> edge) {
        lifted = edge;
        wires.forEach(wire -> edges.find(wire.here()).ifPresent(view ->
                view.pseudoClassStateChanged(LIFTED, edge.filter(wire.drawn()::equals).isPresent())));
    }

    void show(Optional<Results> fresh) {
        results = fresh;
        arriving = Optional.empty();
        paint();
    }

    /** Shows the pictures that a run that is under way has made; all others pale. */
    void arrive(Headway headway) {
        arriving = Optional.of(headway);
        paint();
    }

    private void paint() {
        double device = Pixels.outputScale(this) * scale.getX();
        Optional<Map<NodeId, Results.Look>> looks = arriving.map(Headway::looks)
                .or(() -> results.map(Results::looks));
        for (NodeView view : nodes.all()) {
            Results.Look look = looks.map(found -> found.get(view.nodeId())).orElse(null);
            view.pale(arriving.isPresent() && look == null);
            if (look != null && look.maps().containsKey(lane.variant())) {
                view.paint(look.maps().get(lane.variant()), look.colours(), device);
            }
        }
    }

    /** Marks what a number comes from in the pictures before it, and what it goes to in those after it. */
    void reach(Optional<Ways> ways) {
        nodes.all().forEach(node -> node.reach(ways));
    }

    void mark(Optional<Spot> spot) {
        nodes.all().forEach(node -> node.mark(spot));
    }

    /** The node before or after one in reading order: from left to right, then from top to bottom. */
    Optional<NodeId> neighbour(NodeId id, int step) {
        Map<NodeId, Box> boxes = comparison.layout().boxes();
        List<NodeId> order = visible().map(Node::id)
                .sorted(Comparator.<NodeId>comparingDouble(each -> boxes.get(each).centre().x())
                        .thenComparingDouble(each -> boxes.get(each).centre().y())).toList();
        int at = order.indexOf(comparison.layout().folded().stand(id)) + step;
        return at >= 0 && at < order.size() ? Optional.of(order.get(at)) : Optional.empty();
    }

    /** Screen units to a world unit. */
    double zoom() {
        return scale.getX();
    }

    /** Its edges. */
    List<Wire> wires() {
        return wires;
    }

    /** The point of the world that is seen at a point of the view. */
    Point toWorld(double viewX, double viewY) {
        return new Point((viewX - world.getLayoutX()) / scale.getX(), (viewY - world.getLayoutY()) / scale.getY());
    }

    /** The point of the view at which a point of the world is seen. */
    Point2D toView(Point point) {
        return new Point2D(point.x() * scale.getX() + world.getLayoutX(),
                point.y() * scale.getY() + world.getLayoutY());
    }
}
