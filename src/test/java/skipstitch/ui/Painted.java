package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;

/** The colours that a map's values ought to have. */
final class Painted {
    /** A table stands between scale and picture: so many of 255 steps it may be off. */
    private static final int TABLE_STEPS = 2;

    private Painted() {}

    /** One opaque ARGB a value of a channel, row by row, each checked against the scale's own colour. */
    static int[] colours(Tensor tensor, int channel, ColourScale scale) {
        int width = tensor.shape().width();
        int height = tensor.shape().height();
        int[] argb = new int[width * height];
        new Mosaic(1, width, height, 0).paint(tensor, channel, 1, scale.lookup(), argb, width, 0);
        for (int i = 0; i < argb.length; i++) {
            int exact = scale.argb(tensor.values()[channel * argb.length + i]);
            for (int shift = 0; shift < 32; shift += 8) {
                assertThat(Math.abs((argb[i] >>> shift & 0xff) - (exact >>> shift & 0xff)))
                        .as("#%x instead of #%x", argb[i], exact).isLessThanOrEqualTo(TABLE_STEPS);
            }
        }
        return argb;
    }
}
