package skipstitch.engine.plain;

import skipstitch.network.Shape;

/** Larger height and width, by a whole factor. */
final class Upsampling {
    private Upsampling() {}

    /** {@code y[c, oy, ox] = x[c, ⌊oy/factor⌋, ⌊ox/factor⌋]}. */
    static Grid nearest(int factor, Grid x, Shape out) {
        double[] y = new double[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int oy = 0; oy < out.height(); oy++) {
                int row = x.index(c, oy / factor, 0);
                for (int ox = 0; ox < out.width(); ox++) {
                    y[at++] = x.values()[row + ox / factor];
                }
            }
        }
        return new Grid(out, y);
    }

    /** Each value gets the sum over the square that it fills. */
    static Grid nearestBack(int factor, Shape in, Grid gradient) {
        Grid back = Grid.zeros(in);
        int at = 0;
        for (int c = 0; c < in.channels(); c++) {
            for (int oy = 0; oy < gradient.shape().height(); oy++) {
                int row = back.index(c, oy / factor, 0);
                for (int ox = 0; ox < gradient.shape().width(); ox++) {
                    back.values()[row + ox / factor] += gradient.values()[at++];
                }
            }
        }
        return back;
    }

    /**
     * The centre of output pixel o lies at {@code s = max(0, (o + ½)/factor − ½)} of the input; of the pixels ⌊s⌋ and
     * ⌊s⌋+1 (at the most the last) the second counts {@code s − ⌊s⌋}, the first the rest; along both axes.
     */
    static Grid bilinear(int factor, Grid x, Shape out) {
        double[] y = new double[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int oy = 0; oy < out.height(); oy++) {
                Between rows = Between.of(oy, factor, x.shape().height());
                int above = x.index(c, rows.first, 0);
                int below = x.index(c, rows.second, 0);
                for (int ox = 0; ox < out.width(); ox++) {
                    Between columns = Between.of(ox, factor, x.shape().width());
                    y[at++] = rows.mix(
                            columns.mix(x.values()[above + columns.first], x.values()[above + columns.second]),
                            columns.mix(x.values()[below + columns.first], x.values()[below + columns.second]));
                }
            }
        }
        return new Grid(out, y);
    }

    /** Each of the four pixels gets the share of the gradient that it counted. */
    static Grid bilinearBack(int factor, Shape in, Grid gradient) {
        Grid back = Grid.zeros(in);
        int at = 0;
        for (int c = 0; c < in.channels(); c++) {
            for (int oy = 0; oy < gradient.shape().height(); oy++) {
                Between rows = Between.of(oy, factor, in.height());
                for (int ox = 0; ox < gradient.shape().width(); ox++) {
                    Between columns = Between.of(ox, factor, in.width());
                    double g = gradient.values()[at++];
                    columns.share(back.values(), back.index(c, rows.first, 0), (1 - rows.share) * g);
                    columns.share(back.values(), back.index(c, rows.second, 0), rows.share * g);
                }
            }
        }
        return back;
    }

    /** The two pixels of one axis between which an output pixel's centre lies, and how much the second counts. */
    private record Between(int first, int second, double share) {
        static Between of(int o, int factor, int size) {
            double centre = Math.max(0, (o + 0.5) / factor - 0.5);
            int first = (int) centre;
            return new Between(first, Math.min(first + 1, size - 1), centre - first);
        }

        double mix(double one, double other) {
            return (1 - share) * one + share * other;
        }

        void share(double[] row, int start, double gradient) {
            row[start + first] += (1 - share) * gradient;
            row[start + second] += share * gradient;
        }
    }
}
