package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.onnx.Models.wholes;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.files.documents.ReadDocument;
import skipstitch.files.documents.SkipFile;
import skipstitch.network.presets.Presets;
import skipstitch.onnx.Models;
import skipstitch.onnx.OnnxOracle;

class ImportCommandTest {
    @TempDir
    Path folder;

    private static String model(String name) {
        try {
            return Path.of(OnnxOracle.class.getResource(name).toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatCameInIsSaid() {
        assertThat(Typed.of("import", model("torch-unet.onnx"))).isEqualTo(new Typed(0, """
                network     torch-unet
                input       1×20×18
                layers      29
                parameters  4,190
                skips       2
                            up2.concat_1 concats down2.5
                            up1.concat_1 concats down1.5
                left out    nothing
                """, ""));
    }

    @Test
    void whatIsLeftOutIsNamed() throws Exception {
        Path file = Files.write(folder.resolve("odd.onnx"), Models.of(17, 1, 3, 0, 0).op("Relu", List.of("x"), "r")
                .op("HardSwish", List.of("r"), "h").op("MaxPool", List.of("h"), "y", wholes("kernel_shape", 2, 2)).bytes());
        assertThat(Typed.of("import", file.toString())).isEqualTo(new Typed(0, """
                network     odd
                input       3×224×224
                layers      2
                parameters  0
                skips       none
                remark      The model leaves the size of “x” open; 3×224×224 was chosen.
                left out
                            HardSwish “h”: Skipstitch has no such layer.
                            One more operator reads what these would have given, and is left out with them.
                """, ""));
    }

    @Test
    void itIsSavedWithItsWeightsBeside() throws Exception {
        Path out = folder.resolve("unet.skip.json");
        Typed typed = Typed.of("import", model("torch-unet.onnx"), "--out", out.toString());
        assertThat(typed.out()).endsWith(out + "\n");
        ReadDocument read = SkipFile.read(out);
        assertThat(read.problems()).isEmpty();
        assertThat(read.document().given().byNode()).hasSize(13);
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).hasSize(2)
                    .anyMatch(name -> name.matches("unet\\.[0-9a-f]{32}\\.npz"));
        }
    }

    @Test
    void everyCommandTakesAModelWhereItTakesAPreset() throws Exception {
        Path first = folder.resolve("first.onnx");
        Path again = folder.resolve("again.onnx");
        assertThat(Typed.of("export", "encoder-decoder", "--onnx", first.toString()).code()).isZero();
        assertThat(Typed.of("shapes", first.toString(), "--merge", "add").out())
                .isEqualTo(Typed.of("shapes", "encoder-decoder", "--merge", "add").out());
        assertThat(Typed.of("export", first.toString(), "--seed", "99", "--onnx", again.toString()).code()).isZero();
        assertThat(again).as("its own weights, whatever the seed").hasSameBinaryContentAs(first);
        assertThat(Presets.find("encoder-decoder")).isPresent();
    }

    @Test
    void badInputIsOneLine() throws Exception {
        assertThat(Typed.of("import", folder.resolve("gone.onnx").toString()))
                .isEqualTo(new Typed(2, "", "skipstitch: “gone.onnx” is not there; choose a file that exists.\n"));
        Path bad = Files.write(folder.resolve("bad.onnx"), new byte[] {1, 2, 3});
        assertThat(Typed.of("import", bad.toString()))
                .isEqualTo(new Typed(2, "", "skipstitch: “bad.onnx” is damaged, or no ONNX model.\n"));
        assertThat(Typed.of("import", model("torch-unet.onnx"), "--out", "x.json").err())
                .contains("does not end in .skip.json");
    }
}
