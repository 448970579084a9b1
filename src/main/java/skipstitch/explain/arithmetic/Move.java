package skipstitch.explain.arithmetic;

import skipstitch.network.Padding;
import skipstitch.network.Shape;

/** Why a value is another one, unchanged. */
public sealed interface Move {

    /** Identity: {@code y = x}. */
    record Stays() implements Move {}

    /**
     * Dropout at inference: {@code y = x}. In training a share of the values is set to 0 and the rest divided by
     * {@code 1 − rate}, so that the mean stays and nothing is left to do now.
     */
    record Undropped(float rate) implements Move {}

    /** {@code y[c·H·W + h·W + w] = x[c, h, w]}. */
    record Unrolled(Shape from) implements Move {}

    /** {@code y[c, h, w] = x[c, top + h, left + w]}. */
    record Cropped(Padding sides) implements Move {}

    /** {@code y[c, top + h, left + w] = x[c, h, w]}. */
    record Framed(Padding sides) implements Move {}

    /** {@code y[before + c, h, w] = x[c, h, w]}. */
    record BetweenChannels(int before) implements Move {}

    /** {@code y[c, h, w] = x[c, stride·h, stride·w]}. */
    record Thinned(int stride) implements Move {}

    /** {@code y[c, h, w] = x[c, ⌊h/factor⌋, ⌊w/factor⌋]}. */
    record Enlarged(int factor) implements Move {}

    /**
     * {@code y[first + c, h, w] = x[c, h, w]}.
     *
     * @param first    channels of all inlets before this one
     * @param channels of this one
     * @param name     what comes in: {@code F(x)}
     */
    record Joined(int first, int channels, String name) implements Move {}

    /**
     * {@code y[c, argmax of window (oy, ox)] = x[c, oy, ox]}.
     *
     * @param window   the pool's window whose maximum was found here
     * @param pooledTo where that maximum went, and where the value comes from
     * @param windows  how many windows have their maximum here; the last in reading order wins
     */
    record Unpooled(Arithmetic.Maximum window, Cell pooledTo, int windows) implements Move {}
}
