package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.engine.plain.OneLayer.oneToNine;
import static skipstitch.engine.plain.OneLayer.tensor;
import static skipstitch.engine.plain.OneLayer.values;

import org.junit.jupiter.api.Test;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class MergingTest {
    private static final Tensor TENS = tensor(1, 3, 3, 10, 20, 30, 40, 50, 60, 70, 80, 90);

    @Test
    void addSumsPlaceByPlace() {
        assertThat(values(new Layer.Add(), oneToNine(), TENS, TENS))
                .containsExactly(21, 42, 63, 84, 105, 126, 147, 168, 189);
    }

    @Test
    void multiplyTakesTheProductPlaceByPlace() {
        assertThat(values(new Layer.Multiply(), oneToNine(), TENS))
                .containsExactly(10, 40, 90, 160, 250, 360, 490, 640, 810);
    }

    @Test
    void concatPutsChannelsOneAfterAnotherInOrder() {
        Tensor two = tensor(2, 1, 1, 3, 4);
        Tensor joined = OneLayer.compute(new Layer.Concat(), LayerWeights.NONE, tensor(1, 1, 1, 9), two);
        assertThat(joined.shape()).isEqualTo(new Shape(3, 1, 1));
        assertThat(joined.values()).containsExactly(9, 3, 4);
        assertThat(values(new Layer.Concat(), two, tensor(1, 1, 1, 9))).containsExactly(3, 4, 9);
    }

    @Test
    void theGateSpreadsOverAllChannels() {
        Tensor x = tensor(2, 1, 2, 1, 2, 3, 4);
        // Both channels times 10 at the left and 0.5 at the right
        assertThat(values(new Layer.Gate(), x, tensor(1, 1, 2, 10, 0.5))).containsExactly(10, 1, 30, 2);
    }
}
