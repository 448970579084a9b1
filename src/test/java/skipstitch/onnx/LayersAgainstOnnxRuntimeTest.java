package skipstitch.onnx;

import ai.onnxruntime.OrtException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.tensor.Tensor;

class LayersAgainstOnnxRuntimeTest {
    private static final int CASES = 50;

    @ParameterizedTest
    @MethodSource("kinds")
    void thePlainEngineComputesWhatOnnxRuntimeComputes(Class<?> kind) throws OrtException, Inexpressible {
        try (Engine engine = PlainEngine.open()) {
            for (long seed = 0; seed < CASES; seed++) {
                Pass pass = RandomNetwork.around(kind, seed);
                compare(engine, pass, "seed " + seed + ", " + pass.shapes().network());
            }
        }
    }

    private static void compare(Engine engine, Pass pass, String what) throws OrtException, Inexpressible {
        try (OnnxOracle oracle = new OnnxOracle(pass.shapes(), pass.weights());
                Activations activations = engine.run(pass, Progress.NONE)) {
            for (Map.Entry<NodeId, Tensor> expected : oracle.run(pass.pictures().of(pass.shapes().network().inputShape().orElseThrow())).entrySet()) {
                Agreement.check(activations.tensor(expected.getKey()), expected.getValue(),
                        what + ": " + expected.getKey());
            }
        } catch (OrtException refused) {
            throw new AssertionError(what, refused);
        }
    }

    static Stream<Class<?>> kinds() {
        return Stream.concat(Stream.of(Layer.class.getPermittedSubclasses()),
                        Stream.of(Layer.Merge.class.getPermittedSubclasses()))
                .filter(kind -> kind.isRecord() && kind != Layer.Input.class);
    }
}
