package skipstitch.engine.plain;

import java.util.Optional;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/**
 * One layer with what it computes by.
 *
 * @param output     shape of what goes out
 * @param pool       the pool whose maxima an unpool follows
 * @param numbers    kernels and bias, or γ and β; of most layers empty
 * @param statistics of a norm; of others empty
 */
record Computation(Layer layer, Shape output, Optional<Layer.MaxPool> pool, Trainable numbers, Statistics statistics) {
    static final Trainable NO_NUMBERS = new Trainable(new float[0], new float[0]);
    static final Statistics NO_STATISTICS = new Statistics(new float[0], new float[0]);
}
