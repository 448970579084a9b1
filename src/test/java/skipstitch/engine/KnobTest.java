package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.network.Initialisation;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/** No skip, add and concat are three points of one line: W·[x; y] = W₁·x + W₂·y. */
class KnobTest {
    private static final double ROUNDING = 1e-5;

    private static Tensor concat(Network network, double knob, String node) {
        Lane lane = Variant.CONCAT.of(network);
        return run(lane, new SeededWeights(Initialisation.of(network, 1)).of(lane, knob), network, node);
    }

    private static Tensor of(Network network, Variant variant, String node) {
        Lane lane = variant.of(network);
        return run(lane, new SeededWeights(Initialisation.of(network, 1)).of(lane), network, node);
    }

    private static Tensor run(Lane lane, Weights weights, Network network, String node) {
        return Kernels.run(lane, weights, Kernels.picture(network, 51), NodeId.of(node));
    }

    private static void equal(Tensor a, Tensor b) {
        assertThat(Kernels.largestDifference(a, b)).isLessThan(ROUNDING * Kernels.largest(b));
    }

    private static Network preset(String name) {
        return Presets.find(name).orElseThrow().network();
    }

    @ParameterizedTest
    @CsvSource({"residual-block, conv3", "encoder-decoder, dec2", "encoder-decoder, dec1", "encoder-decoder, relu1",
        "dense-block, conv2", "dense-block, transition"})
    void withTheSkipsKernelsAtZeroConcatIsNoSkip(String preset, String node) {
        equal(concat(preset(preset), SeededWeights.KNOB_NO_SKIP, node), of(preset(preset), Variant.NO_SKIP, node));
    }

    @ParameterizedTest
    @CsvSource({"residual-block, conv3", "residual-block, relu3", "encoder-decoder, dec2", "encoder-decoder, dec1",
        "encoder-decoder, relu1"})
    void withTheMainBranchsKernelsConcatIsAdd(String preset, String node) {
        equal(concat(preset(preset), SeededWeights.KNOB_ADD, node), of(preset(preset), Variant.ADD, node));
    }

    @ParameterizedTest
    @CsvSource({"residual-block, conv3", "encoder-decoder, dec1"})
    void withTheirOwnItIsItself(String preset, String node) {
        assertThat(concat(preset(preset), SeededWeights.KNOB_OWN, node).values())
                .isEqualTo(of(preset(preset), Variant.CONCAT, node).values());
    }

    @Test
    void theThreePointsAreFarFromEachOther() {
        Network network = preset("residual-block");
        Tensor own = concat(network, 2, "conv3");
        assertThat(Kernels.largestDifference(own, concat(network, 1, "conv3"))).isGreaterThan(0.01);
        assertThat(Kernels.largestDifference(own, concat(network, 0, "conv3"))).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1.25, 1.75})
    void betweenThemTheNextConvolutionMovesOnStraightLines(double knob) {
        Network network = preset("residual-block");
        int from = (int) knob;
        Tensor low = concat(network, from, "conv3");
        Tensor high = concat(network, from + 1, "conv3");
        Tensor between = concat(network, knob, "conv3");
        for (int i = 0; i < between.values().length; i++) {
            double line = low.values()[i] + (knob - from) * (high.values()[i] - low.values()[i]);
            assertThat((double) between.values()[i]).isCloseTo(line, offset(1e-5));
        }
    }

    @Test
    void theKnobChangesTheSkipsKernelsAlone() {
        Network network = preset("residual-block");
        Lane lane = Variant.CONCAT.of(network);
        SeededWeights seeded = new SeededWeights(Initialisation.of(network, 1));
        NodeId next = NodeId.of("conv3");
        assertThat(Kernels.same(Kernels.slices(lane, seeded.of(lane, 0.3), next, false),
                Kernels.slices(lane, seeded.of(lane), next, false))).isTrue();
    }

    /** A chain of merges, each followed by a linear layer, where adds lie on adds. */
    @Test
    void holdsThroughAChainOfMerges() {
        NetworkBuilder net = new NetworkBuilder("chain");
        NodeId at = net.chain("conv0", Conv.same(4, 3), net.input(1, 8, 8));
        for (int i = 1; i <= 3; i++) {
            at = net.merge("merge" + i, new Layer.Concat(), at, net.chain("conv" + i, Conv.same(4, 3), at));
        }
        net.chain("next", Conv.same(4, 3), at);
        equal(concat(net.build(), SeededWeights.KNOB_ADD, "next"), of(net.build(), Variant.ADD, "next"));
        equal(concat(net.build(), SeededWeights.KNOB_NO_SKIP, "next"), of(net.build(), Variant.NO_SKIP, "next"));
    }

    /** Option A of He et al. 2015: the skip's channels are moved by the zeros before them. */
    @Test
    void holdsForASkipWithZeroChannels() {
        NetworkBuilder net = new NetworkBuilder("option-a");
        NodeId x = net.chain("conv0", Conv.same(4, 3), net.input(1, 8, 8));
        NodeId f = net.chain("conv1", Conv.same(8, 3).strided(2), x);
        NodeId padded = net.chain("zeros", new Layer.ZeroPadChannels(2, 2), net.chain("half", new Layer.Subsample(2), x));
        net.chain("next", Conv.same(4, 3), net.merge("merge", new Layer.Add(), padded, f));
        equal(concat(net.build(), SeededWeights.KNOB_ADD, "next"), of(net.build(), Variant.ADD, "next"));
    }

    /** A skip that is itself a concat of parallel branches, as in SqueezeNet with bypass. */
    @Test
    void holdsForASkipOfParallelBranches() {
        NetworkBuilder net = new NetworkBuilder("fire");
        NodeId x = net.input(1, 8, 8);
        NodeId one = net.chain("one", Conv.same(3, 1), x);
        NodeId three = net.chain("three", Conv.same(3, 3), x);
        NodeId fire = net.node("fire", new Layer.Concat(), Inlet.main(one), Inlet.main(three));
        NodeId f = net.chain("f", Conv.same(6, 3), fire);
        net.chain("next", Conv.same(4, 3), net.merge("merge", new Layer.Add(), fire, f));
        equal(concat(net.build(), SeededWeights.KNOB_ADD, "next"), of(net.build(), Variant.ADD, "next"));
        equal(concat(net.build(), SeededWeights.KNOB_NO_SKIP, "next"), of(net.build(), Variant.NO_SKIP, "next"));
    }

    @Test
    void holdsForALinearLayerBehindFlattenAndForATransposedConvolution() {
        NetworkBuilder net = new NetworkBuilder("heads");
        NodeId x = net.chain("conv0", Conv.same(3, 3), net.input(1, 4, 4));
        NodeId merge = net.merge("merge", new Layer.Add(), x, net.chain("f", Conv.same(3, 3), x));
        net.chain("linear", new Layer.Linear(5, true), net.chain("flat", new Layer.Flatten(), merge));
        net.chain("up", Layer.TransposedConv.upscale(2, 2), merge);
        for (String node : new String[] {"linear", "up"}) {
            equal(concat(net.build(), SeededWeights.KNOB_ADD, node), of(net.build(), Variant.ADD, node));
            equal(concat(net.build(), SeededWeights.KNOB_NO_SKIP, node), of(net.build(), Variant.NO_SKIP, node));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN})
    void goesFromZeroToTwo(double knob) {
        assertThatIllegalArgumentException().isThrownBy(() -> concat(preset("residual-block"), knob, "conv3"))
                .withMessageStartingWith("The knob goes from 0 to 2");
    }
}
