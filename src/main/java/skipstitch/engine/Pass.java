package skipstitch.engine;

import skipstitch.intervention.Interventions;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/**
 * A forward pass that is wanted.
 *
 * @param shapes        the network and its shapes; what has none is not computed
 * @param weights       of that network
 * @param pictures      what the input layers give
 * @param interventions what is done to tensors on that network's edges; pooling indices are left alone
 */
public record Pass(Shapes shapes, Weights weights, Pictures pictures, Interventions interventions) {

    /** As the network is, nothing done to any tensor. */
    public Pass(Shapes shapes, Weights weights, Pictures pictures) {
        this(shapes, weights, pictures, Interventions.none());
    }

    /** For inputs that all have one shape. */
    public Pass(Shapes shapes, Weights weights, Tensor picture) {
        this(shapes, weights, Pictures.only(picture));
    }
}
