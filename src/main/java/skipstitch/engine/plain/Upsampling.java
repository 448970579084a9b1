package skipstitch.engine.plain;

import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Larger height and width, by a whole factor. */
final class Upsampling {
    private Upsampling() {}

    /** {@code y[c, oy, ox] = x[c, ⌊oy/factor⌋, ⌊ox/factor⌋]}. */
    static Tensor nearest(int factor, Tensor x, Shape out) {
        float[] y = new float[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int oy = 0; oy < out.height(); oy++) {
                int row = x.index(c, oy / factor, 0);
                for (int ox = 0; ox < out.width(); ox++) {
                    y[at++] = x.values()[row + ox / factor];
                }
            }
        }
        return new Tensor(out, y);
    }

    /**
     * The centre of output pixel o lies at {@code s = max(0, (o + ½)/factor − ½)} of the input; of the pixels ⌊s⌋ and
     * ⌊s⌋+1 (at the most the last) the second counts {@code s − ⌊s⌋}, the first the rest; along both axes.
     */
    static Tensor bilinear(int factor, Tensor x, Shape out) {
        float[] y = new float[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int oy = 0; oy < out.height(); oy++) {
                double sy = centre(oy, factor);
                int above = x.index(c, (int) sy, 0);
                int below = x.index(c, Math.min((int) sy + 1, x.shape().height() - 1), 0);
                for (int ox = 0; ox < out.width(); ox++) {
                    double sx = centre(ox, factor);
                    int left = (int) sx;
                    int right = Math.min(left + 1, x.shape().width() - 1);
                    double top = mix(x.values()[above + left], x.values()[above + right], sx - left);
                    double bottom = mix(x.values()[below + left], x.values()[below + right], sx - left);
                    y[at++] = (float) mix(top, bottom, sy - (int) sy);
                }
            }
        }
        return new Tensor(out, y);
    }

    private static double centre(int o, int factor) {
        return Math.max(0, (o + 0.5) / factor - 0.5);
    }

    private static double mix(double first, double second, double share) {
        return (1 - share) * first + share * second;
    }
}
