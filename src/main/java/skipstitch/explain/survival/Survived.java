package skipstitch.explain.survival;

import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/** What a readout of one lane's tensor gave. */
public sealed interface Survived {

    Variant variant();

    /**
     * A picture.
     *
     * @param tensor  the shape of what it was rebuilt from
     * @param picture as it was rebuilt; values may be out of the range from 0 to 1
     */
    record Rebuilt(Variant variant, Shape tensor, Tensor picture, Score score) implements Survived {}

    /** Nothing, and a sentence why. */
    record Nothing(Variant variant, String why) implements Survived {}
}
