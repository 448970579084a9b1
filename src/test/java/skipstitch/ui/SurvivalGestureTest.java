package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import skipstitch.explain.survival.Survival;
import skipstitch.explain.survival.Survived;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Presets;
import skipstitch.session.Rebuilding;

/** The sheet of what survived. */
class SurvivalGestureTest {

    private static Rebuilding rebuilding(WindowDriver window) {
        return window.session().sheets().survival();
    }

    private static Survival rebuilt(WindowDriver window) {
        window.await("rebuilt pictures", () -> !rebuilding(window).staleProperty().get()
                && rebuilding(window).found().get().isPresent());
        window.layOut();
        return WindowDriver.fx(() -> rebuilding(window).found().get().orElseThrow());
    }

    private static double error(Survival survival, int lane) {
        return ((Survived.Rebuilt) survival.lanes().get(lane)).score().rmse();
    }

    @Test
    void threePicturesStandBesideTheOriginalWithTheirErrors() {
        try (WindowDriver window = WindowDriver.open(1280, 720)) {
            window.click("what-survived");
            Survival survival = rebuilt(window);
            assertThat(window.text("survival-title")).isEqualTo("What survived at merge?");
            assertThat(window.ids(id -> id.startsWith("survived-"))).containsExactly("survived-original",
                    "survived-add", "survived-concat", "survived-no-skip");
            assertThat(error(survival, 1)).isLessThan(error(survival, 0));
            assertThat(error(survival, 0)).isLessThan(error(survival, 2));
            assertThat(window.texts(window.node("survived-concat"))).contains("Concat, 16×32×32", "error below 0.001");
            assertThat(window.text("survival-finding"))
                    .startsWith("Most can be read out of concat (error below 0.001), least out of no skip (error 0.");
        }
    }

    @Test
    void followsTheSelectionAndTheEditsOfTheNetwork() {
        try (WindowDriver window = WindowDriver.open(1280, 720)) {
            window.press(KeyCode.U);
            rebuilt(window);
            WindowDriver.act(() -> {
                window.session().select(NodeId.of("conv0"));
                assertThat(rebuilding(window).staleProperty().get()).isTrue();
                assertThat(window.scene().lookup("#survival-computing").isVisible()).isTrue();
                assertThat(window.scene().lookup("#survival-finding").isVisible()).isFalse();
            });
            Survival before = rebuilt(window);
            assertThat(before.node()).isEqualTo(NodeId.of("conv0"));
            assertThat(window.text("survival-finding")).startsWith("As much can be read out of each: ");

            WindowDriver.act(() -> window.session().select(NodeId.of("merge")));
            rebuilt(window);
            window.press(KeyCode.X);
            assertThat(rebuilt(window).node()).isEqualTo(NodeId.of("merge"));
        }
    }

    @Test
    void closesByEscAndMakesWayForTheCosts() {
        try (WindowDriver window = WindowDriver.open(1280, 720)) {
            window.press(KeyCode.U);
            rebuilt(window);
            window.press(KeyCode.D);
            assertThat(window.find("survival")).isEmpty();
            assertThat(window.find("costs")).isPresent();
            window.press(KeyCode.U);
            assertThat(window.find("costs")).isEmpty();
            rebuilt(window);
            window.press(KeyCode.ESCAPE);
            assertThat(window.find("survival")).isEmpty();
            assertThat(WindowDriver.fx(() -> rebuilding(window).found().get())).isEmpty();
        }
    }

    @Test
    void saysWhyNothingCanBeRebuilt() {
        try (WindowDriver window = WindowDriver.open(Presets.find("resnet-20").orElseThrow(), 1280, 720)) {
            NodeId last = WindowDriver.fx(() -> window.session().comparison().get().drawn().outputs().getFirst().id());
            WindowDriver.act(() -> window.session().select(last));
            window.press(KeyCode.U);
            Survival survival = rebuilt(window);
            assertThat(survival.lanes()).allSatisfy(lane -> assertThat(lane).isInstanceOf(Survived.Nothing.class));
            assertThat(window.ids(id -> id.startsWith("survived-"))).isEqualTo(List.of("survived-original"));
            assertThat(window.text("survival-finding")).isEqualTo("No picture can be rebuilt from these tensors.");
        }
    }
}
