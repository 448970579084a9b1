package skipstitch.tensor;

import java.util.Arrays;

/**
 * Channels side by side as one block of ARGB pixels, at the size they are shown: each value becomes a crisp
 * rectangle of whole pixels, never a blur.
 *
 * @param columns   tiles in a row
 * @param tileWidth  pixels of one map's width
 * @param tileHeight pixels of one map's height
 * @param gap       pixels between maps, left transparent
 */
public record Mosaic(int columns, int tileWidth, int tileHeight, int gap) {

    public int width() {
        return columns * (tileWidth + gap) - gap;
    }

    public int height(int channels) {
        return Math.ceilDiv(channels, columns) * (tileHeight + gap) - gap;
    }

    /** Left edge of a channel's tile, in pixels. */
    public int x(int channel) {
        return channel % columns * (tileWidth + gap);
    }

    /** Top edge of a channel's tile, in pixels. */
    public int y(int channel) {
        return channel / columns * (tileHeight + gap);
    }

    /**
     * Paints all channels.
     *
     * @param pixels ARGB, row by row, {@code width() · height(C)} of them
     */
    public void paint(Tensor tensor, ColourScale scale, int[] pixels) {
        ColourScale.Lookup lookup = scale.lookup();
        int[] sourceX = nearest(tileWidth, tensor.shape().width());
        for (int channel = 0; channel < tensor.shape().channels(); channel++) {
            tile(tensor, channel, lookup, pixels, sourceX);
        }
    }

    private void tile(Tensor tensor, int channel, ColourScale.Lookup lookup, int[] pixels, int[] sourceX) {
        int stride = width();
        int height = tensor.shape().height();
        int[] line = new int[tensor.shape().width()];
        int painted = -1;
        for (int y = 0; y < tileHeight; y++) {
            int to = (y(channel) + y) * stride + x(channel);
            int sourceY = nearest(y, tileHeight, height);
            if (sourceY == painted) {
                System.arraycopy(pixels, to - stride, pixels, to, tileWidth);
                continue;
            }
            painted = sourceY;
            int from = tensor.index(channel, sourceY, 0);
            for (int x = 0; x < line.length; x++) {
                line[x] = lookup.argb(tensor.values()[from + x]);
            }
            for (int x = 0; x < tileWidth; x++) {
                pixels[to + x] = line[sourceX[x]];
            }
        }
    }

    private static int[] nearest(int pixels, int values) {
        int[] source = new int[pixels];
        Arrays.setAll(source, x -> nearest(x, pixels, values));
        return source;
    }

    private static int nearest(int pixel, int pixels, int values) {
        return (int) ((2L * pixel + 1) * values / (2L * pixels));
    }
}
