package skipstitch.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import skipstitch.training.Curve;
import skipstitch.training.Point;
import skipstitch.training.scores.Measure;

/** A measure at the last points of several seeds: of those that came furthest, at the end all but the diverged. */
record Spread(double least, double mean, double deviation, double most, int count) {

    /** Empty without a point. */
    static Optional<Spread> of(List<Curve> curves, Measure measure) {
        int furthest = curves.stream().flatMap(curve -> curve.last().stream()).mapToInt(Point::step).max().orElse(0);
        double[] values = curves.stream().flatMap(curve -> curve.last().stream())
                .filter(last -> last.step() == furthest).mapToDouble(last -> last.scores().of(measure)).sorted()
                .toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
        return Optional.of(new Spread(values[0], mean, deviation, values[values.length - 1], values.length));
    }

    /** {@code 0.812 ± 0.010}; of one seed without a spread. */
    String words(Measure measure) {
        String digits = measure == Measure.PSNR ? "%.1f" : "%.3f";
        String words = String.format(Locale.ROOT, digits, mean);
        return count == 1 ? words : words + " ± " + String.format(Locale.ROOT, digits, deviation);
    }
}
