package skipstitch.network.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.layout.RowLayout.Arc;
import skipstitch.network.layout.RowLayout.Place;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class RowLayoutTest {

    private static RowLayout layout(Network network) {
        return RowLayout.of(network, lanes(network));
    }

    private static List<Lane> lanes(Network network) {
        return List.of(Variant.ADD.of(network), Variant.CONCAT.of(network), Variant.NO_SKIP.of(network));
    }

    static Stream<Preset> presets() {
        return Presets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyNodeOfEveryLaneHasAPlaceOfItsOwn(Preset preset) {
        RowLayout layout = layout(preset.network());
        lanes(preset.network()).forEach(lane ->
                lane.network().nodes().forEach(node -> assertThat(layout.places()).containsKey(node.id())));
        assertThat(layout.places().values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void edgesOfTheTrunkRunFromLeftToRight(Preset preset) {
        RowLayout layout = layout(preset.network());
        preset.network().nodes().forEach(node -> node.inlets().forEach(inlet ->
                assertThat(layout.places().get(inlet.source()).column()).isLessThan(layout.places().get(node.id()).column())));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void arcsThatOverlapDoNotShareALevelAndNestedOnesLieBelow(Preset preset) {
        RowLayout layout = layout(preset.network());
        layout.arcs().forEach((outer, level) -> layout.arcs().forEach((inner, lower) -> {
            if (!outer.equals(inner) && overlap(layout, outer, inner)) {
                assertThat(level).as("%s and %s", outer, inner).isNotEqualTo(lower);
                if (spans(layout, outer, inner)) {
                    assertThat(level).as("%s over %s", outer, inner).isGreaterThan(lower);
                }
            }
        }));
        assertThat(layout.levels()).isEqualTo(layout.arcs().values().stream().max(Integer::compare).orElse(0));
    }

    private static boolean overlap(RowLayout layout, Arc a, Arc b) {
        return from(layout, a) < to(layout, b) && from(layout, b) < to(layout, a);
    }

    private static boolean spans(RowLayout layout, Arc outer, Arc inner) {
        return from(layout, outer) <= from(layout, inner) && to(layout, inner) <= to(layout, outer)
                && to(layout, outer) - from(layout, outer) > to(layout, inner) - from(layout, inner);
    }

    private static double from(RowLayout layout, Arc arc) {
        return layout.places().get(arc.from()).column();
    }

    private static double to(RowLayout layout, Arc arc) {
        return layout.places().get(arc.to()).column();
    }

    @Test
    void theResidualBlockIsOneRowWithOneArc() {
        RowLayout layout = layout(Presets.first().network());
        assertThat(layout.columns()).isEqualTo(8);
        assertThat(layout.places()).containsEntry(NodeId.of("input"), new Place(0, 0))
                .containsEntry(NodeId.of("merge"), new Place(5, 0)).containsEntry(NodeId.of("relu3"), new Place(7, 0));
        assertThat(layout.arcs()).isEqualTo(Map.of(new Arc(NodeId.of("conv0"), NodeId.of("merge")), 1));
        assertThat(layout.levels()).isEqualTo(1);
    }

    @Test
    void theEncoderDecodersSkipsAreNested() {
        RowLayout layout = layout(Presets.find("encoder-decoder").orElseThrow().network());
        assertThat(layout.arcs()).containsOnly(Map.entry(new Arc(NodeId.of("enc2"), NodeId.of("merge2")), 1),
                Map.entry(new Arc(NodeId.of("enc1"), NodeId.of("merge1")), 2));
    }

    @Test
    void aShortcutsLayersStandAboveTheTrunk() {
        RowLayout layout = layout(Presets.find("residual-projection").orElseThrow().network());
        assertThat(layout.places().get(NodeId.of("shortcut"))).isEqualTo(new Place(3, 1));
        assertThat(layout.places().get(NodeId.of("shortcut-norm"))).isEqualTo(new Place(5, 1));
    }

    @Test
    void aLanesOwnProjectionHasAPlaceInTheLayoutOfAll() {
        NetworkBuilder net = new NetworkBuilder("widening");
        NodeId x = net.input(4, 6, 6);
        NodeId f = net.chain("f", Conv.same(8, 3), net.chain("g", Conv.same(8, 3), x));
        net.merge("merge", new Layer.Concat(), x, f);
        assertThat(layout(net.build()).places()).containsEntry(NodeId.of("merge.project-0"), new Place(1.5, 1));
    }

    @Test
    void parallelBranchesStandAboveEachOther() {
        NetworkBuilder net = new NetworkBuilder("inception");
        NodeId x = net.input(4, 6, 6);
        Inlet[] branches = new Inlet[4];
        for (int i = 0; i < branches.length; i++) {
            branches[i] = Inlet.main(net.chain("branch" + i, Conv.same(2, 3), x));
        }
        net.node("concat", new Layer.Concat(), branches);
        RowLayout layout = layout(net.build());
        assertThat(Stream.of(branches).map(branch -> layout.places().get(branch.source())))
                .containsExactly(new Place(1, 0), new Place(1, 1), new Place(1, 2), new Place(1, 3));
    }

    @Test
    void aSecondHeadStaysWithinTheColumns() {
        NetworkBuilder net = new NetworkBuilder("heads");
        NodeId x = net.input(4, 6, 6);
        NodeId trunk = net.chain("t2", Conv.same(2, 3), net.chain("t1", Conv.same(2, 3), x));
        net.chain("side", Conv.same(2, 3), trunk);
        net.chain("main", Conv.same(2, 3), trunk);
        RowLayout layout = layout(net.build());
        assertThat(layout.places().values()).doesNotHaveDuplicates().allMatch(place -> place.column() < layout.columns());
    }
}
