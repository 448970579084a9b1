package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static skipstitch.engine.plain.OneLayer.oneToNine;
import static skipstitch.engine.plain.OneLayer.tensor;
import static skipstitch.engine.plain.OneLayer.values;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import skipstitch.network.Layer.AveragePool;
import skipstitch.network.Layer.GlobalAveragePool;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Shape;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

class PoolingTest {

    @Test
    void theLargestOfEachWindowStays() {
        assertThat(values(new MaxPool(Window.of(2), false), oneToNine())).containsExactly(5, 6, 8, 9);
    }

    @Test
    void paddingIsNeverTheMaximum() {
        Tensor negative = tensor(1, 3, 3, -1, -2, -3, -4, -5, -6, -7, -8, -9);
        assertThat(values(new MaxPool(Window.same(3).strided(2), false), negative)).containsExactly(-1, -2, -4, -5);
    }

    @Test
    void ceilModeCountsTheLastPartialWindow() {
        Window halving = Window.of(2).strided(2);
        assertThat(values(new MaxPool(halving, false), oneToNine())).containsExactly(5);
        assertThat(values(new MaxPool(halving, true), oneToNine())).containsExactly(5, 6, 8, 9);
    }

    @Test
    void aDilatedPoolLooksAtItsTapsOnly() {
        // The corners 1, 3, 7, 9; the 100 in the middle is not looked at
        Tensor middle = tensor(1, 3, 3, 1, 2, 3, 4, 100, 6, 7, 8, 9);
        assertThat(values(new MaxPool(Window.of(2).dilated(2), false), middle)).containsExactly(9);
    }

    @Test
    void notANumberIsTheMaximum() {
        Tensor broken = tensor(1, 2, 2, 1, Float.NaN, 3, Float.POSITIVE_INFINITY);
        assertThat(values(MaxPool.halve(), broken)).containsExactly(Float.NaN);
    }

    @Test
    void theMaximumOfMinusInfinitiesIsMinusInfinity() {
        double low = Double.NEGATIVE_INFINITY;
        assertThat(values(MaxPool.halve(), tensor(1, 2, 2, low, low, low, low)))
                .containsExactly(Float.NEGATIVE_INFINITY);
    }

    @Test
    void theMeanOfAPartialWindowIsOfWhatItHas() {
        // (1+2+4+5)/4, (3+6)/2, (7+8)/2, 9/1, whether padding counts or not: there is none
        for (boolean countPadding : new boolean[] {true, false}) {
            assertThat(values(new AveragePool(Window.of(2).strided(2), true, countPadding), oneToNine()))
                    .containsExactly(3, 4.5f, 7.5f, 9);
        }
    }

    @Test
    void paddingCountsOnlyIfAsked() {
        Window window = Window.same(3).strided(2);
        // Sums 12, 16, 24, 28 of four values in windows of nine
        assertThat(values(new AveragePool(window, false, false), oneToNine())).containsExactly(3, 4, 6, 7);
        assertThat(values(new AveragePool(window, false, true), oneToNine()))
                .containsExactly(new float[] {12 / 9f, 16 / 9f, 24 / 9f, 28 / 9f}, within(1e-6f));
    }

    @Test
    void countedPaddingEndsWhereThePaddingEnds() {
        float[] full = new float[16];
        Arrays.fill(full, 36);
        AveragePool pool = new AveragePool(Window.same(3).strided(2), true, true);
        // Along an axis the windows have 2 of 3, 3 of 3, and 1 of 2 taps inside: the last one's third tap is beyond
        // the padding. So 36 times (2/3, 1, 1/2) × (2/3, 1, 1/2).
        assertThat(values(pool, new Tensor(new Shape(1, 4, 4), full)))
                .containsExactly(new float[] {16, 24, 12, 24, 36, 18, 12, 18, 9}, within(1e-5f));
    }

    @Test
    void theGlobalMeanIsOfEachChannelApart() {
        Tensor x = tensor(2, 1, 3, 1, 2, 6, -3, 0, 0);
        // (1+2+6)/3 = 3 and −3/3 = −1
        assertThat(values(new GlobalAveragePool(), x)).containsExactly(3, -1);
        // 45/9
        assertThat(values(new GlobalAveragePool(), oneToNine())).containsExactly(5);
    }
}
