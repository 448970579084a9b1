package skipstitch.explain.gradients;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whole powers of ten that hold the lengths of gradients.
 *
 * @param low  the exponent at the lower end
 * @param high the exponent at the upper end, above it
 */
public record LogScale(int low, int high) {
    /** What is so many powers below the largest is at the lower end. */
    private static final int MOST = 12;

    /** The least that holds all of them; those that are 0 or not finite do not count. */
    public static LogScale of(Collection<Double> lengths) {
        List<Double> counted = lengths.stream().filter(each -> each > 0 && Double.isFinite(each)).toList();
        if (counted.isEmpty()) {
            return new LogScale(-1, 0);
        }
        int high = (int) Math.ceil(Math.log10(counted.stream().mapToDouble(each -> each).max().orElseThrow()));
        int low = (int) Math.floor(Math.log10(counted.stream().mapToDouble(each -> each).min().orElseThrow()));
        return new LogScale(Math.max(Math.min(low, high - 1), high - MOST), high);
    }

    /** How far up a length is, from 0 to 1. */
    public double share(double length) {
        return length > 0 ? Math.clamp((Math.log10(length) - low) / (high - low), 0, 1) : 0;
    }

    /** Some exponents to be named, the ends among them. */
    public List<Integer> marks() {
        int step = Math.max(1, Math.ceilDiv(high - low, 3));
        List<Integer> marks = new ArrayList<>();
        for (int exponent = high; exponent > low; exponent -= step) {
            marks.addFirst(exponent);
        }
        marks.addFirst(low);
        return marks;
    }

    /** A power of ten: {@code 0.01}, {@code 100}, {@code 10⁻⁷}. */
    public static String power(int exponent) {
        if (exponent >= -2 && exponent <= 3) {
            return exponent < 0 ? "0." + "0".repeat(-exponent - 1) + "1" : "1" + "0".repeat(exponent);
        }
        StringBuilder words = new StringBuilder("10");
        for (char digit : Integer.toString(exponent).toCharArray()) {
            words.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return words.toString();
    }

    /** Two digits that count: {@code 0.21}, {@code 3.4}, {@code 2.1e−4}, {@code 0}. */
    public static String words(double length) {
        if (length == 0) {
            return "0";
        }
        if (!Double.isFinite(length)) {
            return Double.isNaN(length) ? "NaN" : "∞";
        }
        if (length >= 0.01 && length < 1000) {
            int decimals = length < 0.1 ? 3 : length < 1 ? 2 : length < 10 ? 1 : 0;
            return String.format(Locale.ROOT, "%." + decimals + "f", length);
        }
        return String.format(Locale.ROOT, "%.1e", length).replaceFirst("e([+-])0*(\\d+)", "e$1$2").replace("e+", "e")
                .replace('-', '−');
    }
}
