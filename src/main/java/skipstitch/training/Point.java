package skipstitch.training;

import java.util.OptionalDouble;
import skipstitch.training.scores.Scores;

/**
 * How a run stood after some steps.
 *
 * @param step         how many batches it was trained on
 * @param loss         on the held-out examples
 * @param trainingLoss mean over the batches since the point before; none before the first step
 * @param scores       on the held-out examples
 * @param seconds      that were spent on training steps until then
 */
public record Point(int step, double loss, OptionalDouble trainingLoss, Scores scores, double seconds) {}
