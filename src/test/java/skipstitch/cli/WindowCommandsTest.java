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
        return rendering.net().origin().document().lanes();
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

    @Test
    void asDrawnIsALaneOfItsOwnWhateverItMixes(@TempDir Path folder) {
        Typed typed = Typed.on(screen, "render", "resunet", "--merge", "as-drawn", "--out", folder.resolve("w.png").toString());

        assertThat(typed).isEqualTo(new Typed(0, "", ""));
        assertThat(screen.rendered).extracting(WindowCommandsTest::lanes).containsExactly(List.of(Variant.AS_DRAWN));
    }

    @Test
    void otherNetworksStandBesideAllAsDrawn() {
        assertThat(Typed.on(screen, "open", "mini-unet", "--beside", "mini-segnet", "--beside", "mini-fcn").code()).isZero();

        Net opened = screen.opened.getFirst();
        assertThat(opened.network().name()).isEqualTo("mini-unet");
        assertThat(opened.beside()).containsExactly("mini-segnet", "mini-fcn");
        assertThat(opened.origin().document().beside()).extracting(each -> each.network().name())
                .containsExactly("mini-segnet", "mini-fcn");
        assertThat(opened.origin().document().lanes()).containsExactly(Variant.AS_DRAWN);
    }

    @ParameterizedTest
    @CsvSource({"mini-unet --beside mini-segnett, 'mini-segnet'", "mini-unet --beside mini-fcn --beside mini-fcn, stands beside already",
            "plain-20 --beside mini-fcn --beside mini-unet --beside mini-segnet --beside mini-linknet, no more than 3"})
    void whatCannotStandBesideIsSaid(String line, String said) {
        Typed typed = Typed.on(screen, ("open " + line).split(" "));

        assertThat(typed.code()).isEqualTo(Skipstitch.BAD_INPUT);
        assertThat(typed.errLines()).singleElement().asString().contains(said);
        assertThat(screen.opened).isEmpty();
    }
}
