package skipstitch.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skipstitch.explain.Branch;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourMap;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Palette;

class MapPainterTest {
    private static final int UNTOUCHED = 0x12345678;

    @Test
    void whatFallsInsideHasTheColourOfItsValueAndTheRestIsLeftAlone() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Shape shape = new Shape(1 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(12));
            float[] values = new float[shape.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(9) == 0 ? Float.NaN : (float) random.nextGaussian();
            }
            Tensor tensor = new Tensor(shape, values);
            ColourScale.Lookup colours = ColourScale.of(tensor.extent()).lookup();
            Raster raster = new Raster(new int[40 * 30], 40, 30);
            Arrays.fill(raster.argb(), UNTOUCHED);
            int left = random.nextInt(80) - 40;
            int top = random.nextInt(60) - 30;
            int width = 1 + random.nextInt(60);
            int height = 1 + random.nextInt(60);
            int channel = random.nextInt(shape.channels());
            new MapPainter(raster, colours, Optional.empty()).map(tensor, channel, left, top, width, height);
            for (int y = 0; y < 30; y++) {
                for (int x = 0; x < 40; x++) {
                    boolean inside = x >= left && x < left + width && y >= top && y < top + height;
                    assertThat(raster.argb()[y * 40 + x]).as("seed " + seed + ": " + x + ", " + y).isEqualTo(inside
                            ? colours.argb(tensor.at(channel, Mosaic.nearest(y - top, height, shape.height()),
                            Mosaic.nearest(x - left, width, shape.width()))) : UNTOUCHED);
                }
            }
        }
    }

    @Test
    void aFrameIsHalfBlueHalfOrangeForASumAndThinWhereThereIsNoBranch() {
        Raster raster = new Raster(new int[20 * 20], 20, 20);
        ColourScale.Lookup any = ColourScale.of(Tensor.zeros(new Shape(1, 1, 1)).extent()).lookup();
        new MapPainter(raster, any, Optional.empty()).frame(Branch.BOTH, 5, 5, 10, 10, 3, 1);
        assertThat(raster.argb()[2 * 20 + 2]).isEqualTo(Palette.SKIP_ARGB);
        assertThat(raster.argb()[17 * 20 + 17]).isEqualTo(Palette.MAIN_ARGB);
        assertThat(raster.argb()[18 * 20 + 18]).isZero();
        Raster thin = new Raster(new int[20 * 20], 20, 20);
        new MapPainter(thin, any, Optional.empty()).frame(Branch.NONE, 5, 5, 10, 10, 3, 1);
        assertThat(thin.argb()[4 * 20 + 4]).isEqualTo(Palette.NONE_ARGB);
        assertThat(thin.argb()[3 * 20 + 3]).isZero();
    }

    @Test
    void numbersStandOutOnEveryColourOfTheMaps() {
        for (ColourMap map : ColourMap.values()) {
            ColourScale scale = new ColourScale(map, map == ColourMap.DIVERGING ? -1 : 0, 1);
            for (int step = 0; step <= 200; step++) {
                int ground = scale.argb(scale.low() + (1 - scale.low()) * step / 200f);
                assertContrast(ground);
            }
        }
        assertContrast(ColourMap.NAN_ARGB);
        assertContrast(ColourMap.INFINITE_ARGB);
    }

    private static void assertContrast(int ground) {
        double a = light(ground);
        double b = light(MapPainter.ink(ground));
        assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).as(Integer.toHexString(ground)).isGreaterThan(4.5);
    }

    private static double light(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double linear(int part) {
        double share = (part & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
