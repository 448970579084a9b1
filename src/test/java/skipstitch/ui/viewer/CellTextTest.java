package skipstitch.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellTextTest {

    @Test
    void takesTheDigitsThatThereIsRoomFor() {
        assertThat(write(10, 0.444f, -0.187f, 0, 12.345f, 12_345.6f, 0.0041f, Float.NaN, Float.NEGATIVE_INFINITY))
                .containsExactly("0.44", "−0.19", "0", "12.35", "1.2e4", "4.1e−3", "NaN", "−∞");
        assertThat(write(4, 0.444f, -0.187f, 12.345f, 0.0041f, 0.04f)).containsExactly("0.44", "−0.2", "12.3", "4e−3", "0.04");
        assertThat(write(2, 12.345f, -7.7f, 0.3f, 0.04f, 123f, -0.004f))
                .containsExactly("12", "−8", "", "", "", "≈0");
    }

    private static List<String> write(int most, float... values) {
        return IntStream.range(0, values.length).mapToObj(i -> CellText.of(values[i], text -> text.length() <= most)).toList();
    }

    @Test
    void whatIsWrittenIsNeverFarOff() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(12) - 7));
            int most = 1 + random.nextInt(8);
            String text = CellText.of(value, each -> each.length() <= most);
            assertThat(text.length()).isLessThanOrEqualTo(most);
            if (text.equals("≈0")) {
                assertThat(Math.abs(value)).isLessThan(0.01f);
            } else if (!text.isEmpty()) {
                assertThat(text).isNotIn("0", "0.0", "0.00", "−0.0", "−0.00");
                float read = Float.parseFloat(text.replace('−', '-'));
                assertThat(Math.abs(read - value)).as(value + " as " + text)
                        .isLessThanOrEqualTo(Math.max(0.2501f * Math.abs(value), 0.0051f));
            }
        }
    }
}
