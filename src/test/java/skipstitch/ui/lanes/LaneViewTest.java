package skipstitch.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import skipstitch.network.Costs;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.folding.Folding;
import skipstitch.network.layout.Drawings;
import skipstitch.network.layout.Layout;
import skipstitch.network.layout.Point;
import skipstitch.network.layout.Route;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.network.skips.Carried;
import skipstitch.session.Comparison;

/** How a lane follows edits, and what it tells gestures. */
class LaneViewTest {
    private static final int EDITS = 60;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(30), question);
    }

    private static Comparison comparison(Network network, Map<NodeId, Place> placed) {
        List<Lane> lanes = Drawings.lanes(network);
        Map<Variant, Costs> costs = new HashMap<>();
        lanes.forEach(lane -> costs.put(lane.variant(), Costs.of(lane)));
        return new Comparison(network, lanes, costs, Layout.of(network, lanes, placed, Folding.NONE));
    }

    private static Comparison comparison(Network network) {
        return comparison(network, Map.of());
    }

    private static Lane lane(Comparison comparison, Variant variant) {
        return comparison.lanes().stream().filter(lane -> lane.variant() == variant).findFirst().orElseThrow();
    }

    private static Grabs grabs(LaneView view, Comparison comparison) {
        return new Grabs(new LaneGround(view, comparison.layout(), comparison.drawn()));
    }

    private static LaneView view(Comparison comparison, Variant variant) {
        LaneView view = new LaneView(LaneName.of(lane(comparison, variant)), comparison, lane(comparison, variant), _ -> { });
        view.select(Set.of(), merge(comparison.drawn()));
        return view;
    }

    private static NodeId merge(Network network) {
        return network.skipMerges().stream().findFirst().orElseGet(() -> network.nodes().getFirst()).id();
    }

    private static List<Node> named(LaneView view) {
        List<Node> found = new ArrayList<>();
        collect(view, found);
        return found.stream().filter(node -> node instanceof NodeView || node instanceof EdgeView).toList();
    }

    private static void collect(Node node, List<Node> found) {
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** All that one sees, in words. */
    private static Set<String> seen(LaneView view) {
        Set<String> seen = new TreeSet<>();
        for (Node node : named(view)) {
            Object content = node instanceof NodeView card ? card.face() : ((EdgeView) node).face();
            seen.add(node.getId() + " at " + node.getLayoutX() + ", " + node.getLayoutY() + " " + node.getStyleClass()
                    + isSelected(node) + texts(node) + content);
        }
        return seen;
    }

    private static boolean isSelected(Node node) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected"));
    }

    @Test
    void anEditLeavesWhatItShouldAsIfAllHadBeenDrawnAnew() {
        Random random = new Random(7);
        for (Variant variant : List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP)) {
            List<Comparison> edits = new ArrayList<>();
            for (int i = 0; i < EDITS; i++) {
                Network network = i % 2 == 0 ? Drawings.skips(random) : Drawings.free(random, 14);
                Map<NodeId, Place> placed = random.nextBoolean() ? Map.of()
                        : Map.of(network.nodes().getLast().id(),
                                new Place(8 * random.nextInt(100), 8 * random.nextInt(60)));
                edits.add(comparison(network, placed));
            }
            fx(() -> {
                LaneView kept = view(edits.getFirst(), variant);
                for (Comparison edit : edits) {
                    kept.update(edit, lane(edit, variant), merge(edit.drawn()));
                    kept.select(Set.of(edit.drawn().nodes().getLast().id()), merge(edit.drawn()));
                    LaneView fresh = view(edit, variant);
                    fresh.select(Set.of(edit.drawn().nodes().getLast().id()), merge(edit.drawn()));
                    assertThat(seen(kept)).as("%s of %s", variant, edit.drawn()).isEqualTo(seen(fresh));
                }
                return true;
            });
        }
    }

    @Test
    void theViewsOfWhatLooksAsBeforeStay() {
        Network before = Drawings.residuals(20);
        List<skipstitch.network.Node> nodes = new ArrayList<>(before.nodes());
        skipstitch.network.Node split = before.node(NodeId.of("norm6"));
        NodeId more = NodeId.of("more");
        nodes.set(nodes.indexOf(split), split.withInlets(List.of(Inlet.main(more))));
        nodes.add(new skipstitch.network.Node(more, "", "", new Layer.Relu(), split.inlets()));
        Comparison edited = comparison(new Network("more", nodes));
        fx(() -> {
            LaneView view = view(comparison(before), Variant.ADD);
            List<Node> old = named(view);
            view.update(edited, lane(edited, Variant.ADD), merge(edited.drawn()));
            List<Node> now = named(view);
            // The skip around the new node became longer; its main edge comes from elsewhere, but looks the same.
            assertThat(old).filteredOn(node -> !now.contains(node)).extracting(Node::getId)
                    .containsExactly("add:edge:merge6:0");
            assertThat(now).filteredOn(node -> !old.contains(node)).extracting(Node::getId)
                    .containsExactlyInAnyOrder("add:more", "add:edge:more:0", "add:edge:merge6:0");
            return true;
        });
    }

    @Test
    void whatBreaksARuleSaysSoAndWhatFollowsWaits() {
        NetworkBuilder net = new NetworkBuilder("broken");
        NodeId x = net.input(8, 32, 32);
        NodeId f = net.chain("f", Conv.same(16, 3), x);
        net.chain("after", Conv.same(4, 3), net.merge("merge", new Layer.Add(), x, f));
        Network network = net.build();
        fx(() -> {
            LaneView view = view(comparison(network), Variant.ADD);
            Map<String, Node> nodes = new HashMap<>();
            named(view).forEach(node -> nodes.put(node.getId(), node));
            assertThat(nodes.get("add:merge").getStyleClass()).contains("misfit");
            assertThat(texts(nodes.get("add:merge"))).containsExactly("✕ 8 vs 16 channels");
            assertThat(nodes.get("add:after").getStyleClass()).contains("waits").doesNotContain("misfit");
            assertThat(texts(nodes.get("add:after"))).containsExactly("Conv 3×3", "waits for Add");
            assertThat(nodes.get("add:f").getStyleClass()).doesNotContain("waits", "misfit");
            return true;
        });
    }

    private static List<String> texts(Node node) {
        List<Node> parts = new ArrayList<>();
        collect(node, parts);
        return parts.stream().filter(Labeled.class::isInstance).map(each -> ((Labeled) each).getText()).toList();
    }

    @Test
    void everyEdgeIsFoundAtItsMiddleAndEveryNodeAtItsCentre() {
        for (Preset preset : Presets.all()) {
            Comparison comparison = comparison(preset.network());
            fx(() -> {
                Grabs grabs = grabs(view(comparison, Variant.CONCAT), comparison);
                for (skipstitch.network.Node node : preset.network().nodes()) {
                    Point centre = comparison.layout().boxes().get(node.id()).centre();
                    assertThat(grabs.node(centre)).contains(node.id());
                    for (int i = 0; i < node.inlets().size(); i++) {
                        Edge edge = new Edge(node.id(), i);
                        Route route = comparison.layout().route(node, i).orElseThrow();
                        Point middle = route.middle();
                        assertThat(grabs.edge(middle)).contains(edge);
                        assertThat(grabs.edge(new Point(middle.x(), middle.y() - 6))).contains(edge);
                        assertThat(route.start().x()).isLessThan(middle.x());
                        assertThat(route.end().x()).isGreaterThan(middle.x());
                    }
                }
                assertThat(grabs.edge(new Point(-500, -500))).isEmpty();
                assertThat(grabs.node(new Point(-500, -500))).isEmpty();
                return true;
            });
        }
    }

    private static Comparison widening() {
        NetworkBuilder net = new NetworkBuilder("widening");
        NodeId x = net.input(4, 6, 6);
        NodeId f = net.chain("f", Conv.same(8, 3), net.chain("g", Conv.same(8, 3), x));
        net.merge("merge", new Layer.Concat(), x, f);
        return comparison(net.build());
    }

    @Test
    void whatALaneDoesNotDrawIsNotTakenHoldOf() {
        Comparison comparison = widening();
        NodeId projection = NodeId.of("merge.project-0");
        Edge skip = new Edge(NodeId.of("merge"), 0);
        Point middle = comparison.layout().route(comparison.drawn().node(skip.to()), 0).orElseThrow().middle();
        fx(() -> {
            for (Variant variant : List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP)) {
                Grabs grabs = grabs(view(comparison, variant), comparison);
                assertThat(grabs.node(comparison.layout().boxes().get(projection).centre())).as("%s", variant)
                        .isEqualTo(variant == Variant.ADD ? Optional.of(projection) : Optional.empty());
                assertThat(grabs.edge(middle).filter(skip::equals).isPresent()).as("%s", variant)
                        .isEqualTo(variant == Variant.CONCAT);
            }
            return true;
        });
    }

    @Test
    void anEdgeByWayOfAProjectionIsLiftedWhereItEntersItsMergeOnly() {
        Comparison comparison = widening();
        Edge skip = new Edge(NodeId.of("merge"), 0);
        fx(() -> {
            LaneView view = view(comparison, Variant.ADD);
            Grabs grabs = grabs(view, comparison);
            List<Wire> parts = view.wires().stream().filter(wire -> wire.drawn().equals(skip)).toList();
            assertThat(parts).hasSize(2);
            assertThat(grabs.carried(parts.getLast().route().end())).contains(new Carried.End(skip));
            assertThat(grabs.carried(parts.getFirst().route().end())).isNotEqualTo(Optional.of(new Carried.End(skip)));
            return true;
        });
    }

    @Test
    void theEdgesByWayOfAProjectionStandForTheOneThatWasDrawn() {
        Comparison comparison = widening();
        Edge skip = new Edge(NodeId.of("merge"), 0);
        fx(() -> {
            LaneView view = view(comparison, Variant.ADD);
            for (Node node : named(view)) {
                if (node.getId().contains("edge:merge.project-0") || node.getId().equals("add:edge:merge:0")) {
                    Point middle = ((EdgeView) node).route().middle();
                    assertThat(grabs(view, comparison).edge(middle)).as(node.getId()).contains(skip);
                }
            }
            view.selectEdge(Optional.of(skip));
            assertThat(named(view)).filteredOn(LaneViewTest::isSelected)
                    .extracting(Node::getId)
                    .containsExactlyInAnyOrder("add:edge:merge:0", "add:edge:merge.project-0:0");
            return true;
        });
    }

    @Test
    void aPointOfTheWorldIsSeenWhereTheViewSaysAndBack() {
        fx(() -> {
            LaneView view = view(comparison(Presets.first().network()), Variant.ADD);
            view.look(new Camera(1.5, 100, -40));
            Point2D seen = view.toView(new Point(300, 44));
            assertThat(seen.getX()).isCloseTo(300, within(1.0));
            assertThat(seen.getY()).isCloseTo(126, within(1.0));
            assertThat(view.toWorld(seen.getX(), seen.getY())).isEqualTo(new Point(300, 44));
            return true;
        });
    }
}
