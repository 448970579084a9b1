package skipstitch.engine;

import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/**
 * A forward pass that is wanted.
 *
 * @param shapes  the network and its shapes; what has none is not computed
 * @param weights of that network
 * @param picture what the input layers give, in their shape
 */
public record Pass(Shapes shapes, Weights weights, Tensor picture) {}
