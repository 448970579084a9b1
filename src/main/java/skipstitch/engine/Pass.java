package skipstitch.engine;

import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/**
 * A forward pass that is wanted.
 *
 * @param shapes   the network and its shapes; what has none is not computed
 * @param weights  of that network
 * @param pictures what the input layers give
 */
public record Pass(Shapes shapes, Weights weights, Pictures pictures) {

    /** For inputs that all have one shape. */
    public Pass(Shapes shapes, Weights weights, Tensor picture) {
        this(shapes, weights, Pictures.only(picture));
    }
}
