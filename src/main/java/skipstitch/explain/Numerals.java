package skipstitch.explain;

import java.util.Locale;

/** How numbers are written. */
public final class Numerals {
    /** From here on, numbers have an exponent. */
    public static final double LARGE = 10_000;
    private static final double SMALL = 0.01;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Numerals() {}

    /** {@code 1,152}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 3 channels}, {@code 1 channel}. */
    public static String count(long count, String one) {
        return count(count) + " " + one + (count == 1 ? "" : "s");
    }

    /** {@code −0.1}: a setting, in full. */
    public static String setting(float value) {
        String text = Float.toString(value).replace('-', '−');
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** {@code −0.18}: two decimals, an exponent for what is large or would read as 0, a real minus. */
    public static String value(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size == 0 || size >= SMALL && size < LARGE) {
            return fixed(value, 2);
        }
        return String.format(Locale.ROOT, "%.2e", value).replace('-', '−');
    }

    /**
     * {@code −0.1800}: so many decimals, at most 6, halves away from 0, a real minus; what reads as 0 has none.
     *
     * @param value below 10¹² in size, or not finite
     */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+∞" : "−∞";
        }
        long scaled = (long) Math.floor(Math.abs(value) * POWERS[decimals] + 0.5);
        StringBuilder digits = new StringBuilder().append(scaled / POWERS[decimals]);
        if (decimals > 0) {
            String fraction = Long.toString(scaled % POWERS[decimals]);
            digits.append('.').repeat('0', decimals - fraction.length()).append(fraction);
        }
        return value < 0 && scaled > 0 ? digits.insert(0, '−').toString() : digits.toString();
    }
}
