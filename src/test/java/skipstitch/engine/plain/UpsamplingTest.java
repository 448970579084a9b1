package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static skipstitch.engine.plain.OneLayer.tensor;
import static skipstitch.engine.plain.OneLayer.values;

import org.junit.jupiter.api.Test;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Layer.Upsample;

class UpsamplingTest {

    @Test
    void theNearestRepeatsEachValue() {
        assertThat(values(new Upsample(2, Interpolation.NEAREST), tensor(1, 2, 2, 1, 2, 3, 4))).containsExactly(
                1, 1, 2, 2,
                1, 1, 2, 2,
                3, 3, 4, 4,
                3, 3, 4, 4);
    }

    @Test
    void bilinearMixesByTheDistanceOfCentres() {
        // Centres at −¼→0, ¼, ¾, 1¼→1 of the input: 0, 1, 3, 4 along the upper row, and 0, 2, 6, 8 more downwards
        assertThat(values(new Upsample(2, Interpolation.BILINEAR), tensor(1, 2, 2, 0, 4, 8, 12))).containsExactly(
                0, 1, 3, 4,
                2, 3, 5, 6,
                6, 7, 9, 10,
                8, 9, 11, 12);
    }

    @Test
    void bilinearByThreeHitsTheCentres() {
        // Centres at −⅓→0, 0, ⅓, ⅔, 1, 1⅓→1
        assertThat(values(new Upsample(3, Interpolation.BILINEAR), tensor(1, 1, 2, 0, 3)))
                .containsExactly(new float[] {0, 0, 1, 2, 3, 3, 0, 0, 1, 2, 3, 3, 0, 0, 1, 2, 3, 3}, within(1e-6f));
    }
}
