package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Shuffle;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/** F(x)'s channels shuffled, and the kernels that read them next alike: concat recovers, add does not. */
class KernelsAlikeTest {
    private static final double ROUNDING = 1e-5;
    private static final NodeId END = NodeId.of("end");

    /** What stands between the merge and the end, ever another way. */
    static Stream<Network> networks() {
        Layer conv = Conv.same(4, 3);
        return Stream.of(
                net("next conv", conv),
                net("relu", new Layer.Relu(), conv),
                net("batch norm", new Layer.BatchNorm(1e-5f), new Layer.Relu(), conv),
                net("pools", Layer.MaxPool.halve(), Layer.AveragePool.halve(), conv),
                net("enlarged", new Layer.Upsample(2, Layer.Interpolation.BILINEAR), new Layer.ZeroPadChannels(1, 2),
                        conv),
                net("crop", new Layer.Crop(new Padding(1, 0, 0, 1)), new Layer.Softmax(), conv),
                net("linear", new Layer.Sigmoid(), new Layer.Flatten(), new Layer.Linear(5, true)),
                net("transposed", new Layer.Scale(0.5f), Layer.TransposedConv.upscale(3, 2)));
    }

    private static Network net(String name, Layer... after) {
        NetworkBuilder net = new NetworkBuilder(name);
        NodeId x = net.chain("conv0", Conv.same(6, 3), net.input(1, 8, 8));
        NodeId at = net.merge("merge", new Layer.Add(), x, net.chain("f", Conv.same(6, 3).biased(), x));
        for (int i = 0; i < after.length; i++) {
            at = net.chain(i + 1 < after.length ? "between" + i : END.value(), after[i], at);
        }
        return net.build();
    }

    private static Tensor run(Network network, Variant variant, Interventions interventions) {
        Lane lane = variant.of(network);
        Interventions own = interventions.in(lane);
        Weights drawn = new SeededWeights(Initialisation.of(network, 1)).of(lane);
        Weights weights = KernelsAlike.of(lane, own, statistics(drawn));
        try (Engine engine = PlainEngine.open(); Activations ran = engine.run(new Pass(lane.shapes(), weights,
                Pictures.only(Kernels.picture(network, 3)), own), Progress.NONE)) {
            return ran.tensor(END);
        }
    }

    /** Another mean and variance for every channel, so that a norm's order shows. */
    private static Weights statistics(Weights drawn) {
        Weights all = drawn;
        for (NodeId id : drawn.byNode().keySet()) {
            if (drawn.of(id) instanceof LayerWeights.Norm norm) {
                float[] mean = norm.mean().clone();
                float[] variance = norm.variance().clone();
                Random random = new Random(5);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] = random.nextFloat();
                    variance[i] = 0.5f + random.nextFloat();
                }
                all = all.with(id, LayerWeights.Norm.of(norm.scale(), norm.shift(), mean, variance));
            }
        }
        return all;
    }

    private static Interventions shuffled(boolean alike) {
        return Interventions.none().with(new Edge(NodeId.of("merge"), 1), new Shuffle(3, alike));
    }

    private static double difference(Network network, Variant variant, Interventions interventions) {
        Tensor before = run(network, variant, Interventions.none());
        return Kernels.largestDifference(run(network, variant, interventions), before) / Kernels.largest(before);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theConcatLaneIsTheSameAgain(Network network) {
        assertThat(difference(network, Variant.CONCAT, shuffled(true))).as(network.name()).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void withTheKernelsAsTheyWereItIsNot(Network network) {
        assertThat(difference(network, Variant.CONCAT, shuffled(false))).as(network.name()).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theAddLaneIsScrambledEitherWay(Network network) {
        assertThat(difference(network, Variant.ADD, shuffled(true))).as(network.name()).isGreaterThan(0.01);
        assertThat(difference(network, Variant.ADD, shuffled(false))).as(network.name()).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whereNothingIsMergedAShuffledBranchRecovers(Network network) {
        assertThat(difference(network, Variant.NO_SKIP, shuffled(true))).as(network.name()).isLessThan(ROUNDING);
    }

    @Test
    void aDepthwiseConvolutionHandsTheOrderOn() {
        NetworkBuilder net = new NetworkBuilder("depthwise");
        NodeId x = net.chain("conv0", Conv.same(6, 3), net.input(1, 8, 8));
        NodeId f = net.chain("f", Conv.same(6, 3), x);
        NodeId deep = net.chain("deep", new Conv(12, Conv.same(1, 3).window(), 6, true), f);
        NodeId merge = net.merge("merge", new Layer.Concat(), x, deep);
        net.chain(END.value(), Conv.same(4, 1), merge);
        Interventions before = Interventions.none().with(new Edge(NodeId.of("deep"), 0), new Shuffle(3, true));
        assertThat(difference(net.build(), Variant.CONCAT, before)).isLessThan(ROUNDING);
    }

    @Test
    void twoShufflesOneAfterAnotherAreBothFollowed() {
        Network network = net("two", new Layer.Relu(), Conv.same(4, 3));
        Interventions two = shuffled(true).with(new Edge(NodeId.of("between0"), 0), new Shuffle(8, true));
        assertThat(difference(network, Variant.CONCAT, two)).isLessThan(ROUNDING);
    }

    @Test
    void withoutSuchAShuffleTheWeightsAreTheSame() {
        Network network = Presets.first().network();
        Lane lane = Variant.CONCAT.of(network);
        Weights drawn = new SeededWeights(Initialisation.of(network, 1)).of(lane);
        assertThat(KernelsAlike.of(lane, shuffled(false), drawn)).isSameAs(drawn);
        assertThat(KernelsAlike.of(lane, Interventions.none(), drawn)).isSameAs(drawn);
    }
}
