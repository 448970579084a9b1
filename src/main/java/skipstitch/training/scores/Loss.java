package skipstitch.training.scores;

/**
 * A loss over a batch.
 *
 * @param value    mean over what is judged; not finite where the output is not
 * @param gradient with respect to the output, in the output's order
 */
public record Loss(double value, float[] gradient) {}
