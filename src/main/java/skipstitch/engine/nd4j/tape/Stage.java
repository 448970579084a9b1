package skipstitch.engine.nd4j.tape;

import java.util.List;

/**
 * One layer of a tape.
 *
 * @param output  where its values are after {@code forward}
 * @param forward computes them from those of its sources
 * @param back    takes the gradient at the output
 * @param free    lets native memory go
 */
record Stage(Block output, Runnable forward, Back back, Runnable free) {

    /** Without native memory. */
    Stage(Block output, Runnable forward, Back back) {
        this(output, forward, back, () -> { });
    }

    /** The way back. */
    @FunctionalInterface
    interface Back {
        /**
         * @param gradient at the output, not to be written into
         * @return the gradient at each source, in order; arrays that are written anew at the next pass, or
         *         {@code gradient} itself
         */
        List<float[]> of(float[] gradient);
    }

    /** Of a layer that passes on what it is given. */
    static Stage through(Block input) {
        return new Stage(input, () -> { }, List::of);
    }
}
