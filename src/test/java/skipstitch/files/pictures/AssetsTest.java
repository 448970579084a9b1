package skipstitch.files.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.files.PngFile;

/**
 * Holds the committed files and the code that draws them together. With {@code -Dpictures.write=true} it writes
 * the files first.
 */
class AssetsTest {
    private static final Path ASSETS = Path.of("assets");

    @BeforeAll
    static void writeTheFilesIfAsked() throws IOException {
        if (Boolean.getBoolean("pictures.write")) {
            Files.createDirectories(ASSETS.resolve("pictures"));
            for (Arguments arguments : files().toList()) {
                int side = (int) arguments.get()[2];
                PngFile.write((Path) arguments.get()[0], ((Drawing) arguments.get()[1]).pixels(side), side, side);
            }
            Files.writeString(ASSETS.resolve("icon.svg"), new Icon().svg());
        }
    }

    static Stream<Arguments> files() {
        return Stream.concat(
                Drawing.inputPictures().stream().map(drawing ->
                        Arguments.of(ASSETS.resolve("pictures").resolve(drawing.name() + ".png"), drawing, 256)),
                Stream.of(32, 64, 128, 256).map(side ->
                        Arguments.of(ASSETS.resolve("icon-" + side + ".png"), new Icon(), side)));
    }

    static List<Drawing> inputPictures() {
        return Drawing.inputPictures();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFileIsWhatTheCodeDraws(Path file, Drawing drawing, int side) throws IOException {
        int[] drawn = drawing.pixels(side);
        BufferedImage stored = ImageIO.read(file.toFile());
        assertThat(stored.getWidth()).isEqualTo(side);
        assertThat(stored.getHeight()).isEqualTo(side);
        assertThat(Arrays.mismatch(stored.getRGB(0, 0, side, side, null, 0, side), drawn))
                .as("first pixel that differs; assets/README.md says how to write the files anew").isEqualTo(-1);
    }

    @Test
    void theVectorIconIsWhatTheCodeWrites() throws IOException {
        Path file = ASSETS.resolve("icon.svg");
        assertThat(file).hasContent(new Icon().svg());
    }

    @Test
    void noFileIsWithoutCode() throws IOException {
        List<String> drawn = Drawing.inputPictures().stream().map(drawing -> drawing.name() + ".png").toList();
        try (Stream<Path> files = Files.list(ASSETS.resolve("pictures"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(drawn);
        }
    }

    @ParameterizedTest
    @MethodSource("inputPictures")
    void inputPicturesUseMostOfTheTonalRangeEvenWhenSmallAndGrey(Drawing drawing) {
        int small = 32;
        int[] pixels = drawing.pixels(256);
        double[] grey = new double[small * small];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            grey[i / 256 / 8 * small + i % 256 / 8] += (0.2126 * (pixel >> 16 & 255) + 0.7152 * (pixel >> 8 & 255)
                    + 0.0722 * (pixel & 255)) / 64;
        }
        assertThat(Arrays.stream(grey).min().orElseThrow()).as("darkest of %s", drawing.name()).isLessThan(50);
        assertThat(Arrays.stream(grey).max().orElseThrow()).as("lightest of %s", drawing.name()).isGreaterThan(200);
    }
}
