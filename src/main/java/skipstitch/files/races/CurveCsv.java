package skipstitch.files.races;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import skipstitch.training.Curve;
import skipstitch.training.Point;
import skipstitch.training.scores.Measure;
import skipstitch.training.tasks.Task;

/** Curves as tables: what depends on the machine's speed stands last. */
public final class CurveCsv {
    private CurveCsv() {}

    /** All of a race, with the lane in a column of its own before the others. */
    public static String together(Task task, List<Curve> curves) {
        Stream<String> headings = of(task, curves.getFirst()).lines().limit(1).map(line -> "merge," + line);
        Stream<String> lines = curves.stream().flatMap(curve -> of(task, curve).lines().skip(1)
                .map(line -> curve.variant().word() + "," + line));
        return Stream.concat(headings, lines).collect(Collectors.joining("\n", "", "\n"));
    }

    /** One line a point, after a line of headings; numbers as exact as they are known. */
    static String of(Task task, Curve curve) {
        List<Measure> others = task.measures().subList(1, task.measures().size());
        Stream<String> headings = Stream.of(Stream.of("step", "seed", "loss", "score", "training_loss"),
                others.stream().map(Measure::word), Stream.of("seconds")).flatMap(each -> each);
        Stream<String> lines = curve.points().stream().map(point -> line(curve.seed(), point, task.score(), others));
        return Stream.concat(Stream.of(headings.collect(Collectors.joining(","))), lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(long seed, Point point, Measure score, List<Measure> others) {
        String trainingLoss = point.trainingLoss().isPresent()
                ? Double.toString(point.trainingLoss().getAsDouble()) : "";
        return Stream.of(Stream.of(Integer.toString(point.step()), Long.toString(seed), Double.toString(point.loss()),
                        Double.toString(point.scores().of(score)), trainingLoss),
                others.stream().map(measure -> Double.toString(point.scores().of(measure))),
                Stream.of(String.format(Locale.ROOT, "%.3f", point.seconds())))
                .flatMap(each -> each).collect(Collectors.joining(","));
    }
}
