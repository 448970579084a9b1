package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Moments;
import skipstitch.tensor.Tensor;

/** Passes that keep only what is still to be read, and compute the rest again when it is asked for. */
class SparingRunsTest {

    static Stream<Network> networks() {
        return Stream.concat(Presets.all().stream(), Stream.of(Presets.find("mini-segnet").orElseThrow()))
                .map(Preset::network);
    }

    private static Pass pass(Network network, Variant variant) {
        Lane lane = variant.of(network);
        Interventions halved = network.skipMerges().stream().findFirst()
                .map(merge -> Interventions.none().with(new Edge(merge.id(), 0), new Volume(0.5f)))
                .orElse(Interventions.none());
        return new Pass(lane.shapes(), new SeededWeights(Initialisation.of(network, 1)).of(lane),
                Pictures.only(Kernels.picture(network, 4)), halved.in(lane));
    }

    private static List<Pass> lanes(Network network) {
        return List.of(pass(network, Variant.ADD), pass(network, Variant.CONCAT));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void inAsLittleMemoryAsWasSaidEveryTensorIsWhatItIsWithAllKept(Network network) {
        List<Pass> passes = lanes(network);
        try (Engine roomy = PlainEngine.open()) {
            Footprint little = roomy.footprint(passes, Retention.WHAT_IS_TO_BE_READ);
            Footprint all = roomy.footprint(passes, Retention.ALL);
            assertThat(little.needed()).isLessThan(all.needed());
            try (MemoEngine<Tensor> cramped = new MemoEngine<>(new Bounded(little.needed()))) {
                assertThatExceptionOfType(RunTooLarge.class).isThrownBy(() -> cramped.begin(passes, Retention.ALL));
                List<Activations> sparing = cramped.begin(passes, Retention.WHAT_IS_TO_BE_READ).finish(Progress.NONE);
                for (int lane = 0; lane < passes.size(); lane++) {
                    Pass pass = passes.get(lane);
                    try (Activations kept = roomy.run(pass, Progress.NONE)) {
                        for (Node node : pass.shapes().order()) {
                            assertThat(sparing.get(lane).has(node.id())).as("%s", node.id()).isTrue();
                            assertThat(sparing.get(lane).tensor(node.id())).as("%s", node.id())
                                    .satisfies(tensor -> assertThat(tensor.values())
                                            .containsExactly(kept.tensor(node.id()).values()));
                            for (int inlet = 0; inlet < node.inlets().size(); inlet++) {
                                Edge edge = new Edge(node.id(), inlet);
                                assertThat(sparing.get(lane).on(edge).values()).as("into %s", edge)
                                        .containsExactly(kept.on(edge).values());
                            }
                            assertThat(cramped.bytesHeld()).isLessThanOrEqualTo(little.needed());
                        }
                    }
                }
                sparing.forEach(Activations::close);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void lanesSideBySideFindWhatEachFindsAlone(Network network) {
        List<Pass> passes = lanes(network);
        try (Engine one = PlainEngine.open(); Engine other = PlainEngine.open()) {
            List<Activations> together = one.begin(passes, Retention.ALL).finish(Progress.NONE);
            for (int lane = 0; lane < passes.size(); lane++) {
                try (Activations alone = other.run(passes.get(lane), Progress.NONE)) {
                    for (Node node : passes.get(lane).shapes().order()) {
                        assertThat(together.get(lane).tensor(node.id()).values()).as("%s", node.id())
                                .containsExactly(alone.tensor(node.id()).values());
                    }
                }
            }
            together.forEach(Activations::close);
        }
    }

    @Test
    void aChannelAndItsMomentsAreReadInPlaceAsFromTheWholeTensor() throws EngineUnavailable {
        Network network = Presets.find("mini-unet").orElseThrow().network();
        Pass pass = pass(network, Variant.CONCAT);
        try (Engine engine = Nd4jEngine.open(); Activations ran = engine.run(pass, Progress.NONE)) {
            for (Node node : pass.shapes().order()) {
                Tensor tensor = ran.tensor(node.id());
                int last = tensor.shape().channels() - 1;
                assertThat(ran.map(node.id(), last).values()).as("%s", node.id())
                        .containsExactly(tensor.map(last).values());
                for (int step : new int[] {1, 7}) {
                    Moments moments = ran.moments(node.id(), step);
                    Moments expected = Moments.of(tensor, step);
                    assertThat(moments.pixels()).isEqualTo(expected.pixels());
                    assertThat(moments.sums()).as("%s", node.id()).containsExactly(expected.sums());
                    assertThat(moments.squares()).as("%s", node.id()).containsExactly(expected.squares());
                }
            }
        }
    }
}
