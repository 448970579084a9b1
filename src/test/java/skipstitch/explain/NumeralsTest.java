package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({"0, 0.00", "-0.18, −0.18", "0.625, 0.63", "-0.004, −4.00e−03", "9999.99, 9999.99", "10000, 1.00e+04",
        "-1e-30, −1.00e−30", "NaN, NaN", "Infinity, +∞", "-Infinity, −∞", "-0.0, 0.00"})
    void aValueHasTwoDecimals(float value, String written) {
        assertThat(Numerals.value(value)).isEqualTo(written);
    }

    @Test
    void fixedDecimalsAreTheValuesRoundedHalfUp() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
            int decimals = random.nextInt(5);
            String rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
            String expected = new BigDecimal(rounded).signum() == 0 ? rounded.replace("-", "") : rounded.replace('-', '−');
            assertThat(Numerals.fixed(value, decimals)).as("%s to %s decimals", value, decimals).isEqualTo(expected);
        }
    }

    @Test
    void countsAndSettings() {
        assertThat(Numerals.count(1_152)).isEqualTo("1,152");
        assertThat(Numerals.count(1, "row")).isEqualTo("1 row");
        assertThat(Numerals.count(2_048, "channel")).isEqualTo("2,048 channels");
        assertThat(Numerals.setting(-0.1f)).isEqualTo("−0.1");
        assertThat(Numerals.setting(2)).isEqualTo("2");
    }
}
