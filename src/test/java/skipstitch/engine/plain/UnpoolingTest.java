package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.engine.plain.OneLayer.tensor;
import static skipstitch.engine.plain.OneLayer.unpool;

import org.junit.jupiter.api.Test;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

class UnpoolingTest {

    @Test
    void valuesGoBackToWhereTheMaximaStood() {
        Tensor pooled = tensor(1, 2, 4, 1, 2, 8, 7, 3, 0, 6, 5);
        // Maxima: 3 at (1, 0) and 8 at (0, 2)
        assertThat(unpool(MaxPool.halve(), tensor(1, 1, 2, 10, 20), pooled).values())
                .containsExactly(0, 0, 20, 0, 10, 0, 0, 0);
    }

    @Test
    void ofEqualMaximaTheFirstCounts() {
        Tensor zeros = tensor(1, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(unpool(new MaxPool(Window.of(2), false), tensor(1, 2, 2, 1, 2, 3, 4), zeros).values())
                .containsExactly(1, 2, 0, 3, 4, 0, 0, 0, 0);
    }

    @Test
    void whereWindowsShareAMaximumTheLastWins() {
        Tensor peak = tensor(1, 3, 3, 0, 0, 0, 0, 9, 0, 0, 0, 0);
        assertThat(unpool(new MaxPool(Window.of(2), false), tensor(1, 2, 2, 1, 2, 3, 4), peak).values())
                .containsExactly(0, 0, 0, 0, 4, 0, 0, 0, 0);
    }

    @Test
    void channelsKeepTheirOwnPlaces() {
        Tensor pooled = tensor(2, 2, 2, 1, 0, 0, 0, 0, 0, 0, 1);
        assertThat(unpool(MaxPool.halve(), tensor(2, 1, 1, 5, 6), pooled).values())
                .containsExactly(5, 0, 0, 0, 0, 0, 0, 6);
    }

    @Test
    void aPartialWindowIsUndoneToo() {
        Tensor pooled = OneLayer.oneToNine();
        MaxPool ceil = new MaxPool(Window.of(2).strided(2), true);
        // Maxima 5, 6, 8, 9 where they stand
        assertThat(unpool(ceil, tensor(1, 2, 2, 1, 2, 3, 4), pooled).values())
                .containsExactly(0, 0, 0, 0, 1, 2, 0, 3, 4);
    }
}
