package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static skipstitch.engine.plain.OneLayer.tensor;
import static skipstitch.engine.plain.OneLayer.values;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Layer;
import skipstitch.tensor.Tensor;

class ActivationTest {
    private static final Tensor NINE = tensor(1, 3, 3, -8, -2, -1, 0, 1, 2, 6, 7, 8);

    @Test
    void reluCutsBelowZero() {
        assertThat(values(new Layer.Relu(), NINE)).containsExactly(0, 0, 0, 0, 1, 2, 6, 7, 8);
    }

    @Test
    void relu6CutsAboveSixToo() {
        assertThat(values(new Layer.Relu6(), NINE)).containsExactly(0, 0, 0, 0, 1, 2, 6, 6, 6);
    }

    @Test
    void leakyReluLetsAShareThrough() {
        assertThat(values(new Layer.LeakyRelu(0.25f), NINE)).containsExactly(-2, -0.5f, -0.25f, 0, 1, 2, 6, 7, 8);
    }

    @Test
    void sigmoidGoesFromZeroOverAHalfToOne() {
        // x = ln 3: e^−x = ⅓, 1/(1+⅓) = ¾, and its opposite ¼
        assertThat(values(new Layer.Sigmoid(), tensor(1, 1, 5, -1000, -Math.log(3), 0, Math.log(3), 1000)))
                .containsExactly(new float[] {0, 0.25f, 0.5f, 0.75f, 1}, within(1e-6f));
    }

    @Test
    void softmaxSharesOutOneAtEachPosition() {
        // Position 0: e^0 : e^ln3 = 1 : 3. Position 1: equal. The large ones must not overflow.
        assertThat(values(new Layer.Softmax(), tensor(2, 1, 3, 0, 5, 1000, Math.log(3), 5, -1000)))
                .containsExactly(new float[] {0.25f, 0.5f, 1, 0.75f, 0.5f, 0}, within(1e-6f));
    }

    @Test
    void scaleMultiplies() {
        assertThat(values(new Layer.Scale(-0.5f), NINE)).containsExactly(4, 1, 0.5f, -0.0f, -0.5f, -1, -3, -3.5f, -4);
    }

    @ParameterizedTest
    @MethodSource("onEachValue")
    void notANumberStaysSo(Layer layer) {
        assertThat(values(layer, tensor(1, 1, 1, Double.NaN))).containsExactly(Float.NaN);
    }

    static Stream<Layer> onEachValue() {
        return Stream.of(new Layer.Relu(), new Layer.Relu6(), new Layer.LeakyRelu(0.1f), new Layer.Sigmoid(),
                new Layer.Softmax(), new Layer.Scale(2));
    }
}
