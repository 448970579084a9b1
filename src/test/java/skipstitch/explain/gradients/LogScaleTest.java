package skipstitch.explain.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogScaleTest {

    @Test
    void holdsAllThatIsNotZeroInWholePowersOfTen() {
        LogScale scale = LogScale.of(List.of(0.0, 0.003, 2.5, Double.NaN, Double.POSITIVE_INFINITY));

        assertThat(scale).isEqualTo(new LogScale(-3, 1));
        assertThat(scale.share(0.001)).isZero();
        assertThat(scale.share(10)).isEqualTo(1);
        assertThat(scale.share(0.1)).isEqualTo(0.5);
        assertThat(scale.share(0)).isZero();
    }

    @Test
    void hasRoomForOneLengthAndForNone() {
        assertThat(LogScale.of(List.of(0.1))).isEqualTo(new LogScale(-2, -1));
        assertThat(LogScale.of(List.of())).isEqualTo(new LogScale(-1, 0));
    }

    @Test
    void leavesOutWhatIsTwelvePowersBelowTheLargest() {
        assertThat(LogScale.of(List.of(1e-30, 1.0))).isEqualTo(new LogScale(-12, 0));
    }

    @Test
    void namesItsEndsAndAFewBetween() {
        assertThat(new LogScale(-3, 1).marks()).containsExactly(-3, -1, 1);
        assertThat(new LogScale(-12, 0).marks()).containsExactly(-12, -8, -4, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.0123, 0.012", "0.234, 0.23", "3.456, 3.5", "123.4, 123", "0.00021, 2.1e−4",
        "98765, 9.9e4", "1e-30, 1.0e−30", "NaN, NaN", "Infinity, ∞"})
    void writesTwoDigits(double length, String words) {
        assertThat(LogScale.words(length)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"-2, 0.01", "0, 1", "3, 1000", "-7, 10⁻⁷", "12, 10¹²"})
    void writesPowers(int exponent, String words) {
        assertThat(LogScale.power(exponent)).isEqualTo(words);
    }
}
