package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Fitting;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.files.onnx.Returned;
import skipstitch.files.onnx.reading.ModelFile;
import skipstitch.files.onnx.reading.ReadModel;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.LaneWeights;

/** Exported and imported again, a network is what it was: nodes, groups, layers, roles and every weight to the bit. */
class RoundTripTest {
    private static final long SEED = 20261125;

    @TempDir
    Path folder;

    static Stream<Preset> small() {
        return Presets.all().stream();
    }

    static Stream<Preset> published() {
        return Presets.published().stream();
    }

    @ParameterizedTest
    @MethodSource("small")
    void everyVariantOfASmallNetworkComesBackAndGivesTheSameNumbers(Preset preset) throws Exception {
        Network network = preset.network();
        try (Engine engine = PlainEngine.open()) {
            LaneWeights weights = new LaneWeights(network, SEED, engine);
            for (Variant variant : Variant.values()) {
                Lane lane = variant.of(network);
                Weights before = weights.of(lane, Progress.NONE);
                ReadModel read = comesBack(lane, before, preset.name() + ", " + variant.word());
                Lane again = Variant.AS_DRAWN.of(read.network());
                Weights after = new LaneWeights(read.network(), 1, read.given(), engine).of(again, Progress.NONE);
                same(engine, lane, before, again, after);
            }
        }
    }

    private static void same(Engine engine, Lane lane, Weights before, Lane again, Weights after) {
        Pictures picture = input -> Fitting.toTensor(BuiltInPicture.HOUSE.load(), input);
        try (Activations first = engine.run(new Pass(lane.shapes(), before, picture), Progress.NONE);
                Activations second = engine.run(new Pass(again.shapes(), after, picture), Progress.NONE)) {
            for (Node node : lane.network().nodes()) {
                assertThat(second.tensor(node.id()).values()).as(node.id().value())
                        .containsExactly(first.tensor(node.id()).values());
            }
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("published")
    void everyVariantOfAPublishedNetworkComesBack(Preset preset) throws Exception {
        comesBack(preset);
    }

    private void comesBack(Preset preset) throws Exception {
        Network network = preset.network();
        SeededWeights seeded = new SeededWeights(Initialisation.of(network, SEED));
        Set<Network> done = new HashSet<>();
        for (Variant variant : Variant.values()) {
            Lane lane = variant.of(network);
            if (done.add(lane.network())) {
                comesBack(lane, seeded.of(lane), preset.name() + ", " + variant.word());
            }
        }
    }

    private ReadModel comesBack(Lane lane, Weights weights, String what) throws Exception {
        Path file = folder.resolve("model.onnx");
        OnnxModel.of(lane, weights, Returned.ALL).write(file);
        ReadModel read = ModelFile.read(file);
        assertThat(read.problems()).as(what).isEmpty();
        assertThat(read.remarks()).as(what).isEmpty();
        assertThat(read.network().name()).isEqualTo(lane.network().name());
        List<Node> expected = bare(lane.shapes().order());
        List<Node> actual = bare(read.network().topological());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as(what).isEqualTo(expected.get(i));
        }
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (Node node : lane.network().nodes()) {
            LayerWeights own = weights.of(node.id());
            if (!(own instanceof LayerWeights.None)) {
                assertThat(read.given().byNode().get(node.id()).weights().key()).as(what + ": " + node.id())
                        .isEqualTo(own.key());
            }
        }
        return read;
    }

    /** Without names, of which a model says nothing. */
    private static List<Node> bare(List<Node> nodes) {
        return nodes.stream().map(node -> new Node(node.id(), "", node.group(), node.layer(), node.inlets())).toList();
    }
}
