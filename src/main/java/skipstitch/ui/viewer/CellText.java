package skipstitch.ui.viewer;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import skipstitch.ui.drawing.Words;

/** A number in a cell: with two decimals if there is room, else with fewer digits. */
final class CellText {
    /** Of a number: what is further off, and by more than two decimals are, is not written at all. */
    private static final float MOST_OFF = 0.25f;
    private static final float HALF_A_HUNDREDTH = 0.00501f;
    /** It has an exponent, or where there is no room for that stands as nearly 0. */
    private static final float SMALL = 0.01f;

    private CellText() {}

    /**
     * Empty if there is no room for even one digit.
     *
     * @param fits whether there is room for a text
     */
    static String of(float value, Predicate<String> fits) {
        if (value == 0) {
            return "0";
        }
        if (!Float.isFinite(value)) {
            return Words.value(value);
        }
        float size = Math.abs(value);
        Stream<String> plain = size >= SMALL && size < 10_000 ? Stream.of("%.2f", "%.1f", "%.0f") : Stream.empty();
        return Stream.concat(plain, Stream.of("%.1e", "%.0e")).map(format -> String.format(Locale.ROOT, format, value))
                .filter(text -> Math.abs(Float.parseFloat(text) - value) <= Math.max(MOST_OFF * size, HALF_A_HUNDREDTH))
                .map(CellText::written).filter(fits).findFirst()
                .or(() -> Optional.of("≈0").filter(text -> size < SMALL && fits.test(text))).orElse("");
    }

    /** Without the plus and the zeros of an exponent. */
    private static String written(String text) {
        return text.replaceFirst("e\\+0*", "e").replaceFirst("e-0*", "e-").replace('-', '−');
    }
}
