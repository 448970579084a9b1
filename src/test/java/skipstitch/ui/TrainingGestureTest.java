package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import skipstitch.document.RenameNetwork;
import skipstitch.network.Network;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.session.RaceStanding;
import skipstitch.session.RaceStanding.State;
import skipstitch.training.Point;

class TrainingGestureTest {
    private static final String ENDLESS = "100000";

    @Test
    void aRaceRunsToItsEndWithCurvesPredictionsAndWhatItFound() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.P);
            start(window, "2", "2");
            window.await("the race's end", () -> state(window) == State.FINISHED);

            RaceStanding standing = standing(window).orElseThrow();
            assertThat(standing.curves()).hasSize(6).allSatisfy(curve ->
                    assertThat(curve.points()).extracting(Point::step).containsExactly(0, 1, 2));
            assertThat(standing.predictions()).hasSize(3).allSatisfy(each -> assertThat(each).isNotEmpty());
            assertThat(standing.seed()).contains(2L);
            assertThat(lines(window)).hasSize(6).allSatisfy(line -> assertThat(line.getPoints()).hasSize(6));
            assertThat(window.texts(window.node("race-predictions"))).contains("wanted", "Add", "Concat", "No skip");
            assertThat(window.texts(window.node("race-table"))).contains("2 of 2");
            assertThat(window.texts(window.node("race-found"))).first().asString().isEqualTo("This race");
            assertThat(window.texts(window.node("race-papers"))).anyMatch(text -> text.contains("SegNet"));
            assertThat(window.text("race-headway")).isEqualTo("Through.");
        }
    }

    @Test
    void itPausesSurvivesEditsAndAClosedPaneAndIsCalledOffAtOnce() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.click("train");
            start(window, "1", ENDLESS);
            window.await("first points of all lanes", () -> standing(window)
                    .filter(now -> now.predictions().size() == 3).isPresent());

            window.click("race-pause");
            window.await("a pause", () -> state(window) == State.PAUSED);
            assertThat(window.text("race-pause")).isEqualTo("Go on");
            window.click("race-pause");
            window.await("going on", () -> state(window) == State.GOING);

            window.press(KeyCode.ESCAPE);
            window.await("a closed pane", () -> window.find("race").isEmpty());
            Network before = window.session().document().get().network();
            WindowDriver.act(() -> window.session().edit(new RenameNetwork("Another")));
            window.settle();
            double then = progress(window);
            window.await("the race going on meanwhile", () -> progress(window) > then);
            window.pressCommand(KeyCode.Z);
            assertThat(window.session().document().get().network()).isEqualTo(before);
            assertThat(state(window)).isEqualTo(State.GOING);

            window.press(KeyCode.P);
            window.click("race-cancel");
            assertThat(state(window)).isEqualTo(State.STOPPED);
            assertThat(window.text("race-headway")).startsWith("Called off at ");
            assertThat(WindowDriver.fx(() -> window.session().sheets().racing().underWay().get())).isFalse();
            assertThat(lines(window)).isNotEmpty();
            // What was called off is in nobody's way.
            start(window, "1", "1");
            window.await("the next race's end", () -> state(window) == State.FINISHED);
        }
    }

    @Test
    void whatCannotBeReadOrTrainedIsSaidAndNothingStarts() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.P);
            start(window, "many", "4");
            assertThat(window.text("race-refusal")).isEqualTo("Seeds is a whole number, not 'many'");
            start(window, "1", "0");
            assertThat(window.text("race-refusal")).isEqualTo("A race has 1 to 1000000 steps, not 0");
            WindowDriver.act(() -> {
                combo(window).setValue("As drawn");
                window.session().edit(new RenameNetwork("Mine"));
            });
            for (Variant variant : List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP)) {
                window.click("race-merge-" + variant.word());
            }
            start(window, "1", "4");
            assertThat(window.text("race-refusal")).isEqualTo("A race needs at least one merge, and none twice");
            assertThat(standing(window)).isEmpty();
        }
    }

    @Test
    void closingTheWindowAsksAboutTheRace() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.P);
            start(window, "1", ENDLESS);
            window.await("a race", () -> state(window) == State.GOING);
            WindowDriver.act(() -> window.stage().fireEvent(
                    new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
            assertThat(window.session().notice().get().orElseThrow().text())
                    .startsWith("A race is under way, ").endsWith("it would be lost.");
            assertThat(WindowDriver.fx(() -> window.stage().isShowing())).isTrue();
            WindowDriver.act(() -> window.session().notice().get().orElseThrow().choices().getFirst().act().run());
            assertThat(WindowDriver.fx(() -> window.stage().isShowing())).isFalse();
        }
    }

    /** With small batches, so that nobody waits. */
    private static void start(WindowDriver window, String seeds, String steps) {
        window.await("the settings", () -> window.find("race-seeds").isPresent());
        WindowDriver.act(() -> {
            field(window, "race-seeds").setText(seeds);
            field(window, "race-steps").setText(steps);
            field(window, "race-batch").setText("2");
            ((ButtonBase) window.node("race-start")).fire();
        });
    }

    private static TextField field(WindowDriver window, String id) {
        return (TextField) window.node(id);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> combo(WindowDriver window) {
        return (ComboBox<String>) window.node("race-network");
    }

    private static Optional<RaceStanding> standing(WindowDriver window) {
        return window.session().sheets().racing().standing().get();
    }

    private static State state(WindowDriver window) {
        return standing(window).map(RaceStanding::state).orElse(null);
    }

    private static double progress(WindowDriver window) {
        return standing(window).map(RaceStanding::progress).orElse(0.0);
    }

    private static List<Polyline> lines(WindowDriver window) {
        return WindowDriver.fx(() -> WindowDriver.under(window.node("race")).filter(Polyline.class::isInstance)
                .map(Polyline.class::cast).toList());
    }
}
