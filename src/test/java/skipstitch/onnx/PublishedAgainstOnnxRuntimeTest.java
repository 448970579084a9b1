package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Fitting;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.LaneWeights;
import skipstitch.tensor.Tensor;

/** The published networks in every variant, as the app runs them, on inputs about as small as they allow. */
@Tag("long")
class PublishedAgainstOnnxRuntimeTest {
    private static final long SEED = 20261124;

    private static Engine engine;

    @BeforeAll
    static void open() throws EngineUnavailable {
        engine = Nd4jEngine.open();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static Stream<Preset> published() {
        return Presets.published().stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void allVariantsGiveWhatOnnxRuntimeGives(Preset preset) throws OrtException, Inexpressible {
        Network network = preset.network().withInputShape(small(preset));
        Tensor picture = Fitting.toTensor(BuiltInPicture.HOUSE.load(), small(preset));
        LaneWeights weights = new LaneWeights(network, SEED, engine);
        Set<Network> run = new HashSet<>();
        for (Variant variant : Variant.values()) {
            Lane lane = variant.of(network);
            if (run.add(lane.network())) {
                compare(new Pass(lane.shapes(), weights.of(lane, Progress.NONE), picture), tolerance(preset),
                        preset.name() + ", " + variant.word() + ", seed " + SEED);
            }
        }
    }

    private static void compare(Pass pass, double tolerance, String what) throws OrtException, Inexpressible {
        Network network = pass.shapes().network();
        try (OnnxOracle oracle = new OnnxOracle(pass.shapes(), pass.weights());
                Activations activations = engine.run(pass, Progress.NONE)) {
            Map<NodeId, Tensor> expected = oracle.run(pass.pictures().of(network.inputShape().orElseThrow()));
            assertThat(expected).as(what).hasSize(network.nodes().size());
            expected.forEach((id, tensor) ->
                    Agreement.check(activations.tensor(id), tensor, tolerance, what + ": " + id));
        }
    }

    /**
     * Rounding grows with each block that is added, smoothly and whoever computes: one ulp of the picture becomes 2e-4
     * at the end of 164 layers, and ONNX Runtime is itself 3e-4 from what double precision gives; at the end of 50,
     * 7e-5 (docs/decisions/0006).
     */
    private static double tolerance(Preset preset) {
        return switch (preset.name()) {
            case "preact-resnet-164" -> 2e-3;
            case "resnet-50", "fpn-resnet50" -> 4e-4;
            default -> 1e-4;
        };
    }

    private static Shape small(Preset preset) {
        Shape drawn = preset.network().inputShape().orElseThrow();
        return switch (preset.name()) {
            // 16b + 124, so that every pool halves evenly.
            case "unet-572" -> drawn.withSize(188, 188);
            // 32b + 84, for which the crops are those of 500.
            case "fcn-8s", "fcn-32s" -> drawn.withSize(84, 84);
            // Odd at the fourth pool, as 360 rows are.
            case "segnet" -> drawn.withSize(72, 96);
            case "squeezenet" -> drawn.withSize(95, 95);
            case "unet-plus-plus" -> drawn.withSize(32, 32);
            default -> drawn.height() > 64 ? drawn.withSize(96, 96) : drawn;
        };
    }
}
