package skipstitch.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import skipstitch.explain.Numerals;
import skipstitch.network.Costs;
import skipstitch.session.RaceStanding;
import skipstitch.training.Curve;
import skipstitch.training.Point;
import skipstitch.training.RaceLane;
import skipstitch.training.scores.Measure;

/** A line a lane: what it costs, and how well it does, over the seeds. */
final class RaceTable extends GridPane {

    RaceTable() {
        setId("race-table");
        getStyleClass().add("race-table");
        setHgap(18);
        setVgap(2);
    }

    void show(RaceStanding standing) {
        getChildren().clear();
        List<Measure> measures = standing.settings().task().measures();
        int column = 1;
        for (String head : List.of("parameters", "activations", "time")) {
            add(words(head, "race-note"), column++, 0);
        }
        for (Measure measure : measures) {
            add(words(measure.title(), "race-note"), column++, 0);
        }
        add(words("seeds", "race-note"), column, 0);
        for (int row = 0; row < standing.lanes().size(); row++) {
            line(standing, standing.lanes().get(row), measures, row + 1);
        }
    }

    private void line(RaceStanding standing, RaceLane lane, List<Measure> measures, int row) {
        List<Curve> curves = standing.curves(lane.variant());
        HBox name = new HBox(8, LaneLook.sample(lane.variant()), words(lane.variant().title(), "race-cell"));
        name.getStyleClass().add("race-head");
        add(name, 0, row);
        long bytes = Costs.of(lane.lane()).total().activationBytes() * standing.settings().batch();
        add(words(Numerals.count(lane.parameters()), "race-cell"), 1, row);
        add(words(String.format(Locale.ROOT, "%.1f MB", bytes / 1e6), "race-cell"), 2, row);
        double seconds = curves.stream().flatMap(curve -> curve.last().stream()).mapToDouble(Point::seconds).sum();
        add(words(String.format(Locale.ROOT, "%.1f s", seconds), "race-cell"), 3, row);
        int column = 4;
        for (Measure measure : measures) {
            add(words(Spread.of(curves, measure).map(spread -> spread.words(measure)).orElse("…"), "race-cell"),
                    column++, row);
        }
        add(state(standing, curves), column, row);
    }

    private static Node state(RaceStanding standing, List<Curve> curves) {
        long through = curves.stream().filter(curve -> curve.last()
                .filter(last -> last.step() == standing.settings().steps()).isPresent()).count();
        List<String> diverged = curves.stream().flatMap(curve -> curve.diverged().stream()
                .map(why -> "seed " + curve.seed() + ": " + why)).toList();
        Label words = words(through + " of " + curves.size()
                + (diverged.isEmpty() ? "" : ", " + diverged.size() + " diverged"), "race-cell");
        Optional.of(String.join("\n", diverged)).filter(text -> !text.isEmpty())
                .ifPresent(text -> words.setTooltip(new Tooltip(text)));
        return words;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
