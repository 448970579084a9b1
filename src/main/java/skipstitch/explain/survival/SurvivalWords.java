package skipstitch.explain.survival;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import skipstitch.explain.Numerals;
import skipstitch.explain.survival.Survived.Rebuilt;

/** What is to be read out of rebuilt pictures, and what not. */
public final class SurvivalWords {
    /** Errors that differ by less than this share are told as alike. */
    private static final double ALIKE = 0.05;
    private static final double LEAST = 0.001;

    private SurvivalWords() {}

    /** {@code Here most can be read out of concat (error 0.031), least out of no skip (0.212).} */
    public static String finding(Survival survival) {
        List<Rebuilt> best = survival.lanes().stream().filter(Rebuilt.class::isInstance).map(Rebuilt.class::cast)
                .sorted(Comparator.comparingDouble(each -> each.score().rmse())).toList();
        if (best.isEmpty()) {
            return "No picture can be rebuilt from these tensors.";
        }
        double least = best.getFirst().score().rmse();
        double most = best.getLast().score().rmse();
        if (most - least <= ALIKE * most) {
            return "As much can be read out of each: " + best.stream().map(SurvivalWords::named)
                    .collect(Collectors.joining(", ")) + ".";
        }
        return "Most can be read out of " + named(best.getFirst()) + ", least out of " + named(best.getLast()) + ".";
    }

    private static String named(Rebuilt each) {
        return each.variant().title().toLowerCase(Locale.ROOT) + " (" + error(each.score()) + ")";
    }

    /** {@code error 0.031}, where white is 1. */
    public static String error(Score score) {
        return score.rmse() < LEAST ? "error below " + LEAST : "error " + Numerals.fixed(score.rmse(), 3);
    }

    /** {@code R² 0.92 · 21.3 dB}. */
    public static String figures(Score score) {
        String psnr = Double.isInfinite(score.psnr()) ? "∞" : Numerals.fixed(score.psnr(), 1);
        return "R² " + Numerals.fixed(score.r2(), 2) + " · " + psnr + " dB";
    }

    /** How it was found. */
    public static String method(Survival survival) {
        return "At each position a linear readout (ridge regression from the channels there) gives back the pixels "
                + "there. It was fitted on " + survival.pictures() + " generated pictures and has not seen this one.";
    }

    /** What it cannot tell. */
    public static String limits() {
        return "What it does not find may still be there: for a layer that looks at neighbours, or bends. "
                + "What it finds need not be of use for the task. More channels give a readout more to work with.";
    }
}
