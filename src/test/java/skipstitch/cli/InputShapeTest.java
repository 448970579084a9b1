package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.files.documents.SkipFile;
import skipstitch.files.documents.UnreadableDocument;
import skipstitch.network.Shape;

/** Another shape of the input, at the command line. */
class InputShapeTest {
    @TempDir
    private Path folder;

    @Test
    void shapesAndCostsAreThoseOfTheShape() {
        assertThat(Typed.of("shapes", "unet", "--input-shape", "3x128x128").out())
                .isEqualTo(Typed.of("shapes", "unet", "--input", "3x128x128").out()).contains("1×128×128");
        assertThat(Typed.of("compare", "unet", "--input-shape", "3x128x128").out()).contains("3×128×128");
    }

    @Test
    void theWindowIsDrawnWithIt() {
        RecordingScreen screen = new RecordingScreen(true);
        assertThat(Typed.on(screen, "render", "unet", "--input-shape", "1x64x64", "--out",
                folder.resolve("u.png").toString()).code()).isZero();
        assertThat(screen.rendered).singleElement().satisfies(rendering ->
                assertThat(rendering.net().network().inputShape()).contains(new Shape(1, 64, 64)));
    }

    @Test
    void aFileIsSavedWithIt() throws UnreadableDocument {
        Path file = folder.resolve("small.skip.json");
        assertThat(Typed.of("save", "fcn-8s", "--input-shape", "3x212x212", "--out", file.toString()).code()).isZero();
        assertThat(SkipFile.read(file).document().network().inputShape()).contains(new Shape(3, 212, 212));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shapes  | unet    | 3x250x250 | At 250×250 the fourth pool gets 31×31, an odd size. 240×240 and 256×256 would work.
            compare | linknet | 3x360x480 | At 360×480 the sixth layer with a stride gets 23×30, an odd size. 352×480 and 384×480 would work.
            shapes  | fcn-32s | 3x510x510 | At 510×510 what comes out is 532×532. 500×500 and 532×532 would work.
            """)
    void whatDoesNotWorkSaysWhichSizesWould(String command, String net, String shape, String sentence) {
        assertThat(Typed.of(command, net, "--input-shape", shape).errLines()).last().isEqualTo("skipstitch: " + sentence);
    }

    @Test
    void aRefusedExportSaysSoInItsOneLine() {
        Typed typed = Typed.of("export", "unet", "--input-shape", "3x250x250", "--onnx",
                folder.resolve("u.onnx").toString());
        assertThat(typed.code()).isEqualTo(Skipstitch.BAD_INPUT);
        assertThat(typed.errLines()).singleElement().asString().endsWith("240×240 and 256×256 would work.");
    }

    @Test
    void whatIsNoShapeIsRefused() {
        Typed typed = Typed.of("compare", "unet", "--input-shape", "250");
        assertThat(typed.code()).isEqualTo(Skipstitch.BAD_INPUT);
        assertThat(typed.errLines()).singleElement().asString()
                .contains("--input-shape: '250' is not a shape: write channels x height x width");
    }
}
