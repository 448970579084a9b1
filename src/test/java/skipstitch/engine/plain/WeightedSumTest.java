package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static skipstitch.engine.plain.OneLayer.tensor;

import org.junit.jupiter.api.Test;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;

class WeightedSumTest {

    @Test
    void batchNormMovesEachChannelByItsOwnStatistics() {
        LayerWeights norm = LayerWeights.Norm.of(new float[] {2, 3}, new float[] {10, 20}, new float[] {1, 5},
                new float[] {3, 15});
        // ε = 1: 2·(x−1)/√4 + 10 = x + 9 and 3·(x−5)/√16 + 20 = ¾·(x−5) + 20
        assertThat(OneLayer.compute(new Layer.BatchNorm(1), norm, tensor(2, 1, 2, 1, 3, 5, 9)).values())
                .containsExactly(new float[] {10, 12, 20, 23}, within(1e-5f));
    }

    @Test
    void linearWeighsTheWholeVector() {
        LayerWeights weights = LayerWeights.Kernels.of(new float[] {1, 2, 3, -1, 0, 1}, new float[] {0.5f, -0.5f});
        // 1·4+2·5+3·6 = 32 and −4+6 = 2
        assertThat(OneLayer.compute(new Layer.Linear(2, true), weights, tensor(3, 1, 1, 4, 5, 6)).values())
                .containsExactly(32.5f, 1.5f);
        assertThat(OneLayer.compute(new Layer.Linear(2, false), weights, tensor(3, 1, 1, 4, 5, 6)).values())
                .containsExactly(32, 2);
    }

    @Test
    void weightsOfAnotherKindAreRefusedByName() {
        assertThatThrownBy(() -> OneLayer.compute(new Layer.Linear(2, true), LayerWeights.NONE, tensor(1, 1, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Linear (layer) needs Kernels, but its weights are None");
    }
}
