package skipstitch.network.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Shape;
import skipstitch.network.folding.Folding;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** The laws of a layout, and what the networks that one knows look like. */
class LayoutTest {
    private static final int FREE = 400;

    private static Layout layout(Network network) {
        return Layout.of(network, Drawings.lanes(network));
    }

    private static Box box(Layout layout, String id) {
        return layout.boxes().get(NodeId.of(id));
    }

    private static Route route(Network network, Layout layout, String to, int inlet) {
        return layout.route(network.node(NodeId.of(to)), inlet).orElseThrow();
    }

    static Stream<Network> known() {
        return Stream.concat(Presets.everything().stream().map(Preset::network), Stream.of(Drawings.uNet(2), Drawings.uNet(3),
                Drawings.uNet(4), Drawings.inception(), Drawings.residuals(30)));
    }

    private static Stream<Network> all() {
        return Stream.concat(known(), LongStream.range(0, FREE).boxed().flatMap(seed -> Stream.of(
                new Network("free, seed " + seed, Drawings.free(new Random(seed), seed % 5 == 0 ? 60 : 14).nodes()),
                new Network("skips, seed " + seed, Drawings.skips(new Random(seed)).nodes()))));
    }

    @Test
    void everyNodeAndEdgeOfEveryLaneHasOnePlace() {
        all().forEach(network -> {
            Layout layout = layout(network);
            Drawings.lanes(network).forEach(lane -> lane.network().nodes().forEach(node -> {
                assertThat(layout.boxes()).as(network.name()).containsKey(node.id());
                for (int i = 0; i < node.inlets().size(); i++) {
                    boolean there = lane.network().has(node.inlets().get(i).source());
                    assertThat(layout.route(node, i).isPresent()).as(network.name()).isEqualTo(there);
                }
            }));
        });
    }

    @Test
    void noNodeStandsOnAnother() {
        all().forEach(network -> assertThat(Crossings.ofBoxes(layout(network))).as("%s", network).isEmpty());
    }

    @Test
    void noEdgeRunsThroughANodeThatIsNotItsEnd() {
        all().forEach(network -> assertThat(Crossings.ofRoutes(layout(network))).as("%s", network).isEmpty());
    }

    @Test
    void placesAreMultiplesOfEight() {
        all().forEach(network -> assertThat(layout(network).boxes().values()).as(network.name())
                .allMatch(box -> box.left() % 8 == 0 && box.top() % 8 == 0));
    }

    @Test
    void theAreaHoldsAll() {
        all().forEach(network -> {
            Layout layout = layout(network);
            Area area = layout.area();
            assertThat(layout.boxes().values()).as(network.name()).allMatch(box -> box.left() >= area.left()
                    && box.top() >= area.top() && box.right() <= area.right() && box.bottom() <= area.bottom());
            assertThat(layout.routes().values()).as(network.name()).allMatch(route -> route.flattened().stream()
                    .allMatch(point -> point.x() >= area.left() && point.y() >= area.top()
                            && point.x() <= area.right() && point.y() <= area.bottom()));
        });
    }

    @Test
    void aNetworkHasOneLayout() {
        all().forEach(network -> assertThat(layout(new Network(network.name(), network.nodes()))).as(network.name())
                .isEqualTo(layout(network)));
    }

    /** Some nodes anywhere, but not on one another. */
    private static Map<NodeId, Place> places(Network network, Random random) {
        Map<NodeId, Place> places = new LinkedHashMap<>();
        List<Box> taken = new ArrayList<>();
        Layout automatic = layout(network);
        network.nodes().forEach(node -> {
            Box there = new Box(automatic.boxes().get(node.id()).kind(), 8 * random.nextInt(160) - 80,
                    8 * random.nextInt(70) - 200);
            if (random.nextInt(3) == 0 && taken.stream().noneMatch(there::overlaps)) {
                taken.add(there);
                places.put(node.id(), new Place(there.left(), there.top()));
            }
        });
        return places;
    }

    @Test
    void whatAPersonPlacedStandsThereAndOthersMakeRoom() {
        Random random = new Random(1);
        all().forEach(network -> {
            Map<NodeId, Place> places = places(network, random);
            Layout layout = Layout.of(network, Drawings.lanes(network), places, Folding.NONE);
            places.forEach((id, place) -> {
                assertThat(layout.boxes().get(id).left()).isEqualTo(place.x());
                assertThat(layout.boxes().get(id).top()).isEqualTo(place.y());
            });
            assertThat(Crossings.ofBoxes(layout)).as("%s with %s", network, places).isEmpty();
            assertThat(Crossings.ofRoutes(layout)).as("%s with %s", network, places).isEmpty();
            assertThat(Layout.of(network, Drawings.lanes(network), places, Folding.NONE)).isEqualTo(layout);
        });
    }

    @Test
    void placingANodeMovesNoOtherThatIsNotInItsWay() {
        Network network = Presets.first().network();
        Layout before = layout(network);
        Layout after = Layout.of(network, Drawings.lanes(network), Map.of(NodeId.of("relu1"), new Place(480, 200)), Folding.NONE);
        before.boxes().forEach((id, box) -> assertThat(after.boxes().get(id))
                .isEqualTo(id.equals(NodeId.of("relu1")) ? new Box(Box.Kind.CARD, 480, 200) : box));
    }

    @Test
    void edgesBeginAndEndAtTheirNodes() {
        all().forEach(network -> {
            Layout layout = layout(network);
            layout.routes().forEach((link, route) -> {
                assertThat(isAt(route.start(), layout.boxes().get(link.from()))).as("%s of %s", link, network).isTrue();
                assertThat(isAt(route.end(), layout.boxes().get(link.to()))).as("%s of %s", link, network).isTrue();
            });
        });
    }

    private static boolean isAt(Point point, Box box) {
        return point.x() >= box.left() && point.x() <= box.right()
                && point.y() >= box.top() && point.y() <= box.bottom();
    }

    @Test
    void aNodeMoreInAChainMovesOnlyWhatFollows() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Network before = Drawings.residuals(30);
            int at = 1 + random.nextInt(before.nodes().size() - 1);
            Node split = before.nodes().get(at);
            Node more = new Node(NodeId.of("more"), "", "", new Layer.Relu(), List.of(split.inlets().getLast()));
            List<Node> nodes = new ArrayList<>(before.nodes());
            List<Inlet> inlets = new ArrayList<>(split.inlets());
            inlets.set(inlets.size() - 1, Inlet.main(more.id()));
            nodes.set(at, split.withInlets(inlets));
            nodes.add(more);
            Layout old = layout(before);
            Layout fresh = layout(new Network("more", nodes));
            double x = old.boxes().get(split.id()).left();
            double room = fresh.boxes().get(split.id()).left() - x;
            assertThat(room).isGreaterThanOrEqualTo(144);
            old.boxes().forEach((id, box) -> assertThat(fresh.boxes().get(id)).as("%s after %s", id, split.id())
                    .isEqualTo(box.moved(box.left() < x ? 0 : room, 0)));
        }
    }

    @Test
    void aNodeThatNothingConnectsMovesNone() {
        known().forEach(network -> {
            List<Node> nodes = new ArrayList<>(network.nodes());
            nodes.add(new Node(NodeId.of("loose"), "", "", new Layer.Relu(), List.of()));
            assertThat(layout(new Network("more", nodes)).boxes()).containsAllEntriesOf(layout(network).boxes());
        });
    }

    @ParameterizedTest
    @MethodSource("known")
    void edgesOfKnownNetworksRunFromLeftToRight(Network network) {
        Layout layout = layout(network);
        layout.routes().forEach((link, route) ->
                assertThat(route.start().x()).as("%s", link).isLessThan(route.end().x()));
    }

    @Test
    void theResidualBlockIsOneRowWithOneArc() {
        Network network = Presets.first().network();
        Layout layout = layout(network);
        assertThat(layout.boxes().values()).allMatch(box -> box.top() == 0);
        assertThat(box(layout, "input").left()).isZero();
        assertThat(box(layout, "merge").kind()).isEqualTo(Box.Kind.MERGE);
        assertThat(layout.routes().values().stream().filter(route -> route.load() == Route.Load.WORDS))
                .containsExactly(route(network, layout, "merge", 0));
        assertThat(route(network, layout, "merge", 0).at().y()).isNegative();
        assertThat(route(network, layout, "merge", 0).enters()).isEqualTo(Side.TOP);
    }

    @Test
    void theEncoderDecodersSkipsAreNested() {
        Network network = Presets.find("encoder-decoder").orElseThrow().network();
        Layout layout = layout(network);
        assertThat(layout.boxes().values()).as("Two levels stay a row").allMatch(box -> box.top() == 0);
        assertThat(route(network, layout, "merge1", 0).at().y())
                .isLessThan(route(network, layout, "merge2", 0).at().y());
    }

    @Test
    void aShortcutsLayersStandAboveTheTrunk() {
        Layout layout = layout(Presets.find("residual-projection").orElseThrow().network());
        for (String id : List.of("shortcut", "shortcut-norm")) {
            assertThat(box(layout, id).kind()).isEqualTo(Box.Kind.PILL);
            assertThat(box(layout, id).bottom()).isNegative();
        }
    }

    @Test
    void aLanesOwnProjectionHasAPlaceInTheLayoutOfAll() {
        NetworkBuilder net = new NetworkBuilder("widening");
        NodeId x = net.input(4, 6, 6);
        NodeId f = net.chain("f", Conv.same(8, 3), net.chain("g", Conv.same(8, 3), x));
        net.merge("merge", new Layer.Concat(), x, f);
        Layout layout = layout(net.build());
        assertThat(box(layout, "merge.project-0").kind()).isEqualTo(Box.Kind.PILL);
        assertThat(box(layout, "merge.project-0").centre().x())
                .isBetween(box(layout, "g").left(), box(layout, "f").right());
    }

    @Test
    void aDeepEncoderDecoderIsAUWithASkipStraightAcrossAtEachLevel() {
        Network network = Drawings.uNet(4);
        Layout layout = layout(network);
        for (int level = 0; level < 4; level++) {
            assertThat(box(layout, "enc" + level + "b").top()).isEqualTo(32.0 * level);
            assertThat(box(layout, "merge" + level).top()).isEqualTo(32.0 * level);
            assertThat(route(network, layout, "merge" + level, 0).at().y()).isEqualTo(32.0 * level - 12);
        }
        assertThat(box(layout, "middlea").top()).isEqualTo(32.0 * 4);
        assertThat(layout.area().height()).isLessThan(300);
    }

    /** A gate's own source is outside: what counts is what else is before it in the fold. */
    @Test
    void aFoldThatEndsInAGateComesUpTheUToo() {
        Network network = Presets.find("attention-unet").orElseThrow().network();
        Layout layout = Layout.of(network, Drawings.lanes(network), Map.of(), Folding.fitting(network));
        assertThat(Stream.of("decoder.level1.gate", "decoder.level2.gate", "decoder.level3.gate", "decoder.level4.gate",
                        "bottleneck.conv2.relu").map(id -> layout.room(NodeId.of(id)).orElseThrow().top()))
                .containsExactly(0.0, Levels.FOLDED_STEP, 2 * Levels.FOLDED_STEP, 3 * Levels.FOLDED_STEP,
                        4 * Levels.FOLDED_STEP);
    }

    /** Zhou et al. 2018, figure 1. */
    @Test
    void uNetPlusPlusIsATriangleInWhichEachLevelsSkipsRunAboveIt() {
        Network network = Presets.find("unet-plus-plus").orElseThrow().network();
        Layout layout = layout(network);
        for (int i = 0; i <= 4; i++) {
            double top = box(layout, "level" + i + ".x" + i + "0.conv1").top();
            assertThat(top).as("level %d", i).isGreaterThanOrEqualTo(i == 0 ? 0
                    : box(layout, "level" + (i - 1) + ".x" + (i - 1) + "0.conv1").bottom());
            for (int j = 1; j <= 4 - i; j++) {
                String x = "level" + i + ".x" + i + j;
                String before = "level" + i + ".x" + i + (j - 1);
                String below = "level" + (i + 1) + ".x" + (i + 1) + (j - 1);
                assertThat(Stream.of(".up", ".merge", ".conv2").map(part -> box(layout, x + part).top()).distinct())
                        .as(x).containsExactly(top);
                assertThat(box(layout, x + ".conv1").left()).as(x).isGreaterThan(box(layout, below + ".conv1").left());
                assertThat(box(layout, below + ".conv1").left()).as(x)
                        .isGreaterThan(box(layout, before + ".conv1").left());
                for (int skip = 0; skip < j; skip++) {
                    Route route = route(network, layout, x + ".merge", skip);
                    assertThat(route.enters()).as("%s[%d]", x, skip).isEqualTo(Side.TOP);
                    assertThat(route.at().y()).as("%s[%d]", x, skip).isLessThan(top);
                }
            }
        }
        assertThat(layout.boxes().values()).filteredOn(box -> box.kind() == Box.Kind.PILL)
                .as("a projection in a lane for each skip").hasSize(20);
    }

    @Test
    void theTriangleStaysOneWhateverIsFolded() {
        Network network = Presets.find("unet-plus-plus").orElseThrow().network();
        Folding folding = Folding.fitting(network);
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Set<String> some = folding.folded().stream().filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
            Layout layout = Layout.of(network, Drawings.lanes(network), Map.of(), new Folding(some));
            List<Double> tops = IntStream.rangeClosed(0, 4).mapToObj(i -> layout.room(
                    NodeId.of("level" + i + ".x" + i + "0.conv2.relu")).orElseThrow().top()).toList();
            assertThat(tops).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
            for (int i = 0; i < 4; i++) {
                for (int j = 1; j <= 4 - i; j++) {
                    assertThat(layout.room(NodeId.of("level" + i + ".x" + i + j + ".conv2.relu")).orElseThrow().top())
                            .as("X(%d,%d), seed %d", i, j, seed).isEqualTo(tops.get(i));
                }
            }
            assertThat(Crossings.ofBoxes(layout)).as("seed %d", seed).isEmpty();
            assertThat(Crossings.ofRoutes(layout)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aSecondDecoderWithAnOutputOfItsOwnStandsInItsOwnRow() {
        NetworkBuilder net = new NetworkBuilder("two heads");
        NodeId at = net.input(1, 64, 64);
        for (int level = 0; level < 3; level++) {
            at = net.chain("pool" + level, Layer.MaxPool.halve(), at);
        }
        for (String head : List.of("a", "b")) {
            NodeId up = at;
            for (int level = 0; level < 3; level++) {
                up = net.chain(head + level, Layer.TransposedConv.upscale(4, 2), up);
            }
        }
        Layout layout = layout(net.build());
        assertThat(box(layout, "a2").top()).isZero();
        assertThat(Stream.of("b0", "b1", "b2").map(id -> box(layout, id).top()).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"densenet-40-12, 3, 12, conv", "densenet-121, 1, 6, bottleneck"})
    void aDenseBlocksConcatsStandInALineOnWhichItsStackGrowsAndItsLayersHangBelow(String name, int block, int layers,
            String first) {
        Network network = Presets.find(name).orElseThrow().network();
        Layout layout = layout(network);
        String before = "block" + block + ".layer";
        double line = box(layout, before + "1.merge").top();
        for (int layer = 2; layer <= layers; layer++) {
            Box merge = box(layout, before + layer + ".merge");
            assertThat(merge.top()).as("layer %d", layer).isEqualTo(line);
            assertThat(box(layout, before + layer + "." + first).top()).as("layer %d", layer)
                    .isEqualTo(line + DenseBlocks.DROP);
            Route skip = route(network, layout, before + layer + ".merge", 0);
            assertThat(skip.flattened()).as("layer %d", layer).allMatch(point -> point.y() == merge.axis());
            assertThat(skip.load()).as("layer %d", layer).isEqualTo(Route.Load.STACK);
        }
    }

    @Test
    void parallelBranchesHaveARowEach() {
        Layout layout = layout(Drawings.inception());
        assertThat(Stream.of("1x1", "3x3", "5x5", "pool-project").map(id -> box(layout, id).top()))
                .doesNotHaveDuplicates();
        assertThat(box(layout, "5x5").top()).isEqualTo(box(layout, "5x5-reduce").top());
        assertThat(Stream.of("1x1", "3x3-reduce", "5x5-reduce", "pool").map(id -> box(layout, id).left()).distinct())
                .hasSize(1);
    }

    @Test
    void whatNothingConnectsStandsBelow() {
        NetworkBuilder net = new NetworkBuilder("parts");
        net.chain("b", Conv.same(2, 3), net.input(1, 4, 4));
        net.chain("d", Conv.same(2, 3), net.node("c", new Layer.Input(new Shape(1, 4, 4))));
        net.node("e", new Layer.Relu());
        net.node("f", new Layer.Relu());
        Layout layout = layout(net.build());
        assertThat(box(layout, "c").top()).isGreaterThan(box(layout, "b").bottom());
        assertThat(box(layout, "e").top()).isGreaterThan(box(layout, "d").bottom());
        assertThat(box(layout, "f").top()).isEqualTo(box(layout, "e").top());
    }

    @Test
    void anEmptyNetworkHasALayoutToo() {
        Network empty = new Network("empty", List.of());
        assertThat(layout(empty).boxes()).isEmpty();
        assertThat(layout(empty).area().width()).isZero();
    }
}
