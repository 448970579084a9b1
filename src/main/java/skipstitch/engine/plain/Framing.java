package skipstitch.engine.plain;

import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** What takes values away or puts zeros around them, and changes none. */
final class Framing {
    private Framing() {}

    /** {@code y[c, h, w] = x[c, top + h, left + w]}. */
    static Tensor crop(Padding sides, Tensor x, Shape out) {
        float[] y = new float[out.elements()];
        for (int c = 0; c < out.channels(); c++) {
            for (int h = 0; h < out.height(); h++) {
                System.arraycopy(x.values(), x.index(c, sides.top() + h, sides.left()),
                        y, (c * out.height() + h) * out.width(), out.width());
            }
        }
        return new Tensor(out, y);
    }

    /** {@code y[c, top + h, left + w] = x[c, h, w]}, 0 elsewhere. */
    static Tensor zeroPad(Padding sides, Tensor x, Shape out) {
        Tensor y = Tensor.zeros(out);
        for (int c = 0; c < x.shape().channels(); c++) {
            for (int h = 0; h < x.shape().height(); h++) {
                System.arraycopy(x.values(), x.index(c, h, 0),
                        y.values(), y.index(c, sides.top() + h, sides.left()), x.shape().width());
            }
        }
        return y;
    }

    /** {@code y[before + c, h, w] = x[c, h, w]}, 0 elsewhere. */
    static Tensor zeroPadChannels(int before, Tensor x, Shape out) {
        Tensor y = Tensor.zeros(out);
        System.arraycopy(x.values(), 0, y.values(), y.index(before, 0, 0), x.values().length);
        return y;
    }

    /** {@code y[c, h, w] = x[c, h·stride, w·stride]}. */
    static Tensor subsample(int stride, Tensor x, Shape out) {
        float[] y = new float[out.elements()];
        int at = 0;
        for (int c = 0; c < out.channels(); c++) {
            for (int h = 0; h < out.height(); h++) {
                for (int w = 0; w < out.width(); w++) {
                    y[at++] = x.at(c, h * stride, w * stride);
                }
            }
        }
        return new Tensor(out, y);
    }
}
