package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skipstitch.network.Layer.Conv;

/** Variants are pure functions that change merges with skips and nothing else. */
class LaneTest {
    private static final NodeId MERGE = NodeId.of("merge");
    private static final NodeId PROJECTION = NodeId.of("merge.project-0");

    /** x has 4 channels, F(x) has 8. */
    private static Network widening(Layer.Merge merge) {
        NetworkBuilder net = new NetworkBuilder("widening");
        NodeId x = net.chain("conv0", Conv.same(4, 3), net.input(1, 6, 6));
        NodeId f = net.chain("conv1", Conv.same(8, 3), x);
        NodeId joined = net.merge("merge", merge, x, f);
        net.chain("next", Conv.same(5, 3), joined);
        return net.build();
    }

    @Test
    void asDrawnIsTheNetworkItself() {
        Network drawn = widening(new Layer.Concat());
        Lane lane = Variant.AS_DRAWN.of(drawn);
        assertThat(lane.network()).isSameAs(drawn);
        assertThat(drawn.nodes()).noneMatch(node -> lane.isAdded(node.id())).allMatch(node -> lane.isLive(node.id()));
    }

    @Test
    void addProjectsASkipOfAnotherWidthAndCountsTheProjection() {
        Lane lane = Variant.ADD.of(widening(new Layer.Concat()));
        Node projection = lane.network().node(PROJECTION);
        assertThat(projection.layer()).isEqualTo(Conv.same(8, 1));
        assertThat(projection.inlets()).containsExactly(Inlet.main(NodeId.of("conv0")));
        assertThat(lane.network().node(MERGE).inlets())
                .containsExactly(Inlet.skip(PROJECTION), Inlet.main(NodeId.of("conv1")));
        assertThat(lane.isAdded(PROJECTION)).isTrue();
        assertThat(lane.isLive(PROJECTION)).isTrue();
        assertThat(lane.shapes().shape(MERGE)).isEqualTo(new Shape(8, 6, 6));
        Costs costs = Costs.of(lane);
        assertThat(costs.of(PROJECTION)).isEqualTo(new Cost(32, 32 * 36, 4 * 8 * 36));
        assertThat(costs.total().params()).isEqualTo(36 + 288 + 32 + 360);
    }

    @Test
    void addProjectsNothingWhereShapesMeet() {
        NetworkBuilder net = new NetworkBuilder("meeting");
        NodeId x = net.input(4, 6, 6);
        net.merge("merge", new Layer.Concat(), x, net.chain("conv1", Conv.same(4, 3), x));
        Lane lane = Variant.ADD.of(net.build());
        assertThat(lane.network().nodes()).hasSize(3);
        assertThat(lane.network().node(MERGE).layer()).isEqualTo(new Layer.Add());
    }

    @Test
    void onlyTheSkipsThatNeedItAreProjectedAndEachIsNamedByItsInlet() {
        NetworkBuilder net = new NetworkBuilder("dense");
        NodeId x = net.input(2, 6, 6);
        NodeId a = net.chain("a", Conv.same(4, 3), x);
        NodeId b = net.chain("b", Conv.same(8, 3), a);
        net.node("merge", new Layer.Concat(), Inlet.skip(x), Inlet.main(b), Inlet.skip(b), Inlet.skip(a));
        Lane lane = Variant.ADD.of(net.build());
        assertThat(lane.network().nodes()).filteredOn(node -> lane.isAdded(node.id())).extracting(Node::id)
                .containsExactly(NodeId.of("merge.project-0"), NodeId.of("merge.project-3"));
        assertThat(lane.shapes().shape(MERGE)).isEqualTo(new Shape(8, 6, 6));
    }

    @Test
    void concatNeedsNoProjection() {
        NetworkBuilder net = new NetworkBuilder("meeting");
        NodeId x = net.input(4, 6, 6);
        net.merge("merge", new Layer.Add(), x, net.chain("conv1", Conv.same(4, 3), x));
        Lane lane = Variant.CONCAT.of(net.build());
        assertThat(lane.shapes().shape(MERGE)).isEqualTo(new Shape(8, 6, 6));
        assertThat(lane.network().node(MERGE).inlets()).containsExactly(Inlet.skip(x), Inlet.main(NodeId.of("conv1")));
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aMergeThatMisfitsAsDrawnMisfitsInEveryLane(Variant variant) {
        Lane lane = variant.of(widening(new Layer.Add()));
        assertThat(lane.shapes().misfits()).singleElement().satisfies(misfit -> {
            assertThat(misfit.node()).isEqualTo(MERGE);
            assertThat(misfit.rule()).isEqualTo(Misfit.Rule.SAME_SHAPE);
        });
        assertThat(lane.network()).isEqualTo(widening(new Layer.Add()));
    }

    @Test
    void noSkipMakesTheMergeAnIdentityAndWhatOnlyTheSkipUsedIsNeitherLiveNorCounted() {
        NetworkBuilder net = new NetworkBuilder("projection");
        NodeId x = net.input(4, 6, 6);
        NodeId shortcut = net.chain("shortcut", Conv.same(8, 1), x);
        NodeId f = net.chain("conv1", Conv.same(8, 3), x);
        net.merge("merge", new Layer.Add(), shortcut, f);
        Lane lane = Variant.NO_SKIP.of(net.build());
        assertThat(lane.network().node(MERGE).layer()).isEqualTo(new Layer.Identity());
        assertThat(lane.network().node(MERGE).inlets()).containsExactly(Inlet.main(f));
        assertThat(lane.isLive(shortcut)).isFalse();
        assertThat(lane.isLive(f)).isTrue();
        Costs costs = Costs.of(lane);
        assertThat(costs.of(shortcut).params()).isEqualTo(32);
        assertThat(costs.total()).isEqualTo(new Cost(288, 288 * 36, 4 * 36 * (4 + 8 + 8)));
    }

    @Test
    void noSkipKeepsAMergeOfSeveralMainBranches() {
        NetworkBuilder net = new NetworkBuilder("branches");
        NodeId x = net.input(4, 6, 6);
        NodeId a = net.chain("a", Conv.same(4, 3), x);
        NodeId b = net.chain("b", Conv.same(4, 3), x);
        net.node("merge", new Layer.Concat(), Inlet.main(a), Inlet.skip(x), Inlet.main(b));
        Node merge = Variant.NO_SKIP.of(net.build()).network().node(MERGE);
        assertThat(merge.layer()).isEqualTo(new Layer.Concat());
        assertThat(merge.inlets()).containsExactly(Inlet.main(a), Inlet.main(b));
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aMergeOfSkipsAloneIsLeftAlone(Variant variant) {
        NetworkBuilder net = new NetworkBuilder("skips");
        NodeId x = net.input(4, 6, 6);
        net.node("merge", new Layer.Concat(), Inlet.skip(x), Inlet.skip(x));
        Network drawn = net.build();
        assertThat(variant.of(drawn).network()).isEqualTo(drawn);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aFiresConcatOfParallelBranchesIsLeftAlone(Variant variant) {
        Network drawn = FireBypass.network();
        Lane lane = variant.of(drawn);
        for (String fire : new String[] {"fire2.concat", "fire3.concat"}) {
            assertThat(lane.network().node(NodeId.of(fire))).isEqualTo(drawn.node(NodeId.of(fire)));
            assertThat(lane.shapes().shape(NodeId.of(fire))).isEqualTo(new Shape(128, 55, 55));
        }
        assertThat(lane.shapes().shape(MERGE).channels()).isEqualTo(variant == Variant.CONCAT ? 256 : 128);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void gatesAndProductsAreLeftAlone(Variant variant) {
        NetworkBuilder net = new NetworkBuilder("attention");
        NodeId x = net.input(4, 6, 6);
        NodeId gate = net.chain("gate", Conv.same(1, 1), x);
        NodeId gated = net.merge("gated", new Layer.Gate(), x, gate);
        net.merge("product", new Layer.Multiply(), x, gated);
        Network drawn = net.build();
        assertThat(variant.of(drawn).network()).isEqualTo(drawn);
    }

    @Test
    void aProjectionTakesAFreeIdWhereItsOwnIsTaken() {
        NetworkBuilder net = new NetworkBuilder("taken");
        NodeId x = net.chain("merge.project-0", Conv.same(4, 3), net.input(1, 6, 6));
        net.merge("merge", new Layer.Concat(), x, net.chain("f", Conv.same(8, 3), x));
        Lane lane = Variant.ADD.of(net.build());
        assertThat(lane.isAdded(NodeId.of("merge.project-0"))).isFalse();
        assertThat(lane.isAdded(NodeId.of("merge.project-0-2"))).isTrue();
        assertThat(lane.shapes().allFit()).isTrue();
    }

    @Test
    void theSameVariantOfTheSameNetworkIsTheSameLane() {
        for (Variant variant : Variant.values()) {
            assertThat(variant.of(widening(new Layer.Concat())).network())
                    .isEqualTo(variant.of(widening(new Layer.Concat())).network());
        }
    }
}
