package skipstitch.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class Nd4jEngineTest {
    private static final Nd4jEngine.Loading LOADING = () -> Nd4jBackend.load(Long.MAX_VALUE);

    @Test
    void opensAndSaysWhatComputes() throws EngineUnavailable {
        try (Engine engine = Nd4jEngine.open()) {
            assertThat(engine.name()).isEqualTo("ND4J 1.0.0-M2.1 (oneDNN)");
        }
    }

    @Test
    void isUnavailableWhereAnAnswerIsWrongAndNamesTheFamily() {
        Shape pixel = Shape.vector(1);
        KnownAnswers.Answer wrong = KnownAnswers.answer("activation", new Layer.Relu(), LayerWeights.NONE,
                new Tensor(pixel, new float[] {2}), pixel, 3);
        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(() -> Nd4jEngine.open(LOADING, List.of(KnownAnswers.ALL.getFirst(), wrong)))
                .withMessageContaining("wrongly").withMessageContaining("(activation)")
                .withMessageContaining("OPENBLAS_CORETYPE");
    }

    @Test
    void isUnavailableWhereAnOperationRefuses() {
        Shape pixel = Shape.vector(1);
        KnownAnswers.Answer refused = KnownAnswers.answer("convolution", Layer.Conv.same(1, 3),
                LayerWeights.Kernels.of(new float[1], new float[0]), new Tensor(pixel, new float[] {2}), pixel, 2);
        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(() -> Nd4jEngine.open(LOADING, List.of(refused))).withMessageContaining("(convolution)");
    }

    @Test
    void aNumberThatIsNoneIsAWrongAnswer() {
        Shape pixel = Shape.vector(1);
        KnownAnswers.Answer none = KnownAnswers.answer("activation", new Layer.Relu(), LayerWeights.NONE,
                new Tensor(pixel, new float[] {Float.NaN}), pixel, 3);
        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(() -> Nd4jEngine.open(LOADING, List.of(none)));
    }

    @Test
    void isUnavailableWhereTheNativeLibraryIsMissingAndSaysSo() {
        List<Error> failures = List.of(new UnsatisfiedLinkError("no jnind4jcpu in java.library.path"),
                new NoClassDefFoundError("Could not initialize class org.nd4j.linalg.factory.Nd4j"),
                new ExceptionInInitializerError(new IllegalStateException("no backend")));
        for (Error failure : failures) {
            assertThatExceptionOfType(EngineUnavailable.class)
                    .isThrownBy(() -> Nd4jEngine.open(() -> {
                        throw failure;
                    }, KnownAnswers.ALL))
                    .withMessageContaining("could not be loaded").withCause(failure);
        }
    }

    @Test
    void everyLayerOfNativeOperationsHasAKnownAnswer() {
        assertThat(KnownAnswers.ALL).extracting(KnownAnswers.Answer::family).contains("convolution",
                "transposed convolution", "max pool", "average pool", "mean", "matrix product", "batch norm", "add",
                "multiply", "concat", "softmax", "resize", "activation");
    }

    @Test
    void nativeLibrariesAreUnpackedIntoTheCacheFolderElseTheTemporaryOne() {
        assertThat(NativeSettings.cacheFolders(Map.of("XDG_CACHE_HOME", "/cache"), "/tmp", "ada"))
                .map(folder -> folder.toString().replace('\\', '/'))
                .containsExactly("/cache/skipstitch/native", "/tmp/skipstitch-ada/native");
        assertThat(NativeSettings.cacheFolders(Map.of(), "/tmp", "ada")).hasSize(1);
    }
}
