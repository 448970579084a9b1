package skipstitch.explain.depth;

import java.util.Locale;
import skipstitch.explain.Numerals;
import skipstitch.network.Variant;

/** What is said of chains: what was measured, under which settings, and why. */
public final class DepthWords {
    private static final double SMALL = 0.01;
    private static final double LARGE = 1000;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private DepthWords() {}

    /** {@code Plain}, {@code Add}, {@code Concat}. */
    public static String title(Variant variant) {
        return variant == Variant.NO_SKIP ? "Plain" : variant.title();
    }

    /** {@code 0.059}, {@code 3.3·10⁴}: two digits that count; whole numbers as they are. */
    public static String power(double value) {
        if (!Double.isFinite(value) || value == Math.rint(value) && Math.abs(value) < LARGE) {
            return Numerals.fixed(value, 0);
        }
        if (value >= SMALL && value < LARGE) {
            return Numerals.fixed(value, value < 0.1 ? 3 : value < 1 ? 2 : value < 10 ? 1 : 0);
        }
        String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e");
        return parts[0] + "·10" + superscript(Integer.parseInt(parts[1]));
    }

    private static String superscript(int number) {
        StringBuilder raised = new StringBuilder(number < 0 ? "⁻" : "");
        Integer.toString(Math.abs(number)).chars().forEach(digit -> raised.append(SUPERSCRIPTS.charAt(digit - '0')));
        return raised.toString();
    }

    /** {@code fades to 5.9·10⁻²⁴}. */
    public static String fate(LaneDepth lane) {
        String ratio = power(lane.gradientRatio());
        return switch (lane.fate()) {
            case FADES -> "fades to " + ratio;
            case STAYS -> "comes to " + ratio;
            case EXPLODES -> "explodes to " + ratio;
        };
    }

    /** What the numbers hold for; they are told nowhere without it. */
    public static String settings(DepthSettings settings) {
        BlockKind kind = settings.kind();
        return settings.blocks() + " blocks of two " + kind.title() + " with ReLU, " + kind.width()
                + " channels (concat: " + kind.growth() + " more from each block), λ = " + number(settings.shortcut()) + ", "
                + (settings.reluAfterMerge() ? "last ReLU after the merge" : "last ReLU before the merge") + ", "
                + (settings.norm() ? "batch norm by the batch's own statistics" : "no norm") + ", "
                + settings.kernels().title() + " initialisation (" + settings.kernels().rule() + "), untrained, seed "
                + settings.seed() + "; pictures of " + Chain.PICTURE.height() + "×" + Chain.PICTURE.width() + ".";
    }

    /** {@code 0.55}; without zeros at its end. */
    public static String number(double value) {
        return Numerals.setting((float) value);
    }

    /** What is to be expected of plain and added chains, beside what was measured. */
    public static String why(DepthStudy study) {
        DepthSettings settings = study.settings();
        if (settings.norm()) {
            return "Why: each norm divides by how far its own batch's values spread, on the way back as well. So the "
                    + "chain's scale no longer follows from the initialisation alone, and is only measured here.";
        }
        double branch = Math.pow(settings.kernels().factor(), 2);
        double shortcut = settings.shortcut() * settings.shortcut();
        String raised = superscript(settings.blocks());
        return "Why: a branch of two layers makes a gradient's mean square about " + power(branch) + " of what it was, "
                + "the shortcut λ² = " + number(shortcut) + ". Over " + settings.blocks() + " blocks, in size: plain √("
                + power(branch) + raised + ") ≈ " + power(Math.pow(branch, settings.blocks() / 2.0)) + ", measured "
                + power(study.lane(Variant.NO_SKIP).gradientRatio()) + "; add √((" + number(shortcut) + " + "
                + power(branch) + ")" + raised + ") ≈ " + power(Math.pow(shortcut + branch, settings.blocks() / 2.0)) + ", measured "
                + power(study.lane(Variant.ADD).gradientRatio()) + ". One seed may well be ten times off.";
    }

    /** What λⁿ is, and what not. */
    public static String directPath(DepthStudy study) {
        return "λⁿ = " + number(study.settings().shortcut()) + superscript(study.settings().blocks()) + " = "
                + power(study.directPath()) + " is what the direct path alone brings back, past all branches: one of 2"
                + superscript(study.settings().blocks()) + " = "
                + Numerals.count(Paths.of(study.settings().blocks()).count()) + " paths.";
    }

    /** How paths are spread over lengths. */
    public static String paths(Paths paths) {
        int blocks = paths.byLength().size() - 1;
        int spread = paths.spread();
        return "At each block one goes through the branch or past it: 2" + superscript(blocks) + " = "
                + Numerals.count(paths.count()) + " paths, through " + Numerals.fixed(paths.meanLength(), blocks % 2)
                + " branches on average; 95 % go through " + (blocks / 2 - spread) + " to "
                + (blocks - blocks / 2 + spread) + ". A plain chain has one path, through all " + blocks + ".";
    }

    /** What a block less did. */
    public static String deletions(Deletions deletions) {
        StringBuilder said = new StringBuilder("One block deleted changes the output by (median of all blocks) ");
        deletions.lanes().forEach(lane -> said.append(title(lane.variant()).toLowerCase(Locale.ROOT)).append(' ')
                .append(percent(lane.median())).append(lane.variant() == Variant.CONCAT ? "" : ", "));
        return said + ". Where there is a shortcut it remains; the plain block passes on what it got; in the concat "
                + "its channels are 0." + (deletions.settings().norm() ? " Norms keep their statistics." : "");
    }

    private static String percent(double share) {
        return share >= 10 ? power(share) + "-fold" : Numerals.fixed(100 * share, share < 0.1 ? 1 : 0) + " %";
    }

    /** How alike gradients of neighbours are. */
    public static String likeness(DepthStudy study) {
        StringBuilder said = new StringBuilder("A picture and the same one moved by a quarter of a pixel: how alike are "
                + "their gradients at each block's input? Cosine at the first block: ");
        study.lanes().forEach(lane -> said.append(title(lane.variant()).toLowerCase(Locale.ROOT)).append(' ')
                .append(Numerals.fixed(lane.levels().getFirst().likeness(), 2))
                .append(lane.variant() == Variant.CONCAT ? "" : ", "));
        return said + ". Balduzzi et al. 2017 report that such likeness decays exponentially with depth without skips, "
                + "sublinearly with them; this is what these chains do.";
    }
}
