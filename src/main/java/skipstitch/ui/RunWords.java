package skipstitch.ui;

import java.util.Locale;
import skipstitch.engine.Footprint;
import skipstitch.session.Headway;
import skipstitch.session.Results;

/** What is said of a run, while it lasts and after. */
final class RunWords {
    /** Less than this part of what there is, memory is not worth a word. */
    private static final double WORTH_SAYING = 0.25;

    private RunWords() {}

    /** {@code layer 34 of 121, 2.1 s left}. */
    static String of(Headway headway) {
        String layers = headway.done() + " of " + headway.of();
        String left = headway.secondsLeft().isEmpty() ? ""
                : String.format(Locale.ROOT, ", %.1f s left", headway.secondsLeft().getAsDouble());
        return switch (headway.stage()) {
            case WEIGHTS -> "Making weights: layer " + layers;
            case LAYERS -> "Computing layer " + layers + left
                    + headway.footprint().map(footprint -> memory(footprint, "needs")).orElse("");
        };
    }

    /** {@code 121 layers computed in 90 ms}. */
    static String of(Results results) {
        return (results.computed() == 0 ? "every layer was known already"
                : String.format(Locale.ROOT, "%d layers computed in %.1f ms", results.computed(), results.millis()))
                + memory(results.footprint(), "took");
    }

    private static String memory(Footprint footprint, String verb) {
        return footprint.needed() < WORTH_SAYING * footprint.available() ? ""
                : String.format(Locale.ROOT, "  ·  %s %.1f of %.1f GB", verb, footprint.needed() / 1e9,
                        footprint.available() / 1e9);
    }
}
