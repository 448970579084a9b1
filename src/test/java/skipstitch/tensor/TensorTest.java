package skipstitch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import skipstitch.network.Shape;

class TensorTest {
    private static final float NAN = Float.NaN;
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    private static Tensor tensor(Shape shape, float... values) {
        return new Tensor(shape, values);
    }

    @Test
    void isReadChannelByChannelRowByRow() {
        Tensor tensor = tensor(new Shape(2, 2, 3), 0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112);
        for (int c = 0; c < 2; c++) {
            for (int y = 0; y < 2; y++) {
                for (int x = 0; x < 3; x++) {
                    assertThat(tensor.at(c, y, x)).isEqualTo(100 * c + 10 * y + x);
                }
            }
        }
    }

    @Test
    void wantsAsManyValuesAsItsShapeHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> tensor(new Shape(1, 2, 2), 1, 2, 3))
                .withMessage("1×2×2 has 4 elements, not 3");
    }

    @Test
    void spansItsFiniteValuesAndCountsTheOthers() {
        Tensor tensor = tensor(new Shape(2, 1, 4), 3, NAN, -2, INFINITY, NAN, -INFINITY, 7, 7);
        assertThat(tensor.extent()).isEqualTo(new Extent(-2, 7, 2, 2));
        assertThat(tensor.extent(0)).isEqualTo(new Extent(-2, 3, 1, 1));
        assertThat(tensor.extent(1)).isEqualTo(new Extent(7, 7, 1, 1));
        assertThat(tensor.extent(0).union(tensor.extent(1))).isEqualTo(tensor.extent());
        assertThat(tensor.extent().isSigned()).isTrue();
        assertThat(tensor.extent(1).isSigned()).isFalse();
    }

    @Test
    void spansNothingWhereNothingIsFinite() {
        Extent none = tensor(new Shape(1, 1, 2), NAN, INFINITY).extent();
        assertThat(none).isEqualTo(new Extent(0, 0, 1, 1));
        assertThat(ColourScale.of(none).argb(NAN)).isEqualTo(ColourMap.NAN_ARGB);
    }

    @Test
    void theThumbnailIsTheChannelThatVariesMost() {
        Tensor tensor = tensor(new Shape(3, 1, 3), 9, 9, 9, 1, 2, 3, 100, 101, 100);
        assertThat(Thumbnail.channel(List.of(Moments.of(tensor)))).isEqualTo(1);
    }

    @Test
    void theThumbnailIsSeenInEveryLane() {
        Tensor one = tensor(new Shape(3, 1, 2), 0, 10, 0, 6, 0, 1);
        Tensor other = tensor(new Shape(4, 1, 2), 5, 5, 0, 3, 0, 4, 0, 90);
        assertThat(Thumbnail.channel(List.of(Moments.of(one), Moments.of(other)))).as("channel 0 is constant in the other lane").isEqualTo(1);
    }

    @Test
    void theThumbnailIsTheFirstOfEqualsAndNeverTheOneThatIsNoNumber() {
        assertThat(Thumbnail.channel(List.of(Moments.of(Tensor.zeros(new Shape(4, 2, 2)))))).isZero();
        Tensor odd = tensor(new Shape(3, 1, 2), NAN, 1, INFINITY, 0, 0, 1e-3f);
        assertThat(Thumbnail.channel(List.of(Moments.of(odd)))).isEqualTo(2);
    }
}
