package skipstitch.explain.arithmetic;

import java.util.List;
import skipstitch.explain.Numerals;

/**
 * How the numbers of one line are written.
 *
 * @param decimals  how many, from 2
 * @param exponents whether what is large or would read as 0 has an exponent
 */
record Digits(int decimals, boolean exponents) {
    /** From the shortest on. */
    static final List<Digits> ALL = List.of(new Digits(2, false), new Digits(3, false), new Digits(4, false),
            new Digits(2, true));

    static final Digits SHORTEST = ALL.getFirst();

    String text(double value) {
        return exponents ? Numerals.value(value) : Numerals.fixed(value, decimals);
    }

    /** Whether such numbers are written so. */
    boolean suit(double value) {
        return exponents || !Double.isFinite(value) || Math.abs(value) < Numerals.LARGE;
    }

    /** The number that a text is. */
    static double read(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+∞" -> Double.POSITIVE_INFINITY;
            case "−∞" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text.replace('−', '-'));
        };
    }

    /** What one more in the last digit of a text is. */
    static double unit(String text) {
        int mark = text.indexOf('e');
        double exponent = mark < 0 ? 0 : read(text.substring(mark + 1));
        String digits = mark < 0 ? text : text.substring(0, mark);
        int point = digits.indexOf('.');
        return Math.pow(10, exponent - (point < 0 ? 0 : digits.length() - point - 1));
    }
}
