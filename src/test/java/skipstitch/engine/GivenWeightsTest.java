package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.LayerWeights.Norm;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** What a network came with is drawn elsewhere, with another seed, so that one sees whose weights a node has. */
class GivenWeightsTest {
    private static final long ELSEWHERE = 7;
    private static final long HERE = 1;

    static Stream<Preset> presets() {
        return Presets.all().stream();
    }

    private static Weights drawn(Lane lane, Network network, long seed, GivenWeights given) {
        return new SeededWeights(Initialisation.of(network, seed), given).of(lane);
    }

    private static GivenWeights given(Network network) {
        Lane asDrawn = Variant.AS_DRAWN.of(network);
        return GivenWeights.of(asDrawn.shapes(), drawn(asDrawn, network, ELSEWHERE, GivenWeights.NONE));
    }

    private static Key key(Weights weights, String node) {
        return weights.of(NodeId.of(node)).key();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void inEveryLaneTheMainBranchHasWhatTheNetworkCameWith(Preset preset) {
        Network network = preset.network();
        GivenWeights given = given(network);
        for (Variant variant : Variant.values()) {
            Lane lane = variant.of(network);
            Weights here = drawn(lane, network, HERE, given);
            Weights elsewhere = drawn(lane, network, ELSEWHERE, GivenWeights.NONE);
            for (Node node : network.nodes()) {
                boolean reads = node.layer() instanceof Conv conv && conv.groups() == 1;
                int channels = reads ? lane.shapes().incoming(lane.network().node(node.id())).getFirst().channels() : 0;
                int before = reads ? Variant.AS_DRAWN.of(network).shapes().incoming(node).getFirst().channels() : 0;
                if (channels <= before && !(node.layer() instanceof Layer.BatchNorm)) {
                    assertThat(here.of(node.id()).key()).as("%s, %s, %s", preset.name(), variant, node.id())
                            .isEqualTo(elsewhere.of(node.id()).key());
                }
            }
        }
    }

    /** A sum of a skip of 2 and a main branch of 2 channels, read by a convolution. */
    private static Network sum(int filters) {
        NetworkBuilder net = new NetworkBuilder("sum");
        NodeId first = net.chain("first", Conv.same(2, 3), net.input(1, 6, 6));
        NodeId norm = net.chain("norm", Layer.BatchNorm.standard(), net.chain("second", Conv.same(2, 3), first));
        net.chain("last", Conv.same(filters, 1).biased(), net.merge("merge", new Layer.Add(), first, norm));
        return net.build();
    }

    @Test
    void aConcatLaneHasTheGivenSlicesForTheMainBranchAndDrawsThoseOfTheSkip() {
        Network network = sum(3);
        float[] own = {1, 2, 3, 4, 5, 6};
        GivenWeights given = GivenWeights.of(Variant.AS_DRAWN.of(network).shapes(), Weights.NONE
                .with(NodeId.of("last"), LayerWeights.Kernels.of(own, new float[] {7, 8, 9})));
        LayerWeights.Kernels wide = (LayerWeights.Kernels) drawn(Variant.CONCAT.of(network), network, HERE, given)
                .of(NodeId.of("last"));
        LayerWeights.Kernels untrained = (LayerWeights.Kernels) drawn(Variant.CONCAT.of(network), network, HERE,
                GivenWeights.NONE).of(NodeId.of("last"));
        for (int filter = 0; filter < 3; filter++) {
            for (int channel = 0; channel < 2; channel++) {
                assertThat(wide.kernels()[filter * 4 + channel]).isEqualTo(untrained.kernels()[filter * 4 + channel]);
                assertThat(wide.kernels()[filter * 4 + 2 + channel]).isEqualTo(own[filter * 2 + channel]);
            }
        }
        assertThat(wide.bias()).containsExactly(7, 8, 9);
    }

    @Test
    void theKnobTiesTheSkipsSlicesToTheGivenOnesOfTheMainBranch() {
        Network network = sum(3);
        GivenWeights given = GivenWeights.of(Variant.AS_DRAWN.of(network).shapes(), Weights.NONE
                .with(NodeId.of("last"), LayerWeights.Kernels.of(new float[] {1, 2, 3, 4, 5, 6}, new float[3])));
        LayerWeights.Kernels tied = (LayerWeights.Kernels) new SeededWeights(Initialisation.of(network, HERE), given)
                .of(Variant.CONCAT.of(network), SeededWeights.KNOB_ADD).of(NodeId.of("last"));
        assertThat(tied.kernels()).containsExactly(1, 2, 1, 2, 3, 4, 3, 4, 5, 6, 5, 6);
    }

    @Test
    void aNormKeepsWhatItCameWithWithoutBeingCalibrated() {
        Network network = sum(3);
        Norm own = Norm.of(new float[] {2, 3}, new float[] {4, 5}, new float[] {6, 7}, new float[] {8, 9});
        Lane lane = Variant.AS_DRAWN.of(network);
        GivenWeights given = GivenWeights.of(lane.shapes(), Weights.NONE.with(NodeId.of("norm"), own));
        try (Engine engine = PlainEngine.open()) {
            Weights weights = new Calibration(engine, List.of(Pictures.only(Kernels.picture(network, 1))), given)
                    .calibrate(lane, drawn(lane, network, HERE, given), Progress.NONE);
            assertThat(weights.of(NodeId.of("norm")).key()).isEqualTo(own.key());
        }
    }

    @Test
    void aLayerWithOtherKernelsHasUntrainedOnesAndIsNamed() {
        GivenWeights given = given(sum(3));
        Network wider = sum(4);
        Lane lane = Variant.AS_DRAWN.of(wider);
        Weights weights = drawn(lane, wider, HERE, given);
        Weights untrained = drawn(lane, wider, HERE, GivenWeights.NONE);
        assertThat(key(weights, "last")).isEqualTo(key(untrained, "last"));
        assertThat(key(weights, "second")).isNotEqualTo(key(untrained, "second"));
        assertThat(given.outgrown(lane.shapes())).extracting(Node::id).containsExactly(NodeId.of("last"));
        assertThat(given.outgrown(Variant.AS_DRAWN.of(sum(3)).shapes())).isEmpty();
    }
}
