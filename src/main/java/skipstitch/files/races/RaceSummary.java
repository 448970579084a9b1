package skipstitch.files.races;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import skipstitch.network.Variant;
import skipstitch.training.Band;
import skipstitch.training.Curve;
import skipstitch.training.Point;
import skipstitch.training.Race;
import skipstitch.training.RaceLane;
import skipstitch.training.RaceSettings;
import skipstitch.training.scores.Measure;

/** What came of a race, in Markdown: a row a lane, with mean, least and most over its seeds. */
final class RaceSummary {
    private final Race race;
    private final RaceSettings settings;

    private RaceSummary(Race race) {
        this.race = race;
        this.settings = race.settings();
    }

    static String of(Race race) {
        return new RaceSummary(race).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "# %s on %s%n%n", settings.network().name(), settings.task().word()));
        text.append(String.format(Locale.ROOT, "%d steps of %d pictures, %s with learning rate %s (to a tenth of it over"
                        + " the second half), seeds %s%s. Measured on %d held-out pictures after the last step; mean"
                        + " (least–most) over the seeds.%n%n",
                settings.steps(), settings.batch(), settings.optimiser().title(), settings.rate(),
                settings.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                settings.equalParameters() ? ", widths scaled to about equal parameters" : "", settings.heldOut()));
        text.append("| merge | parameters | ").append(settings.task().measures().stream().map(Measure::title)
                .collect(Collectors.joining(" | "))).append(" | loss | training loss | ms a step | runs |\n");
        text.append("| --- |").append(" ---: |".repeat(settings.task().measures().size() + 5)).append('\n');
        race.lanes().forEach(lane -> text.append(row(lane)).append('\n'));
        race.lanes().stream().flatMap(lane -> lane.changes().stream()).distinct()
                .forEach(change -> text.append("\n- ").append(change));
        race.curves().stream().filter(curve -> curve.diverged().isPresent()).forEach(curve ->
                text.append("\n- ").append(curve.variant().title()).append(", seed ").append(curve.seed()).append(": ")
                        .append(curve.diverged().get()));
        text.append("\n\nThese are this race's figures, of these seeds and settings, not a law.\n");
        return text.toString();
    }

    private String row(RaceLane lane) {
        Variant variant = lane.variant();
        List<Curve> ended = race.curves().stream().filter(curve -> curve.variant() == variant)
                .filter(curve -> curve.last().filter(point -> point.step() == settings.steps()).isPresent()).toList();
        String measures = settings.task().measures().stream()
                .map(measure -> cell(ended, point -> point.scores().of(measure), measure == Measure.PSNR ? 2 : 3))
                .collect(Collectors.joining(" | "));
        return String.format(Locale.ROOT, "| %s | %,d | %s | %s | %s | %s | %d of %d |", variant.word(),
                lane.parameters(), measures, cell(ended, Point::loss, 4),
                cell(ended, point -> point.trainingLoss().orElse(Double.NaN), 4),
                cell(ended, point -> 1000 * point.seconds() / settings.steps(), 0), ended.size(),
                settings.seeds().size());
    }

    private String cell(List<Curve> ended, ToDoubleFunction<Point> value, int decimals) {
        Optional<Band> last = Band.of(ended, value).stream().filter(band -> band.step() == settings.steps()).findFirst();
        return last.map(band -> String.format(Locale.ROOT,
                "%." + decimals + "f (%." + decimals + "f–%." + decimals + "f)", band.mean(), band.least(), band.most()))
                .orElse("–");
    }
}
