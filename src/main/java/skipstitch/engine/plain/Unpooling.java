package skipstitch.engine.plain;

import skipstitch.network.Layer;
import skipstitch.tensor.Tensor;

/**
 * {@code y[c, argmax of window (oy, ox) in pooled[c]] = x[c, oy, ox]}, 0 elsewhere. Where windows share their maximum,
 * the last one in reading order wins.
 */
final class Unpooling {
    private Unpooling() {}

    /** @param pooled the tensor that the pool was given; the output has its shape */
    static Tensor of(Layer.MaxPool pool, Tensor x, Tensor pooled) {
        float[] y = new float[pooled.shape().elements()];
        int at = 0;
        for (int c = 0; c < x.shape().channels(); c++) {
            for (int oy = 0; oy < x.shape().height(); oy++) {
                for (int ox = 0; ox < x.shape().width(); ox++, at++) {
                    int place = Pooling.indexOfMax(pool.window(), pooled, c, oy, ox);
                    if (place >= 0) {
                        y[place] = x.values()[at];
                    }
                }
            }
        }
        return new Tensor(pooled.shape(), y);
    }
}
