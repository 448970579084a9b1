package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.session.Headway;
import skipstitch.session.Session.Status;
import skipstitch.session.Stepwise;

/** A run that takes its time, as the window shows it. */
class RunningViewTest {
    private static final int ENOUGH = 1_000_000;

    private final Stepwise engine = new Stepwise(PlainEngine.open());

    private WindowDriver open() {
        return WindowDriver.unsettled(Presets.first(), 1280, 800, () -> new EngineStart(engine, Optional.empty()));
    }

    private void untilLayer(WindowDriver window, int done) {
        engine.permits().release(done);
        window.await("layer " + done, () -> window.session().computing().headway().get()
                .filter(at -> at.stage() == Headway.Stage.LAYERS && at.done() == done).isPresent());
    }

    private static ImageView picture(WindowDriver window, String node) {
        Node view = window.node(node);
        return WindowDriver.under(view).filter(ImageView.class::isInstance).map(ImageView.class::cast).findFirst()
                .orElseThrow();
    }

    @Test
    void layersAndPicturesAreShownAsTheyComeAndEscapeStopsThemAtOnce() {
        try (WindowDriver window = open()) {
            untilLayer(window, 6);
            assertThat(window.text("engine")).startsWith("Computing layer 6 of 16");
            assertThat(picture(window, "add:input").getImage()).isNotNull();
            assertThat(picture(window, "add:input").getOpacity()).isEqualTo(1);
            assertThat(picture(window, "add:relu3").getImage()).isNull();
            window.press(KeyCode.ESCAPE);
            assertThat(window.session().status().get()).isEqualTo(Status.STOPPED);
            assertThat(window.find("stop")).isEmpty();
            assertThat(window.texts(window.node("notice"))).contains("Run again")
                    .anyMatch(text -> text.startsWith("Stopped after 6 of 16 layers."));
            engine.permits().release(ENOUGH);
            window.click("choice-run-again");
            window.settle();
            assertThat(window.find("notice")).isEmpty();
            assertThat(picture(window, "add:relu3").getImage()).isNotNull();
        }
    }

    @Test
    void whatIsOfAnotherPictureIsPaleUntilItIsComputed() {
        try (WindowDriver window = open()) {
            engine.permits().release(ENOUGH);
            window.settle();
            engine.permits().drainPermits();
            WindowDriver.act(() -> window.session().picturing().choose(BuiltInPicture.FACE.load()));
            untilLayer(window, 6);
            assertThat(picture(window, "add:input").getOpacity()).isEqualTo(1);
            assertThat(picture(window, "add:relu3").getOpacity()).isLessThan(0.5);
            window.layOut();
            window.click("stop");
            assertThat(picture(window, "add:relu3").getOpacity()).as("still of the picture before").isLessThan(0.5);
            engine.permits().release(ENOUGH);
            window.click("choice-run-again");
            window.settle();
            assertThat(picture(window, "add:relu3").getOpacity()).isEqualTo(1);
        }
    }
}
