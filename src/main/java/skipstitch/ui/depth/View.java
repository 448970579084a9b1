package skipstitch.ui.depth;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import skipstitch.explain.Numerals;
import skipstitch.explain.depth.Deletions;
import skipstitch.explain.depth.DepthStudy;
import skipstitch.explain.depth.DepthWords;
import skipstitch.explain.depth.LaneDepth;
import skipstitch.explain.depth.Paths;
import skipstitch.network.Variant;
import skipstitch.session.Deepening;

/** What can be looked at of three chains. */
enum View {
    GRADIENT("Gradient", "How large the gradient is at each block, per value; 1 at the output") {
        @Override
        List<Plot> plots(Deepening depth) {
            return ofLevels(depth, View::gradients, DepthWords::fate, Axis::logarithmic);
        }

        @Override
        List<String> words(Deepening depth) {
            return depth.study().get().map(study -> List.of(DepthWords.why(study), DepthWords.directPath(study)))
                    .orElse(List.of());
        }
    },
    VALUES("Values", "How large the values are at each block on the way forward; 1 at the first block's input") {
        @Override
        List<Plot> plots(Deepening depth) {
            return ofLevels(depth, View::values, lane -> "size " + DepthWords.power(lane.valueRatio()) + ", variance "
                    + DepthWords.power(lane.levels().getLast().variance() / lane.levels().getFirst().variance()),
                    Axis::logarithmic);
        }

        @Override
        List<String> words(Deepening depth) {
            return List.of("Sizes are root mean squares over 4 pictures and their neighbours. Each add puts the branch's "
                    + "values on top of what came in; a concat leaves what came in as it is, and grows wider instead.");
        }
    },
    LIKENESS("Likeness", "How alike the gradients of two neighbouring pictures are at each block") {
        @Override
        List<Plot> plots(Deepening depth) {
            return ofLevels(depth, lane -> lane.levels().stream().map(level -> level.likeness()).toList(),
                    lane -> "cosine at the first block: " + Numerals.fixed(lane.levels().getFirst().likeness(), 2),
                    all -> Axis.linear(all.anyMatch(each -> each < 0) ? -0.2 : 0, 1, 0.2));
        }

        @Override
        List<String> words(Deepening depth) {
            return depth.study().get().map(study -> List.of(DepthWords.likeness(study))).orElse(List.of());
        }
    },
    DELETION("A block less", "How much the output changes when one block is deleted, each in turn") {
        @Override
        List<Plot> plots(Deepening depth) {
            return depth.deletions().get().map(found -> {
                Axis axis = Axis.logarithmic(found.lanes().stream().flatMap(lane -> lane.changes().stream()));
                return found.lanes().stream().map(lane -> new Plot(DepthWords.title(lane.variant()),
                        "median: " + DepthWords.power(lane.median()) + " of the output's norm", Plot.Kind.POINTS,
                        lane.changes(), axis, "block 0 deleted", "block " + (lane.changes().size() - 1))).toList();
            }).orElse(List.of());
        }

        @Override
        List<String> words(Deepening depth) {
            return depth.deletions().get().map(found -> List.of(DepthWords.deletions(found))).orElse(List.of());
        }

        @Override
        boolean isFresh(Deepening depth) {
            return depth.hasFreshDeletions();
        }
    },
    PATHS("Paths", "How many branches the paths from input to output go through") {
        @Override
        List<Plot> plots(Deepening depth) {
            int blocks = depth.settingsProperty().get().blocks();
            Paths paths = Paths.of(blocks);
            List<Double> shares = paths.byLength().stream().map(each -> 100.0 * each / paths.count()).toList();
            List<Double> one = IntStream.rangeClosed(0, blocks).mapToObj(each -> each == blocks ? 100.0 : 0.0).toList();
            double most = shares.stream().mapToDouble(each -> each).max().orElseThrow();
            double high = 10 * Math.ceil(most / 10);
            return DepthStudy.VARIANTS.stream().map(variant -> {
                boolean plain = variant == Variant.NO_SKIP;
                return new Plot(DepthWords.title(variant), plain ? "one path, through all " + blocks
                        : Numerals.count(paths.count()) + " paths", Plot.Kind.BARS, plain ? one : shares,
                        plain ? Axis.linear(0, 100, 20) : Axis.linear(0, high, high / 5), "through no branch",
                        "through all " + blocks);
            }).toList();
        }

        @Override
        List<String> words(Deepening depth) {
            return List.of(DepthWords.paths(Paths.of(depth.settingsProperty().get().blocks())),
                    "Veit et al. 2016 count them so for residual networks. How much of the gradient comes by which length "
                            + "is another question: long paths go through more branches.");
        }

        @Override
        boolean isFresh(Deepening depth) {
            return true;
        }
    };

    private final String title;
    private final String tooltip;

    View(String title, String tooltip) {
        this.title = title;
        this.tooltip = tooltip;
    }

    String title() {
        return title;
    }

    /** What is drawn, in a sentence. */
    String tooltip() {
        return tooltip;
    }

    /** One for each chain; none if nothing was measured yet. */
    abstract List<Plot> plots(Deepening depth);

    abstract List<String> words(Deepening depth);

    boolean isFresh(Deepening depth) {
        return depth.isFresh();
    }

    private static List<Plot> ofLevels(Deepening depth, Function<LaneDepth, List<Double>> values,
                                       Function<LaneDepth, String> figure, Function<Stream<Double>, Axis> axis) {
        return depth.study().get().map(study -> {
            Axis common = axis.apply(study.lanes().stream().flatMap(lane -> values.apply(lane).stream()));
            return study.lanes().stream().map(lane -> new Plot(DepthWords.title(lane.variant()), figure.apply(lane),
                    Plot.Kind.CURVE, values.apply(lane), common, "block 0", "output")).toList();
        }).orElse(List.of());
    }

    private static List<Double> gradients(LaneDepth lane) {
        return lane.levels().stream().map(level -> level.gradient() / lane.levels().getLast().gradient()).toList();
    }

    private static List<Double> values(LaneDepth lane) {
        return lane.levels().stream().map(level -> level.value() / lane.levels().getFirst().value()).toList();
    }
}
