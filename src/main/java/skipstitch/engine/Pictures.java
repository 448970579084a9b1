package skipstitch.engine;

import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** What the input layers give: one picture, in whatever shape an input takes. */
@FunctionalInterface
public interface Pictures {

    /** The picture as {@code [C, H, W]} of an input. */
    Tensor of(Shape input);

    /** A picture for inputs of its own shape alone; asked for another, it throws {@link IllegalArgumentException}. */
    static Pictures only(Tensor picture) {
        return input -> {
            if (!picture.shape().equals(input)) {
                throw new IllegalArgumentException("The input is " + input + ", but the picture is " + picture.shape());
            }
            return picture;
        };
    }
}
