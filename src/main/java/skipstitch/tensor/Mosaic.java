package skipstitch.tensor;

import java.util.Arrays;

/**
 * Channels side by side as one block of ARGB pixels, at the size they are shown: each value becomes a crisp
 * rectangle of whole pixels, never a blur.
 *
 * @param columns    tiles in a row
 * @param tileWidth  pixels of one map's width
 * @param tileHeight pixels of one map's height
 * @param gap        pixels between maps, left as they are
 */
public record Mosaic(int columns, int tileWidth, int tileHeight, int gap) {

    /** Pixels from the first tile's left edge to the last column's right edge. */
    public int width() {
        return columns * (tileWidth + gap) - gap;
    }

    /** Pixels from the top of the first tile to the bottom of the last of so many. */
    public int height(int channels) {
        return Math.ceilDiv(channels, columns) * (tileHeight + gap) - gap;
    }

    /** Left edge of the n-th tile. */
    public int x(int tile) {
        return tile % columns * (tileWidth + gap);
    }

    /** Top edge of the n-th tile. */
    public int y(int tile) {
        return tile / columns * (tileHeight + gap);
    }

    /** Paints all channels into {@code width() · height(C)} pixels. */
    public void paint(Tensor tensor, ColourScale scale, int[] pixels) {
        paint(tensor, 0, tensor.shape().channels(), scale.lookup(), pixels, width(), 0);
    }

    /**
     * Paints some channels into a larger picture.
     *
     * @param first   the first channel to paint
     * @param count   how many
     * @param colours of values
     * @param pixels  ARGB, row by row
     * @param stride  pixels in a row of the picture
     * @param origin  index of the first tile's top left pixel
     */
    public void paint(Tensor tensor, int first, int count, ColourScale.Lookup colours, int[] pixels, int stride,
                      int origin) {
        int[] sourceX = new int[tileWidth];
        Arrays.setAll(sourceX, x -> nearest(x, tileWidth, tensor.shape().width()));
        for (int tile = 0; tile < count; tile++) {
            tile(tensor, first + tile, colours, pixels, stride, origin + y(tile) * stride + x(tile), sourceX);
        }
    }

    private void tile(Tensor tensor, int channel, ColourScale.Lookup colours, int[] pixels, int stride, int origin,
                      int[] sourceX) {
        int[] line = new int[tensor.shape().width()];
        int painted = -1;
        for (int y = 0; y < tileHeight; y++) {
            int to = origin + y * stride;
            int sourceY = nearest(y, tileHeight, tensor.shape().height());
            if (sourceY == painted) {
                System.arraycopy(pixels, to - stride, pixels, to, tileWidth);
                continue;
            }
            painted = sourceY;
            int from = tensor.index(channel, sourceY, 0);
            for (int x = 0; x < line.length; x++) {
                line[x] = colours.argb(tensor.values()[from + x]);
            }
            for (int x = 0; x < tileWidth; x++) {
                pixels[to + x] = line[sourceX[x]];
            }
        }
    }

    /** The value whose rectangle covers a pixel's centre. */
    public static int nearest(int pixel, int pixels, int values) {
        return (int) ((2L * pixel + 1) * values / (2L * pixels));
    }
}
