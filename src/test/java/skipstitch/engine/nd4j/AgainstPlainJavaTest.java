package skipstitch.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.LayerCases;
import skipstitch.engine.plain.PlainBackend;
import skipstitch.network.Layer;
import skipstitch.tensor.Tensor;

class AgainstPlainJavaTest {
    private static final int CASES = 1000;
    private static final double TOLERANCE = 1e-5;

    private static Nd4jBackend nd4j;
    private final PlainBackend plain = new PlainBackend();

    @BeforeAll
    static void open() {
        nd4j = Nd4jBackend.load(Long.MAX_VALUE);
    }

    @AfterAll
    static void close() {
        nd4j.close();
    }

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void computesAsPlainJavaDoes(Class<?> kind) {
        for (int seed = 0; seed < CASES; seed++) {
            LayerCases.Case drawn = new LayerCases(seed).draw(kind);
            Tensor expected = drawn.computedBy(plain);
            Tensor actual = drawn.computedBy(nd4j);
            // Sums of both signs cancel, so rounding is measured by what they would be without their signs.
            double magnitude = Math.max(magnitude(expected), magnitude(drawn.withoutSigns().computedBy(plain)));
            for (int i = 0; i < expected.values().length; i++) {
                float wanted = expected.values()[i];
                float got = actual.values()[i];
                if (wanted != got && !(Math.abs(wanted - got) <= TOLERANCE * magnitude)) {
                    assertThat(got).as("seed %d, value %d of %s", seed, i, drawn).isEqualTo(wanted);
                }
            }
        }
    }

    private static double magnitude(Tensor tensor) {
        return Math.max(Math.abs(tensor.extent().min()), Math.abs(tensor.extent().max()));
    }
}
