package skipstitch.engine;

import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** What the input layers give: one picture, in the shape of whichever of them asks. */
@FunctionalInterface
public interface Feed {

    /** Asked once for each shape of a pass. */
    Tensor in(Shape input);

    /** A picture for networks whose inputs all have its shape. */
    static Feed of(Tensor picture) {
        return _ -> picture;
    }
}
