package skipstitch.engine;

import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/**
 * A forward pass that is wanted.
 *
 * @param shapes  the network and its shapes; what has none is not computed
 * @param weights of that network
 * @param feed    what the input layers give
 */
public record Pass(Shapes shapes, Weights weights, Feed feed) {

    /** A pass of a network whose inputs all have the picture's shape. */
    public Pass(Shapes shapes, Weights weights, Tensor picture) {
        this(shapes, weights, Feed.of(picture));
    }
}
