package skipstitch.ui.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import skipstitch.explain.Numerals;
import skipstitch.explain.gradients.LogScale;

/**
 * What stands how high in a chart.
 *
 * @param low         at the bottom; of a logarithmic one its exponent
 * @param high        at the top, likewise
 * @param step        from one mark to the next, likewise
 * @param logarithmic whether equal heights are equal factors
 */
record Axis(double low, double high, double step, boolean logarithmic) {
    private static final int MOST_MARKS = 7;

    /** Whole powers of ten that hold all values; those that are 0 or not finite do not count. */
    static Axis logarithmic(Stream<Double> values) {
        List<Double> exponents = values.filter(each -> each > 0 && Double.isFinite(each)).map(Math::log10).toList();
        double low = Math.floor(exponents.stream().mapToDouble(each -> each).min().orElse(0));
        double high = Math.ceil(exponents.stream().mapToDouble(each -> each).max().orElse(0));
        double least = Math.min(low, high - 1);
        double step = Math.ceil((high - least) / MOST_MARKS);
        return new Axis(step * Math.floor(least / step), step * Math.ceil(high / step), step, true);
    }

    static Axis linear(double low, double high, double step) {
        return new Axis(low, high, step, false);
    }

    /** How far up a value is, from 0 to 1; NaN for one that has no place. */
    double share(double value) {
        double at = logarithmic ? value > 0 ? Math.log10(value) : Double.NaN : value;
        return Double.isFinite(at) ? Math.clamp((at - low) / (high - low), 0, 1) : Double.NaN;
    }

    /** Where the marks are, from 0 to 1, bottom first. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 1000; i++) {
            marks.add(i * step / (high - low));
        }
        return marks;
    }

    String words(int mark) {
        double at = low + mark * step;
        return logarithmic ? LogScale.power((int) Math.rint(at))
                : step < 1 ? Numerals.fixed(at, 1) : Math.round(at) + " %";
    }
}
