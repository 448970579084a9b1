package skipstitch.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import skipstitch.network.Variant;
import skipstitch.session.RaceStanding;
import skipstitch.training.scores.Measure;
import skipstitch.training.tasks.Task;

/** What this race found, and what is known from papers. */
final class RaceWords {
    /** Fewer seeds than that tell nothing apart. */
    private static final int ENOUGH = 3;

    private RaceWords() {}

    private record Placed(Variant variant, Spread spread) {}

    /** Of this race alone, whatever stands elsewhere. */
    static List<String> found(RaceStanding standing) {
        Measure measure = standing.settings().task().score();
        List<Placed> placed = new ArrayList<>();
        standing.lanes().forEach(lane -> Spread.of(standing.curves(lane.variant()), measure)
                .ifPresent(spread -> placed.add(new Placed(lane.variant(), spread))));
        if (placed.size() < standing.lanes().size()) {
            return List.of("Nothing yet.");
        }
        placed.sort(Comparator.comparingDouble((Placed each) -> each.spread().mean()).reversed());
        List<String> said = new ArrayList<>();
        said.add(measure.title() + ": " + placed.stream()
                .map(each -> each.variant().title() + " " + each.spread().words(measure))
                .collect(Collectors.joining(", ")) + (standing.isUnderWay() ? ", so far." : "."));
        for (int k = 1; k < placed.size(); k++) {
            said.add(compared(placed.get(k - 1), placed.get(k)));
        }
        said.add("That is one race of small networks on made pictures: no law.");
        return said;
    }

    private static String compared(Placed better, Placed worse) {
        String names = better.variant().title() + " and " + worse.variant().title();
        int seeds = Math.min(better.spread().count(), worse.spread().count());
        if (seeds < ENOUGH) {
            return (seeds == 1 ? "One seed does not tell " : "Two seeds do not tell ") + names + " apart.";
        }
        return better.spread().least() > worse.spread().most()
                ? "Every seed of " + better.variant().title() + " is above every seed of "
                        + worse.variant().title() + "."
                : "The bands of " + names + " overlap: this race does not tell them apart.";
    }

    /** With their sources. */
    static List<String> papers(Task task) {
        return switch (task.goal()) {
            case PIXELS -> List.of(
                    "SegNet (Badrinarayanan et al. 2017, Table 1, CamVid, mean IoU): FCN-Basic with additions 47.3,"
                            + " without 44.1; SegNet-Basic 47.7, with additions 48.5.",
                    "FCN (its authors' README, mean IoU): 63.6 without skips, 65.0 with one addition, 65.5 with two.",
                    "Wilm et al. 2024 (arXiv 2402.08276): U-Net beat no skips, and was best without its uppermost one.");
            case WHOLE -> List.of(
                    "Li et al. 2018 (CIFAR-10, error in % with and without shortcuts): 20 layers 7.37 and 8.18, 56"
                            + " layers 5.89 and 13.31, 110 layers 5.79 and 16.44.",
                    "He et al. 2015: 18 layers 27.88 with, 27.94 without; 34 layers 25.03 with, 28.54 without"
                            + " (ImageNet, error in %).",
                    "DenseNet (Huang et al. 2017, CIFAR-10): concatenation, 0.8 M parameters, 4.51 % error.");
            case PICTURE -> List.of(
                    "Lakkavalli 2026 (arXiv 2601.13208): gated additions are competitive with concatenation in"
                            + " denoising.",
                    "Drozdzal et al. 2016: long and short skips both help very deep segmentation networks.");
        };
    }

    /** {@code 42 %, about 1:20 left}. */
    static String headway(RaceStanding standing) {
        long percent = Math.round(100 * standing.progress());
        return switch (standing.state()) {
            case FINISHED -> "Through.";
            case STOPPED -> "Called off at " + percent + " %.";
            case PAUSED -> "Pauses at " + percent + " %.";
            case GOING -> percent + " %" + left(standing).map(left -> ", about " + left + " left").orElse("");
        };
    }

    private static Optional<String> left(RaceStanding standing) {
        return standing.secondsLeft().stream().mapToLong(seconds -> (long) seconds).boxed().findFirst()
                .map(seconds -> seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60);
    }
}
