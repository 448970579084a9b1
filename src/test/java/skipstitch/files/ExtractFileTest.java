package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.files.ExtractFile.Format;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourMap;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Tensor;

/** Tensors and maps as text, as pictures, and in files. */
class ExtractFileTest {
    private static final Tensor SMALL = new Tensor(new Shape(2, 2, 2),
            new float[] {1, -2.5f, 0, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e-10f, 0.1f});
    private static final ColourScale SCALE = ColourScale.of(SMALL.extent());

    @TempDir
    Path folder;

    private static String text(Extract extract, char separator) throws IOException {
        StringBuilder text = new StringBuilder();
        ExtractText.write(extract, separator, text);
        return text.toString();
    }

    @Test
    void aMapIsItsRowsAlone() throws IOException {
        assertThat(text(new Extract.Map(SMALL, 0), ',')).isEqualTo("1.0,-2.5\n0.0,nan\n");
        assertThat(text(new Extract.Map(SMALL, 1), '\t')).isEqualTo("inf\t-inf\n1.0E-10\t0.1\n");
    }

    @Test
    void aTensorsRowsSayWhereTheyAre() throws IOException {
        assertThat(text(new Extract.Whole(SMALL), ',')).isEqualTo("""
                channel,row,0,1
                0,0,1.0,-2.5
                0,1,0.0,nan
                1,0,inf,-inf
                1,1,1.0E-10,0.1
                """);
    }

    @Test
    void numbersReadAgainAreTheSameFloats() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Shape shape = new Shape(1 + random.nextInt(4), 1 + random.nextInt(5), 1 + random.nextInt(5));
            float[] values = new float[shape.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.intBitsToFloat(random.nextInt());
                values[i] = Float.isFinite(values[i]) ? values[i] : 0;
            }
            List<Float> read = new ArrayList<>();
            text(new Extract.Whole(new Tensor(shape, values)), ',').lines().skip(1)
                    .forEach(line -> Stream.of(line.split(",")).skip(2).map(Float::valueOf).forEach(read::add));
            float[] again = new float[read.size()];
            for (int i = 0; i < again.length; i++) {
                again[i] = read.get(i);
            }
            assertThat(again).as("seed " + seed).containsExactly(values);
        }
    }

    @Test
    void everyFormatIsWrittenInPlaceOfWhatWasThere() throws IOException {
        for (Format format : Format.values()) {
            for (Extract extract : List.of(new Extract.Whole(SMALL), new Extract.Map(SMALL, 1))) {
                Path file = folder.resolve("x" + format.ending());
                Files.writeString(file, "before");
                ExtractFile.write(file, extract, format, SCALE);
                byte[] bytes = Files.readAllBytes(file);
                String start = new String(bytes, 0, Math.min(bytes.length, 128), StandardCharsets.ISO_8859_1);
                boolean map = extract instanceof Extract.Map;
                switch (format) {
                    case NPY -> assertThat(start).contains(map ? "'shape': (2, 2), " : "'shape': (1, 2, 2, 2), ");
                    case CSV -> assertThat(start).isEqualTo(text(extract, ','));
                    case PNG -> assertThat(start).startsWith("\u0089PNG");
                }
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("nothing is left beside them").hasSize(Format.values().length);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesNothing() throws IOException {
        for (Format format : Format.values()) {
            Path nowhere = folder.resolve("missing").resolve("x" + format.ending());
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> ExtractFile.write(nowhere, new Extract.Whole(SMALL), format, SCALE));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPicturesPixelsHaveTheColoursOfTheValuesAndWhiteBetweenTheMaps() {
        ExtractPicture map = ExtractPicture.of(new Extract.Map(SMALL, 0), SCALE);
        assertThat(map.width()).isEqualTo(384).isEqualTo(map.height());
        assertThat(map.argb()[0]).isEqualTo(SCALE.argb(1));
        assertThat(map.argb()[383]).isEqualTo(SCALE.argb(-2.5f));
        assertThat(map.argb()[map.argb().length - 1]).isEqualTo(ColourMap.NAN_ARGB);
        ExtractPicture whole = ExtractPicture.of(new Extract.Whole(SMALL), SCALE);
        assertThat(whole.width()).isEqualTo(64 + 4 + 64);
        assertThat(whole.height()).isEqualTo(64);
        assertThat(whole.argb()[65]).as("the gap").isEqualTo(0xffffffff);
        assertThat(whole.argb()[68]).isEqualTo(ColourMap.INFINITE_ARGB);
    }

    @Test
    void noPictureIsLargerThanOtherProgramsTake() {
        for (Shape shape : List.of(new Shape(1, 1, 20_000), new Shape(300, 300, 300), new Shape(2048, 1, 1),
                new Shape(3, 9000, 1))) {
            ExtractPicture picture = ExtractPicture.of(new Extract.Whole(Tensor.zeros(shape)), SCALE);
            assertThat(Math.max(picture.width(), picture.height())).as(shape.toString()).isBetween(1, 8192);
        }
    }

    @Test
    void thereIsNoMapOfAChannelThatIsNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Extract.Map(SMALL, 2)).withMessage("2×2×2 has no channel 2");
    }
}
