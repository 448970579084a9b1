package skipstitch.training;

import skipstitch.tensor.Tensor;
import skipstitch.training.tasks.Example;

/**
 * What a network in training makes of a held-out example.
 *
 * @param output {@code [C, H, W]}: scores of the classes, or a picture
 */
public record Prediction(Example example, Tensor output) {

    /** The class with the largest score at each position, row by row. */
    public int[] classes() {
        return Grading.largest(output);
    }
}
