package skipstitch.training.tasks;

import skipstitch.tensor.Tensor;

/**
 * A picture and what should be made of it.
 *
 * @param picture values from 0 to 1, noise may lead a little beyond
 */
public record Example(Tensor picture, Target target) {}
