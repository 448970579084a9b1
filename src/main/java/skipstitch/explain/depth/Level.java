package skipstitch.explain.depth;

/**
 * What enters a block, or leaves the last one. Of a batch of pictures; sizes are root mean squares, norms divided by the
 * root of the number of values, so that levels of more channels compare.
 *
 * @param channels of the tensor
 * @param value    size of its values
 * @param variance of its values
 * @param gradient size of the scalar's gradient with respect to them
 * @param likeness cosine of the gradients of two neighbouring pictures, on average; NaN where one of them is 0
 */
public record Level(int channels, double value, double variance, double gradient, double likeness) {}
