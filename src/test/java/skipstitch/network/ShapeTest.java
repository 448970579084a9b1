package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    @Test
    void countsItsElementsAndBytes() {
        Shape shape = new Shape(64, 56, 56);
        assertThat(shape.elements()).isEqualTo(200_704);
        assertThat(shape.bytes()).isEqualTo(802_816);
        assertThat(shape.area()).isEqualTo(3136);
        assertThat(new Shape(1, 1, Integer.MAX_VALUE).bytes()).isEqualTo(4L * Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3x32x16", "3×32×16", "3X32X16", " 3 x 32 x 16 ", "3,32,16", "3*32*16"})
    void readsWhatAPersonTypes(String text) {
        assertThat(Shape.parse(text)).isEqualTo(new Shape(3, 32, 16));
    }

    @Test
    void readsWhatItWrites() {
        Shape shape = new Shape(8, 31, 7);
        assertThat(shape).hasToString("8×31×7");
        assertThat(Shape.parse(shape.toString())).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "32", "32x32", "3x32x32x1", "3x-1x5", "3x3.5x3", "axbxc", "99999999999x1x1"})
    void saysHowAShapeIsWritten(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.parse(text))
                .withMessageContaining("like 3x32x32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x32x32", "3x0x32", "3x32x0"})
    void refusesSizesBelowOne(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.parse(text)).withMessageContaining("at least 1");
    }

    @Test
    void refusesMoreElementsThanAnArrayCanHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Shape(1, 65_536, 32_768)).withMessageContaining("2³¹−1");
        assertThat(new Shape(1, 65_535, 32_768).elements()).isEqualTo(2_147_450_880);
    }

    @Test
    void neverTakesAnOverflowForASmallTensor() {
        Random random = new Random(15);
        for (int i = 0; i < 100_000; i++) {
            long channels = magnitude(random);
            long height = magnitude(random);
            long width = magnitude(random);
            boolean small = BigInteger.valueOf(channels).multiply(BigInteger.valueOf(height))
                    .multiply(BigInteger.valueOf(width)).compareTo(BigInteger.valueOf(Shape.MOST_ELEMENTS)) <= 0;
            assertThat(Shape.isAddressable(channels, height, width))
                    .as("seed 15: %d×%d×%d", channels, height, width).isEqualTo(small);
        }
    }

    private static long magnitude(Random random) {
        return 1 + (random.nextLong() >>> 1 + random.nextInt(63)) % Long.MAX_VALUE;
    }
}
