package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.Activations;
import skipstitch.engine.Calibration;
import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

class PresetsAgainstOnnxRuntimeTest {
    private static final long SEED = 20261123;

    private static Engine nd4j;
    private static Engine plain;

    @BeforeAll
    static void open() throws EngineUnavailable {
        nd4j = Nd4jEngine.open();
        plain = PlainEngine.open();
    }

    @AfterAll
    static void close() {
        nd4j.close();
        plain.close();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void allVariantsOnNd4jGiveWhatOnnxRuntimeGives(Preset preset) throws OrtException, Inexpressible {
        allVariants(nd4j, preset);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void allVariantsInPlainJavaGiveWhatOnnxRuntimeGives(Preset preset) throws OrtException, Inexpressible {
        allVariants(plain, preset);
    }

    private static void allVariants(Engine engine, Preset preset) throws OrtException, Inexpressible {
        Network network = preset.network();
        Tensor picture = noise(network.inputShape().orElseThrow());
        SeededWeights seeded = new SeededWeights(Initialisation.of(network, SEED));
        Calibration calibration = new Calibration(engine, List.of(Pictures.only(picture)));
        for (Variant variant : Variant.values()) {
            Lane lane = variant.of(network);
            Weights weights = calibration.calibrate(lane, seeded.of(lane), Progress.NONE);
            Pass pass = new Pass(lane.shapes(), weights, picture);
            compare(engine, pass, engine.name() + ", " + preset.name() + ", " + variant.word() + ", seed " + SEED);
        }
    }

    private static void compare(Engine engine, Pass pass, String what) throws OrtException, Inexpressible {
        try (OnnxOracle oracle = new OnnxOracle(pass.shapes(), pass.weights());
                Activations activations = engine.run(pass, Progress.NONE)) {
            Map<NodeId, Tensor> expected = oracle.run(pass.pictures().of(pass.shapes().network().inputShape().orElseThrow()));
            assertThat(expected).as(what).hasSize(pass.shapes().network().nodes().size());
            expected.forEach((id, tensor) -> Agreement.check(activations.tensor(id), tensor, what + ": " + id));
        }
    }

    private static Tensor noise(Shape shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Tensor(shape, values);
    }

    static Stream<Preset> presets() {
        return Presets.all().stream();
    }
}
