package skipstitch.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import skipstitch.network.Shape;

class MosaicTest {
    private static final int UNTOUCHED = 0x12345678;

    @Test
    void measuresItsTilesAndGaps() {
        Mosaic mosaic = new Mosaic(4, 10, 6, 2);
        assertThat(mosaic.width()).isEqualTo(46);
        assertThat(mosaic.height(1)).isEqualTo(6);
        assertThat(mosaic.height(4)).isEqualTo(6);
        assertThat(mosaic.height(5)).isEqualTo(14);
        assertThat(mosaic.x(5)).isEqualTo(12);
        assertThat(mosaic.y(5)).isEqualTo(8);
    }

    @Test
    void theNearestValueIsTheOneWhoseRectangleCoversThePixelsCentre() {
        for (int pixels = 1; pixels <= 40; pixels++) {
            for (int values = 1; values <= 40; values++) {
                for (int pixel = 0; pixel < pixels; pixel++) {
                    double centre = (pixel + 0.5) * values / pixels;
                    assertThat(Mosaic.nearest(pixel, pixels, values)).isEqualTo((int) Math.floor(centre + 1e-12));
                }
            }
        }
    }

    @Test
    void everyPixelHasTheColourOfItsNearestValueAndGapsAreLeftAlone() {
        Random random = new Random(41);
        for (int round = 0; round < 400; round++) {
            Shape shape = new Shape(1 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(12));
            Tensor tensor = random(random, shape);
            ColourScale scale = ColourScale.of(tensor.extent());
            ColourScale.Lookup colours = scale.lookup();
            Mosaic mosaic = new Mosaic(1 + random.nextInt(5), 1 + random.nextInt(30), 1 + random.nextInt(30), random.nextInt(4));
            int first = random.nextInt(shape.channels());
            int count = random.nextInt(shape.channels() - first + 1);
            int left = random.nextInt(5);
            int top = random.nextInt(5);
            int stride = mosaic.width() + left + random.nextInt(5);
            int[] pixels = new int[stride * (top + Math.max(0, mosaic.height(Math.max(1, count))) + random.nextInt(3))];
            Arrays.fill(pixels, UNTOUCHED);
            int[] expected = pixels.clone();
            for (int tile = 0; tile < count; tile++) {
                int tileX = left + tile % mosaic.columns() * (mosaic.tileWidth() + mosaic.gap());
                int tileY = top + tile / mosaic.columns() * (mosaic.tileHeight() + mosaic.gap());
                for (int y = 0; y < mosaic.tileHeight(); y++) {
                    for (int x = 0; x < mosaic.tileWidth(); x++) {
                        int row = (int) ((y + 0.5) * shape.height() / mosaic.tileHeight() + 1e-12);
                        int column = (int) ((x + 0.5) * shape.width() / mosaic.tileWidth() + 1e-12);
                        expected[(tileY + y) * stride + tileX + x] = colours.argb(tensor.at(first + tile, row, column));
                    }
                }
            }
            mosaic.paint(tensor, first, count, colours, pixels, stride, top * stride + left);
            assertThat(pixels).as("seed 41, round %d: %s of %s", round, mosaic, shape).isEqualTo(expected);
        }
    }

    @Test
    void paintsAllChannelsIntoTheWholePicture() {
        Tensor tensor = new Tensor(new Shape(3, 1, 2), new float[] {-1, 1, 0, 0, 1, -1});
        ColourScale scale = ColourScale.of(tensor.extent());
        int low = scale.argb(-1);
        int zero = scale.argb(0);
        int high = scale.argb(1);
        Mosaic mosaic = new Mosaic(2, 4, 2, 0);
        int[] pixels = new int[mosaic.width() * mosaic.height(3)];
        mosaic.paint(tensor, scale, pixels);
        assertThat(pixels).containsExactly(
                low, low, high, high, zero, zero, zero, zero,
                low, low, high, high, zero, zero, zero, zero,
                high, high, low, low, 0, 0, 0, 0,
                high, high, low, low, 0, 0, 0, 0);
    }

    @Test
    void neverBlends() {
        Random random = new Random(42);
        Tensor tensor = random(random, new Shape(1, 7, 5));
        ColourScale scale = ColourScale.of(tensor.extent());
        ColourScale.Lookup colours = scale.lookup();
        int[] palette = IntStream.range(0, tensor.values().length).map(i -> colours.argb(tensor.values()[i])).toArray();
        for (int size = 1; size < 60; size++) {
            Mosaic mosaic = new Mosaic(1, size, size, 0);
            int[] pixels = new int[size * size];
            mosaic.paint(tensor, scale, pixels);
            assertThat(pixels).as("seed 42, size %d", size).containsAnyOf(palette);
            assertThat(IntStream.of(pixels).boxed()).isSubsetOf(IntStream.of(palette).boxed().toList());
        }
    }

    private static Tensor random(Random random, Shape shape) {
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (random.nextInt(30)) {
                case 0 -> Float.NaN;
                case 1 -> Float.NEGATIVE_INFINITY;
                default -> (float) random.nextGaussian();
            };
        }
        return new Tensor(shape, values);
    }
}
