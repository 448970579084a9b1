package skipstitch.ui.viewer;

import java.util.Arrays;

/**
 * Pixels to paint on; what falls outside is not painted.
 *
 * @param argb   premultiplied, row by row
 * @param width  pixels
 * @param height pixels
 */
record Raster(int[] argb, int width, int height) {

    void fill(int left, int top, int right, int bottom, int colour) {
        int from = Math.max(0, left);
        int to = Math.min(width, right);
        if (from < to) {
            for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
                Arrays.fill(argb, y * width + from, y * width + to, colour);
            }
        }
    }

    /** Mixes an opaque colour in, by so many of 255 parts. */
    void blend(int x, int y, int colour, int parts) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            return;
        }
        int below = argb[y * width + x];
        int mixed = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int part = ((colour >>> shift & 0xff) * parts + (below >>> shift & 0xff) * (255 - parts) + 127) / 255;
            mixed |= part << shift;
        }
        argb[y * width + x] = mixed;
    }
}
