package skipstitch.ui.viewer;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import skipstitch.explain.Branch;
import skipstitch.explain.Closeup;
import skipstitch.tensor.Statistics;
import skipstitch.ui.drawing.Words;

/** What is said of a channel. */
final class SheetWords {
    private SheetWords() {}

    /** {@code Channel 3 of 8, of the skip, min −0.31, …}, for those who hear it. */
    static String describe(Closeup closeup, int channel) {
        return Stream.of("Channel " + channel + " of " + closeup.tensor().shape().channels(),
                        branch(closeup.branches().get(channel)), figures(closeup.statistics().get(channel)))
                .filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }

    static String branch(Branch branch) {
        return switch (branch) {
            case SKIP -> "of the skip";
            case MAIN -> "of the main branch";
            case BOTH -> "sum of both branches";
            case NONE -> "";
        };
    }

    /** {@code min −0.31, max 0.52, mean 0.02, 12 % zeros}; what is not finite comes first, as it matters most. */
    static String figures(Statistics of) {
        return (of.extent().nans() > 0 ? Words.count(of.extent().nans()) + " NaN, " : "")
                + (of.extent().infinite() > 0 ? Words.count(of.extent().infinite()) + " infinite, " : "")
                + "min " + Words.value(of.extent().min()) + ", max " + Words.value(of.extent().max())
                + ", mean " + CellText.of((float) of.mean(), _ -> true) + ", " + percent(of.zeros()) + " zeros";
    }

    /** {@code 12 %}; what is not all or nothing does not read as if it were. */
    static String percent(double share) {
        double percent = share * 100;
        return share > 0 && percent < 0.5 ? "<1 %" : share < 1 && percent > 99.5 ? ">99 %"
                : String.format(Locale.ROOT, "%.0f %%", percent);
    }
}
