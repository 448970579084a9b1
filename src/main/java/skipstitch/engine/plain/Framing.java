package skipstitch.engine.plain;

import skipstitch.network.Padding;
import skipstitch.network.Shape;

/**
 * What takes values away or puts zeros around them, and changes none. On the way back the two are each other: what was
 * taken away gets 0, what was put there gives nothing.
 */
final class Framing {
    private Framing() {}

    /** {@code y[c, h, w] = x[c, top + h, left + w]}. */
    static Grid crop(Padding sides, Grid x, Shape out) {
        Grid y = Grid.zeros(out);
        for (int c = 0; c < out.channels(); c++) {
            for (int h = 0; h < out.height(); h++) {
                System.arraycopy(x.values(), x.index(c, sides.top() + h, sides.left()),
                        y.values(), y.index(c, h, 0), out.width());
            }
        }
        return y;
    }

    /** {@code y[c, top + h, left + w] = x[c, h, w]}, 0 elsewhere. */
    static Grid zeroPad(Padding sides, Grid x, Shape out) {
        Grid y = Grid.zeros(out);
        for (int c = 0; c < x.shape().channels(); c++) {
            for (int h = 0; h < x.shape().height(); h++) {
                System.arraycopy(x.values(), x.index(c, h, 0),
                        y.values(), y.index(c, sides.top() + h, sides.left()), x.shape().width());
            }
        }
        return y;
    }

    /** {@code y[before + c, h, w] = x[c, h, w]}, 0 elsewhere. */
    static Grid zeroPadChannels(int before, Grid x, Shape out) {
        Grid y = Grid.zeros(out);
        System.arraycopy(x.values(), 0, y.values(), y.index(before, 0, 0), x.values().length);
        return y;
    }

    /** {@code y[c, h, w] = x[before + c, h, w]}. */
    static Grid cropChannels(int before, Grid x, Shape out) {
        Grid y = Grid.zeros(out);
        System.arraycopy(x.values(), x.index(before, 0, 0), y.values(), 0, y.values().length);
        return y;
    }

    /** {@code y[c, h, w] = x[c, h·stride, w·stride]}. */
    static Grid subsample(int stride, Grid x, Shape out) {
        double[] y = new double[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int h = 0; h < out.height(); h++) {
                for (int w = 0; w < out.width(); w++) {
                    y[at++] = x.values()[x.index(c, h * stride, w * stride)];
                }
            }
        }
        return new Grid(out, y);
    }

    /** Each gradient to where its value came from, 0 elsewhere. */
    static Grid subsampleBack(int stride, Shape in, Grid gradient) {
        Grid back = Grid.zeros(in);
        int at = 0;
        for (int c = 0; c < in.channels(); c++) {
            for (int h = 0; h < gradient.shape().height(); h++) {
                for (int w = 0; w < gradient.shape().width(); w++) {
                    back.values()[back.index(c, h * stride, w * stride)] = gradient.values()[at++];
                }
            }
        }
        return back;
    }
}
