package skipstitch.explain.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.engine.Engine;
import skipstitch.engine.KernelsAlike;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Ran;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

class NextLayersTest {
    private static final NodeId MERGE = NodeId.of("merge");

    private static NextLayer look(Network network, NodeId merge, double knob, Interventions interventions) {
        Shape input = network.inputShape().orElseThrow();
        float[] values = new float[input.elements()];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        Pictures pictures = Pictures.only(new Tensor(input, values));
        try (Engine engine = PlainEngine.open()) {
            List<Ran> ran = run(network, knob, interventions, pictures, engine);
            List<Ran> untouched = interventions.isNone() ? List.of()
                    : run(network, knob, Interventions.none(), pictures, engine);
            return new NextLayers(network, merge, ran, untouched).look(knob, engine, pictures, Progress.NONE);
        }
    }

    private static List<Ran> run(Network network, double knob, Interventions interventions, Pictures pictures, Engine engine) {
        List<Ran> ran = new ArrayList<>();
        for (Variant variant : NextLayers.VARIANTS) {
            Lane lane = variant.of(network);
            Interventions own = interventions.in(lane);
            Weights weights = KernelsAlike.of(lane, own,
                    new SeededWeights(Initialisation.of(network, 1)).of(lane, knob));
            ran.add(new Ran(lane, weights, engine.run(new Pass(lane.shapes(), weights, pictures, own),
                    Progress.NONE), own));
        }
        return ran;
    }

    private static Effect effect(Network network, double knob) {
        return (Effect) look(network, MERGE, knob, Interventions.none());
    }

    private static Network residual() {
        return Presets.find("residual-block").orElseThrow().network();
    }

    /** conv0 → f, both merged, then these layers. */
    private static Network net(Layer... after) {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId x = net.chain("conv0", Conv.same(4, 3), net.input(1, 8, 8));
        NodeId at = net.merge("merge", new Layer.Add(), x, net.chain("f", Conv.same(4, 3), x));
        for (int i = 0; i < after.length; i++) {
            at = net.chain("after" + i, after[i], at);
        }
        return net.build();
    }

    @ParameterizedTest
    @CsvSource({"0, false, true", "1, true, false", "2, false, false", "0.5, false, false"})
    void theThreeStopsAreNoSkipAddAndItself(double knob, boolean isAdd, boolean isNoSkip) {
        Effect effect = effect(residual(), knob);
        assertThat(effect.next().id()).isEqualTo(NodeId.of("conv3"));
        assertThat(effect.between()).isEmpty();
        assertThat(effect.toAdd().isNone()).isEqualTo(isAdd);
        assertThat(effect.toNoSkip().isNone()).isEqualTo(isNoSkip);
        assertThat(effect.statement()).startsWith("Exact");
    }

    @Test
    void ofAShuffleWithTheNextKernelsAlikeConcatRecoversAndAddDoesNot() {
        Edge main = new Edge(MERGE, 1);
        Effect alike = (Effect) look(residual(), MERGE, 2, Interventions.none().with(main, new Shuffle(5, true)));
        assertThat(alike.byHand().get(Variant.CONCAT).isNone()).isTrue();
        assertThat(alike.byHand().get(Variant.ADD).isNone()).isFalse();
        assertThat(alike.byHand().get(Variant.NO_SKIP).isNone()).as("there is nothing else in it").isTrue();
        Effect alone = (Effect) look(residual(), MERGE, 2, Interventions.none().with(main, new Shuffle(5, false)));
        assertThat(alone.byHand().values()).noneMatch(Difference::isNone);
        assertThat(effect(residual(), 2).byHand()).isEmpty();
    }

    @Test
    void theMapsDifferByTheDifferenceShown() {
        Effect effect = effect(residual(), 2);
        Tensor concat = effect.maps().get(Variant.CONCAT);
        Tensor add = effect.maps().get(Variant.ADD);
        float largest = 0;
        for (int i = 0; i < concat.values().length; i++) {
            float difference = concat.values()[i] - add.values()[i];
            assertThat(effect.toAdd().map().values()[i]).isEqualTo(difference);
            largest = Math.max(largest, Math.abs(difference));
        }
        assertThat(effect.toAdd().largest()).isGreaterThanOrEqualTo(largest).isGreaterThan(0.01f);
    }

    @Test
    void theChannelShownStaysWhileTheKnobIsTurned() {
        assertThat(List.of(0.0, 0.7, 1.0, 1.5, 2.0)).extracting(knob -> effect(residual(), knob).channel())
                .containsOnly(
                effect(residual(), 2).channel());
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "1", "2"})
    void thePartsOfTheSumMakeTheWhole(double knob) {
        Effect effect = effect(residual(), knob);
        Effect.Split split = effect.split().orElseThrow();
        Tensor concat = effect.maps().get(Variant.CONCAT);
        for (int i = 0; i < concat.values().length; i++) {
            assertThat(split.skip().map().values()[i] + split.main().map().values()[i])
                    .isCloseTo(concat.values()[i], offset(1e-5f));
        }
        assertThat(split.skip().largest() == 0).isEqualTo(knob == 0);
        assertThat(split.main().largest()).isPositive();
    }

    @Test
    void aReluBetweenKeepsItFromBecomingAddAndIsNamed() {
        Network network = net(new Layer.Relu(), Conv.same(4, 3));
        Effect middle = effect(network, 1);
        assertThat(middle.toAdd().isNone()).isFalse();
        assertThat(middle.between()).extracting(node -> node.id().value()).containsExactly("after0");
        assertThat(middle.notAdd()).hasValueSatisfying(why -> assertThat(why).contains("(after0, in between)",
                "ReLU of x + F(x) is not ReLU of x plus ReLU of F(x)"));
        assertThat(middle.statement()).startsWith("No skip is exact, add is not: ReLU");
        assertThat(effect(network, 0).toNoSkip().isNone()).isTrue();
    }

    /** What is said follows from the layers alone; here it is held against numbers, whatever stands between. */
    @Test
    void whereItIsSaidToBeExactItIs() {
        Layer conv = Conv.same(3, 3);
        List<Network> networks = List.of(net(conv), net(new Layer.Relu(), conv), net(new Layer.Sigmoid(), conv),
                net(Layer.MaxPool.halve(), conv), net(Layer.AveragePool.halve(), conv),
                net(new Layer.Upsample(2, Layer.Interpolation.BILINEAR), conv), net(new Layer.Softmax(), conv),
                net(new Layer.Scale(3), new Layer.Dropout(0.5f), conv), net(new Layer.Subsample(2), conv),
                net(new Layer.GlobalAveragePool(), new Layer.Flatten(), new Layer.Linear(4, true)),
                net(new Conv(4, Conv.same(4, 3).window(), 2, false)), net(Layer.TransposedConv.upscale(3, 2)),
                net(new Layer.ZeroPadChannels(0, 2), conv), net(new Layer.LeakyRelu(0.2f), conv));
        for (Network network : networks) {
            String layers = network.toString();
            assertThat(effect(network, 1).toAdd().isNone()).as(layers).isEqualTo(effect(network, 1).notAdd().isEmpty());
            assertThat(effect(network, 0).toNoSkip().isNone()).as(layers)
                    .isEqualTo(effect(network, 0).notNoSkip().isEmpty());
            assertThat(effect(network, 1).statement()).as(layers).isNotBlank();
        }
    }

    @Test
    void aProjectionThatTheAddLaneNeedsIsNamed() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId x = net.chain("conv0", Conv.same(4, 3), net.input(1, 8, 8));
        NodeId merge = net.merge("merge", new Layer.Concat(), x, net.chain("f", Conv.same(6, 3), x));
        net.chain("next", Conv.same(4, 3), merge);
        Effect effect = effect(net.build(), 1);
        assertThat(effect.notAdd()).hasValueSatisfying(why -> assertThat(why).contains("projects the skip"));
        assertThat(effect.toAdd().isNone()).isFalse();
        assertThat(effect(net.build(), 0).toNoSkip().isNone()).isTrue();
    }

    @Test
    void withAllInterventionsInBothLanesTheMiddleIsStillAdd() {
        Interventions done = Interventions.none().with(new Edge(MERGE, 0), new Volume(0.1f))
                .with(new Edge(MERGE, 1), new Shuffle(4, false));
        Effect effect = (Effect) look(residual(), MERGE, 1, done);
        assertThat(effect.toAdd().isNone()).isTrue();
        assertThat(effect.notAdd()).isEmpty();
    }

    @Test
    void withKernelsThatFollowAShuffleItIsNot() {
        Interventions done = Interventions.none().with(new Edge(MERGE, 1), new Shuffle(4, true));
        Effect effect = (Effect) look(residual(), MERGE, 1, done);
        assertThat(effect.toAdd().isNone()).isFalse();
        assertThat(effect.notAdd()).isPresent();
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        assertThat(look(net(new Layer.Relu()), MERGE, 2, Interventions.none()))
                .isEqualTo(new NoEffect(MERGE, "No layer after this merge mixes channels, so no kernels weigh them."));
        assertThat(look(residual(), NodeId.of("conv0"), 2, Interventions.none())).isInstanceOf(NoEffect.class);
        NetworkBuilder net = new NetworkBuilder("misfit");
        NodeId input = net.input(1, 8, 8);
        net.node("merge", new Layer.Add(), Inlet.skip(input),
                Inlet.main(net.chain("half", Conv.same(1, 3).strided(2), input)));
        assertThat(look(net.build(), MERGE, 2, Interventions.none())).isInstanceOfSatisfying(NoEffect.class,
                none -> assertThat(none.why()).contains("do not fit"));
    }
}
