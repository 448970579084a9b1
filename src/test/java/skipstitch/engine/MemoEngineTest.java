package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

class MemoEngineTest {
    static final List<Supplier<Engine>> ENGINES = List.of(MemoEngineTest::openNd4j, PlainEngine::open);

    private static Engine openNd4j() {
        try {
            return Nd4jEngine.open();
        } catch (EngineUnavailable e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @FieldSource("ENGINES")
    void incrementalEqualsFromScratchToTheBit(Supplier<Engine> open) {
        try (Engine warm = open.get()) {
            for (Preset preset : Presets.all()) {
                Tensor picture = picture(preset.network(), 1);
                for (Variant variant : Variant.values()) {
                    Lane lane = variant.of(preset.network());
                    try (Engine fresh = open.get();
                            Activations incremental = run(warm, preset.network(), lane, picture);
                            Activations scratch = run(fresh, preset.network(), lane, picture)) {
                        for (Node node : lane.network().nodes()) {
                            assertThat(incremental.tensor(node.id()).values()).as("%s of %s", node.id(), preset.name())
                                    .containsExactly(scratch.tensor(node.id()).values());
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ENGINES")
    void aMergeSwitchComputesTheMergeAndWhatIsDownstreamOfItOnly(Supplier<Engine> open) {
        Network network = Presets.first().network();
        Tensor picture = picture(network, 2);
        NodeId merge = network.skipMerges().getFirst().id();
        try (Engine engine = open.get();
                Activations add = run(engine, network, Variant.ADD.of(network), picture);
                Activations concat = run(engine, network, Variant.CONCAT.of(network), picture);
                Activations again = run(engine, network, Variant.ADD.of(network), picture)) {
            assertThat(add.computed()).hasSize(network.nodes().size());
            assertThat(concat.computed()).containsExactlyInAnyOrderElementsOf(network.downstream(merge));
            assertThat(again.computed()).isEmpty();
        }
    }

    @Test
    void inputsOfDifferentShapesAreFedEachInItsOwn() {
        NetworkBuilder net = new NetworkBuilder("two inputs");
        NodeId small = net.input(1, 2, 3);
        NodeId large = net.node("large", new Layer.Input(new Shape(2, 4, 4)));
        Pictures ones = shape -> {
            float[] values = new float[shape.elements()];
            Arrays.fill(values, shape.channels());
            return new Tensor(shape, values);
        };
        try (Engine engine = PlainEngine.open();
                Activations ran = engine.run(new Pass(Shapes.of(net.build()), Weights.NONE, ones), Progress.NONE)) {
            assertThat(ran.tensor(small).values()).hasSize(6).containsOnly(1);
            assertThat(ran.tensor(large).values()).hasSize(32).containsOnly(2);
        }
    }

    @Test
    void anotherPictureComputesAllAgain() {
        Network network = Presets.first().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        try (Engine engine = PlainEngine.open();
                Activations first = run(engine, network, lane, picture(network, 3));
                Activations second = run(engine, network, lane, picture(network, 4))) {
            assertThat(first.computed()).hasSameSizeAs(network.nodes());
            assertThat(second.computed()).isEqualTo(first.computed());
        }
    }

    @Test
    void aRunThatDoesNotFitIsRefusedBeforeItStarts() {
        Network network = Presets.first().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        long needed = lane.network().nodes().stream().mapToLong(node -> lane.shapes().shape(node.id()).bytes()).sum();
        Bounded backend = new Bounded(needed - 1);
        try (MemoEngine<Tensor> engine = new MemoEngine<>(backend)) {
            assertThatExceptionOfType(RunTooLarge.class)
                    .isThrownBy(() -> run(engine, network, lane, picture(network, 5)))
                    .satisfies(refusal -> assertThat(refusal.needed()).isEqualTo(needed))
                    .satisfies(refusal -> assertThat(refusal.available()).isEqualTo(needed - 1));
            assertThat(engine.bytesHeld()).isZero();
        }
    }

    @Test
    void whatIsKnownButNotHeldCountsForAPassThatWillHoldIt() {
        Network network = Presets.first().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        long each = lane.network().nodes().stream().mapToLong(node -> lane.shapes().shape(node.id()).bytes()).sum();
        try (MemoEngine<Tensor> engine = new MemoEngine<>(new Bounded(2 * each - 1))) {
            run(engine, network, lane, picture(network, 5)).close();
            try (Activations shown = run(engine, network, lane, picture(network, 6))) {
                assertThat(shown.computed()).isNotEmpty();
                assertThatExceptionOfType(RunTooLarge.class)
                        .isThrownBy(() -> run(engine, network, lane, picture(network, 5)))
                        .satisfies(refusal -> assertThat(refusal.needed()).isEqualTo(2 * each));
            }
        }
    }

    @Test
    void unpinnedEntriesMakeRoomAndPinnedOnesStay() {
        Network network = Presets.first().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        long each = lane.network().nodes().stream().mapToLong(node -> lane.shapes().shape(node.id()).bytes()).sum();
        try (MemoEngine<Tensor> engine = new MemoEngine<>(new Bounded(2 * each))) {
            try (Activations shown = run(engine, network, lane, picture(network, 6))) {
                for (int seed = 7; seed < 12; seed++) {
                    run(engine, network, lane, picture(network, seed)).close();
                    assertThat(engine.bytesHeld()).isLessThanOrEqualTo(2 * each);
                }
                run(engine, network, lane, picture(network, 6)).close();
                assertThat(shown.tensor(network.outputs().getFirst().id()).values()).isNotEmpty();
                try (Activations again = run(engine, network, lane, picture(network, 6))) {
                    assertThat(again.computed()).isEmpty();
                }
            }
        }
    }

    @Test
    void aRunThatIsCalledOffLetsGoOfWhatItHeld() {
        Network network = Presets.first().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        long each = lane.network().nodes().stream().mapToLong(node -> lane.shapes().shape(node.id()).bytes()).sum();
        Weights weights = weights(network, lane);
        try (MemoEngine<Tensor> engine = new MemoEngine<>(new Bounded(each))) {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> engine.run(
                    new Pass(lane.shapes(), weights, picture(network, 8)), (done, of) -> done < of - 1));
            // Were anything still pinned, another picture's pass would not fit.
            run(engine, network, lane, picture(network, 9)).close();
        }
    }

    @Test
    void closedActivationsAreNotReadAndAClosedEngineDoesNotRun() {
        Network network = Presets.first().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        Engine engine = openNd4j();
        Activations activations = run(engine, network, lane, picture(network, 10));
        activations.close();
        assertThatIllegalStateException().isThrownBy(() -> activations.tensor(network.nodes().getFirst().id()));
        engine.close();
        assertThatIllegalStateException().isThrownBy(() -> run(engine, network, lane, picture(network, 10)));
    }

    @Test
    void severalThreadsReadWhileAnotherPassRuns() {
        Network network = Presets.first().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        NodeId last = network.outputs().getFirst().id();
        try (Engine engine = openNd4j(); Activations shown = run(engine, network, lane, picture(network, 11))) {
            float[] expected = shown.tensor(last).values();
            Stream<float[]> read = Stream.iterate(12, seed -> seed + 1).limit(40).parallel().map(seed -> {
                run(engine, network, lane, picture(network, seed)).close();
                return shown.tensor(last).values();
            });
            assertThat(read).allSatisfy(values -> assertThat(values).containsExactly(expected));
        }
    }

    private static Activations run(Engine engine, Network network, Lane lane, Tensor picture) {
        return engine.run(new Pass(lane.shapes(), weights(network, lane), picture), Progress.NONE);
    }

    private static Weights weights(Network network, Lane lane) {
        return new SeededWeights(Initialisation.of(network, 1)).of(lane);
    }

    private static Tensor picture(Network network, long seed) {
        Random random = new Random(seed);
        Shape shape = network.inputShape().orElseThrow();
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Tensor(shape, values);
    }
}
