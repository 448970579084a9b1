package skipstitch.files;

import java.util.Arrays;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;

/**
 * Maps as a picture to show elsewhere: a value is a square of whole pixels, so many that small maps can be seen; the
 * channels of a tensor stand in about as many rows as columns, with white between. A tensor that would give a larger
 * picture than {@value #MOST} pixels a side is drawn smaller.
 *
 * @param argb   sRGB, opaque, row by row
 * @param width  pixels
 * @param height pixels
 */
public record ExtractPicture(int[] argb, int width, int height) {
    private static final int MOST = 8192;
    private static final int MAP_ALONE = 384;
    private static final int MAP_AMONG_OTHERS = 64;
    private static final int GAP = 4;
    private static final int WHITE = 0xffffffff;

    /** @param scale the colours */
    public static ExtractPicture of(Extract extract, ColourScale scale) {
        return switch (extract) {
            case Extract.Map(Tensor tensor, int channel) -> paint(tensor, channel, 1, 1, MAP_ALONE, scale);
            case Extract.Whole(Tensor tensor) -> {
                int channels = tensor.shape().channels();
                yield paint(tensor, 0, channels, (int) Math.ceil(Math.sqrt(channels)),
                        channels == 1 ? MAP_ALONE : MAP_AMONG_OTHERS, scale);
            }
        };
    }

    private static ExtractPicture paint(Tensor tensor, int first, int count, int columns, int side, ColourScale scale) {
        Shape shape = tensor.shape();
        int longer = Math.max(shape.width(), shape.height());
        double pixels = Math.min(Math.ceilDiv(side, longer), ((double) MOST / columns - GAP) / longer);
        Mosaic mosaic = new Mosaic(columns, pixels(shape.width(), pixels), pixels(shape.height(), pixels), GAP);
        int[] argb = new int[mosaic.width() * mosaic.height(count)];
        Arrays.fill(argb, WHITE);
        mosaic.paint(tensor, first, count, scale.lookup(), argb, mosaic.width(), 0);
        return new ExtractPicture(argb, mosaic.width(), mosaic.height(count));
    }

    private static int pixels(int values, double each) {
        return (int) Math.max(1, Math.floor(values * each));
    }
}
