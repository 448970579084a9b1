package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.session.Shown;

class WindowCommandsTest {
    private final RecordingScreen screen = new RecordingScreen(true);
    private final RecordingScreen none = new RecordingScreen(false);

    @AfterEach
    void removeFoldersMadeForPictures() throws IOException {
        for (Screen.Rendering rendering : none.rendered) {
            Files.deleteIfExists(rendering.out().getParent());
        }
    }

    private static List<Variant> lanes(Screen.Rendering rendering) {
        return rendering.net().opened().document().lanes();
    }

    @Test
    void noArgumentsOpenTheFirstPreset() {
        Typed typed = Typed.on(screen);

        assertThat(typed).isEqualTo(new Typed(0, "", ""));
        assertThat(screen.opened).containsExactly(NetArgument.net(Presets.first()));
        assertThat(screen.rendered).isEmpty();
    }

    @Test
    void openTakesAPreset() {
        assertThat(Typed.on(screen, "open", "dense-block").code()).isZero();
        assertThat(screen.opened).extracting(Net::name).containsExactly("dense-block");
    }

    @ParameterizedTest
    @CsvSource({"'', residual-block", "open encoder-decoder, encoder-decoder"})
    void withNoDisplayTheOpeningScreenIsDrawnAndItsPathIsTheLastLine(String line, String preset) {
        Typed typed = Typed.on(none, line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(typed.code()).isZero();
        assertThat(none.rendered).singleElement().satisfies(rendering -> {
            assertThat(rendering.net().name()).isEqualTo(preset);
            assertThat(lanes(rendering)).isEqualTo(Shown.BOTH.variants());
            assertThat(rendering.out().getParent()).isDirectory();
            assertThat(typed.outLines()).containsExactly(rendering.out().toString());
        });
        assertThat(typed.errLines()).singleElement().asString().contains("no display");
    }

    @Test
    void renderDrawsTheWindowAsAsked(@TempDir Path folder) {
        Path out = folder.resolve("window.png");

        Typed typed = Typed.on(screen, "render", "dense-block", "--out", out.toString(), "--size", "1280x720",
                "--theme", "dark", "--merge", "no-skip");

        assertThat(typed).isEqualTo(new Typed(0, "", ""));
        assertThat(screen.rendered).singleElement().satisfies(rendering -> {
            assertThat(rendering).isEqualTo(new Screen.Rendering(rendering.net(), out, 1280, 720, Screen.Look.dark));
            assertThat(rendering.net().name()).isEqualTo("dense-block");
            assertThat(lanes(rendering)).isEqualTo(Shown.NO_SKIP.variants());
        });
    }

    @Test
    void renderDrawsBothLanesInTheLightUnlessAskedOtherwise(@TempDir Path folder) {
        Path out = folder.resolve("window.png");

        Typed.on(screen, "render", "residual-block", "--out", out.toString());

        assertThat(screen.rendered).containsExactly(new Screen.Rendering(
                NetArgument.net(Presets.first()), out, 1920, 1080, Screen.Look.light));
        assertThat(lanes(screen.rendered.getFirst())).isEqualTo(Shown.BOTH.variants());
    }

    @ParameterizedTest
    @CsvSource({"residual-block, ADD", "residual-projection, ADD", "encoder-decoder, CONCAT", "dense-block, CONCAT"})
    void asDrawnIsTheLaneThatTheDrawingIs(String preset, Shown lane, @TempDir Path folder) {
        Typed.on(screen, "render", preset, "--merge", "as-drawn", "--out", folder.resolve("window.png").toString());

        assertThat(screen.rendered).extracting(WindowCommandsTest::lanes).containsExactly(lane.variants());
    }
}
