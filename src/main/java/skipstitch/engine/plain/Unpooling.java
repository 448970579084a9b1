package skipstitch.engine.plain;

import java.util.Arrays;
import skipstitch.network.Layer;

/**
 * {@code y[c, argmax of window (oy, ox) in pooled[c]] = x[c, oy, ox]}, 0 elsewhere. Where windows share their maximum,
 * the last one in reading order wins.
 */
final class Unpooling {
    private Unpooling() {}

    /** @param pooled the tensor that the pool was given; the output has its shape */
    static Grid of(Layer.MaxPool pool, Grid x, Grid pooled) {
        Grid y = Grid.zeros(pooled.shape());
        MaxPooling.each(pool, pooled, x.shape(), (window, place) -> {
            if (place >= 0) {
                y.values()[place] = x.values()[window];
            }
        });
        return y;
    }

    /** Each value gets the gradient of the place that it was put to; one that another overwrote there gets 0. */
    static Grid back(Layer.MaxPool pool, Grid x, Grid pooled, Grid gradient) {
        int[] writers = new int[gradient.values().length];
        Arrays.fill(writers, -1);
        MaxPooling.each(pool, pooled, x.shape(), (window, place) -> {
            if (place >= 0) {
                writers[place] = window;
            }
        });
        Grid back = Grid.zeros(x.shape());
        for (int place = 0; place < writers.length; place++) {
            if (writers[place] >= 0) {
                back.values()[writers[place]] = gradient.values()[place];
            }
        }
        return back;
    }
}
