package skipstitch.explain;

import java.util.Locale;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.skips.Answer;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Repair;

/** What a place says to a skip that is carried over it: in two words beside its sign, or in a sentence. */
public final class LandingWords {
    private LandingWords() {}

    /** Fits, fits after a repair, cannot be: a sign beside the colour. */
    public static String sign(Answer answer) {
        return switch (answer) {
            case Answer.Fits _ -> "✓";
            case Answer.Mended _ -> "⚒";
            case Answer.Cannot _ -> "✕";
        };
    }

    /** {@code → 16}, {@code 1×1 /2}, {@code loop}: what there is room for beside the sign on a small badge. */
    public static String brief(Landing landing, boolean concat) {
        return switch (concat ? landing.concat() : landing.add()) {
            case Answer.Fits(Shape result) -> concat ? "→ " + result.channels()
                    : landing.remark().equals("where it was") ? "here" : landing.remark();
            case Answer.Mended(Repair repair) -> brief(repair.layers().getFirst()) + (repair.layers().size() > 1 ? " …" : "");
            case Answer.Cannot(String why) -> why.split("[:,]")[0].replaceFirst("^(a|an|the) ", "");
        };
    }

    /** The same in full: {@code 1×1 conv, 16 filters, stride 2: +128 weights → 16×16×16}. */
    public static String full(Landing landing, boolean concat) {
        return switch (concat ? landing.concat() : landing.add()) {
            case Answer.Fits(Shape result) -> (landing.remark().isEmpty() ? "fits" : landing.remark()) + " → " + result;
            case Answer.Mended(Repair repair) -> repair.title() + ": " + weights(repair.own().params()) + " → "
                    + repair.result();
            case Answer.Cannot(String why) -> why;
        };
    }

    private static String brief(Layer layer) {
        return switch (layer) {
            case Layer.Conv conv -> conv.window().kernel() + by(conv.window().stride());
            case Layer.TransposedConv conv -> "up ×" + conv.stride().height();
            case Layer.MaxPool pool -> "max" + by(pool.window().stride());
            case Layer.AveragePool pool -> "mean" + by(pool.window().stride());
            case Layer.Upsample up -> "×" + up.factor();
            case Layer.Subsample sub -> "/" + sub.stride();
            case Layer.ZeroPadChannels zeros -> "+" + (zeros.before() + zeros.after()) + " zeros";
            case Layer.Crop _ -> "crop";
            case Layer.ZeroPad _ -> "pad";
            default -> layer.title();
        };
    }

    private static String by(Size stride) {
        return stride.equals(Size.ONE) ? "" : " /" + Math.max(stride.height(), stride.width());
    }

    /** {@code add fits: 8×32×32; concat fits: 16×32×32}. */
    public static String sentence(Landing landing) {
        String meets = landing.skip().flatMap(skip -> landing.main().map(main -> skip + " meets " + main + ". "))
                .orElse("");
        return landing.add().equals(landing.concat()) ? meets + capital(sentence(landing.add()))
                : meets + "Add " + sentence(landing.add()) + "; concat " + sentence(landing.concat());
    }

    /** {@code fits: 8×32×32}, {@code by 1×1 conv, 16 filters: 16×16×16, +128 weights}, {@code cannot be: …}. */
    public static String sentence(Answer answer) {
        return switch (answer) {
            case Answer.Fits(Shape result) -> "fits: " + result;
            case Answer.Mended(Repair repair) -> "by " + repair.title() + ": " + repair.result() + ", " + weights(repair.own().params());
            case Answer.Cannot(String why) -> "cannot be: " + why;
        };
    }

    /** {@code +128 weights}. */
    public static String weights(long params) {
        return params == 0 ? "no weights" : String.format(Locale.ROOT, "%+,d weights", params);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
