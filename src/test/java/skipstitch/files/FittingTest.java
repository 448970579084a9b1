package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.document.CropBox;
import skipstitch.document.Picture;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class FittingTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);

    @Test
    void atItsOwnSizeAPictureIsItself() {
        Picture picture = random(7, 5, 1);
        Tensor tensor = Fitting.toTensor(picture, new Shape(3, 5, 7));
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < 5; y++) {
                for (int x = 0; x < 7; x++) {
                    assertThat(tensor.at(channel, y, x)).isCloseTo(channel(picture.at(x, y), channel), ROUNDING);
                }
            }
        }
    }

    @Test
    void oneChannelIsTheLuma() {
        Tensor tensor = Fitting.toTensor(Picture.of("it", 3, 1, new int[] {0xFFFF0000, 0xFF00FF00, 0xFF0000FF}),
                new Shape(1, 1, 3));
        assertThat(tensor.values()).containsExactly(new float[] {0.2126f, 0.7152f, 0.0722f}, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7})
    void otherNumbersOfChannelsRepeatRedGreenBlue(int channels) {
        Tensor tensor = Fitting.toTensor(Picture.of("it", 1, 1, new int[] {0xFFFF6633}), new Shape(channels, 1, 1));
        float[] expected = {1, 0.4f, 0.2f};
        for (int channel = 0; channel < channels; channel++) {
            assertThat(tensor.at(channel, 0, 0)).isCloseTo(expected[channel % 3], ROUNDING);
        }
    }

    @Test
    void shrinkingAveragesTheAreaThatAPixelCovers() {
        int[] grey = new int[36];
        Arrays.setAll(grey, i -> 0xFF000000 | i * 0x010101);
        Tensor tensor = Fitting.toTensor(Picture.of("it", 6, 6, grey), new Shape(3, 2, 2));
        // The upper left 3×3 has 0, 1, 2, 6, 7, 8, 12, 13, 14.
        assertThat(tensor.at(0, 0, 0) * 255).isCloseTo(7, within(1e-4f));
        assertThat(tensor.at(2, 1, 1) * 255).isCloseTo(28, within(1e-4f));
    }

    @Test
    void pixelsOnTheBorderOfAnAreaCountByTheirShare() {
        Tensor tensor = Fitting.toTensor(greyRow(0, 100, 200), new CropBox(0, 0, 3, 1), new Shape(3, 1, 2));
        assertThat(tensor.at(0, 0, 0) * 255).isCloseTo((0 + 100 * 0.5f) / 1.5f, within(1e-4f));
        assertThat(tensor.at(0, 0, 1) * 255).isCloseTo((100 * 0.5f + 200) / 1.5f, within(1e-4f));
    }

    @Test
    void enlargingInterpolatesBetweenTheMiddlesOfPixels() {
        Tensor tensor = Fitting.toTensor(greyRow(0, 200), new CropBox(0, 0, 2, 1), new Shape(3, 1, 4));
        float[] row = Arrays.copyOf(tensor.values(), 4);
        for (int i = 0; i < 4; i++) {
            row[i] *= 255;
        }
        assertThat(row).containsExactly(new float[] {0, 50, 150, 200}, within(1e-4f));
    }

    @Test
    void nothingOutsideTheBoxShowsThrough() {
        Picture picture = greyRow(255, 10, 20, 255);
        for (int width = 1; width <= 9; width++) {
            Tensor tensor = Fitting.toTensor(picture, new CropBox(1, 0, 2, 1), new Shape(3, 1, width));
            assertThat(tensor.extent().max() * 255).as("%d wide", width).isLessThanOrEqualTo(20.001f);
        }
    }

    @Test
    void averagesAgreeWithFineSamplingOnRandomBoxes() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Picture picture = random(random.nextInt(4, 40), random.nextInt(4, 40), seed);
            int height = random.nextInt(1, 4);
            int width = random.nextInt(1, 4);
            double boxWidth = random.nextDouble(width, Math.max(width + 0.1, picture.width()));
            double boxHeight = random.nextDouble(height, Math.max(height + 0.1, picture.height()));
            CropBox box = new CropBox(random.nextDouble(Math.max(1e-9, picture.width() - boxWidth)),
                    random.nextDouble(Math.max(1e-9, picture.height() - boxHeight)),
                    Math.min(boxWidth, picture.width()), Math.min(boxHeight, picture.height()));
            Tensor tensor = Fitting.toTensor(picture, box, new Shape(3, height, width));
            assertThat(tensor.at(1, height - 1, width - 1)).as("seed %d", seed)
                    .isCloseTo(sampled(picture, box, height, width), within(0.02f));
        }
    }

    /** The last output pixel's green, as the mean of very many points. */
    private static float sampled(Picture picture, CropBox box, int height, int width) {
        int points = 300;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                double x = box.x() + box.width() * (width - 1 + (i + 0.5) / points) / width;
                double y = box.y() + box.height() * (height - 1 + (j + 0.5) / points) / height;
                sum += channel(picture.at(Math.min((int) x, picture.width() - 1),
                        Math.min((int) y, picture.height() - 1)), 1);
            }
        }
        return (float) (sum / points / points);
    }

    @Test
    void valuesStayBetweenZeroAndOne() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] white = new int[random.nextInt(1, 30) * 7];
            Arrays.fill(white, -1);
            Picture picture = Picture.of("white", white.length / 7, 7, white);
            Shape input = new Shape(random.nextInt(1, 5), random.nextInt(1, 40), random.nextInt(1, 40));
            for (float value : Fitting.toTensor(picture, input).values()) {
                assertThat(value).as("seed %d", seed).isBetween(1 - 1e-6f, 1f);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"300, 200, 32, 32, 50, 0, 200, 200", "200, 300, 32, 32, 0, 50, 200, 200",
            "100, 100, 10, 20, 0, 25, 100, 50",
        "10, 10, 64, 64, 0, 0, 10, 10", "100, 1, 5, 5, 49.5, 0, 1, 1"})
    void theCropIsTheLargestInTheMiddle(int pictureWidth, int pictureHeight, int height, int width, double x, double y,
            double boxWidth, double boxHeight) {
        Picture picture = random(pictureWidth, pictureHeight, 3);
        CropBox box = CropBox.centred(picture, new Shape(3, height, width));
        assertThat(box).isEqualTo(new CropBox(x, y, boxWidth, boxHeight));
        assertThat(box.isWithin(picture)).isTrue();
    }

    @Test
    void aBoxMovesNoFurtherThanThePictureGoes() {
        Picture picture = random(300, 200, 3);
        CropBox box = CropBox.centred(picture, new Shape(3, 32, 32));
        assertThat(box.movedBy(-20, 5, picture)).isEqualTo(new CropBox(30, 0, 200, 200));
        assertThat(box.movedBy(-80, 0, picture)).isEqualTo(new CropBox(0, 0, 200, 200));
        assertThat(box.movedBy(80, 0, picture)).isEqualTo(new CropBox(100, 0, 200, 200));
    }

    @Test
    void aBoxBesideThePictureIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() ->
                Fitting.toTensor(random(10, 10, 1), new CropBox(5, 5, 6, 5), new Shape(1, 2, 2)))
                .withMessageContaining("is not within");
        assertThatIllegalArgumentException().isThrownBy(() -> new CropBox(0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CropBox(Double.NaN, 0, 1, 1));
    }

    private static Picture greyRow(int... values) {
        return Picture.of("row", values.length, 1,
                Arrays.stream(values).map(value -> 0xFF000000 | value * 0x010101).toArray());
    }

    private static Picture random(int width, int height, long seed) {
        return Picture.of("random", width, height,
                new SplittableRandom(seed).ints((long) width * height).map(value -> value | 0xFF000000).toArray());
    }

    private static float channel(int argb, int channel) {
        return (argb >> 16 - 8 * channel & 255) / 255f;
    }
}
