package skipstitch.training;

import java.util.List;
import java.util.stream.LongStream;
import skipstitch.network.Network;
import skipstitch.network.Variant;
import skipstitch.training.tasks.Task;

/**
 * All that decides how a race goes.
 *
 * @param network         as drawn
 * @param merges          its lanes, at least one, none twice
 * @param seeds           of weights and training examples, at least one, none twice
 * @param steps           batches that each run is trained on, at least 1
 * @param batch           examples in each, at least 1
 * @param rate            the learning rate, above 0; it stays for the first half of the steps and then falls evenly to a
 *                        tenth
 * @param every           so many steps lie between two points of a curve, at least 1
 * @param heldOut         examples that every point is measured on, at least 1; the same for all runs
 * @param equalParameters whether lanes get wider or narrower until they have about as many parameters as the network as
 *                        drawn
 */
public record RaceSettings(Task task, Network network, List<Variant> merges, List<Long> seeds, int steps, int batch,
                           double rate, Optimiser optimiser, int every, int heldOut, boolean equalParameters) {
    public static final int STEPS = 300;
    public static final int BATCH = 8;
    public static final double RATE = 0.005;
    public static final int SEEDS = 5;
    public static final int EVERY = 20;
    public static final int HELD_OUT = 32;
    /** What is left of the learning rate at the end. */
    private static final double LAST_SHARE = 0.1;
    /** Nothing is asked for that would not end. */
    public static final int MOST_STEPS = 1_000_000;
    public static final int MOST_BATCH = 256;
    public static final int MOST_SEEDS = 100;

    /** @throws IllegalArgumentException with a sentence, if something is out of its range */
    public RaceSettings {
        merges = List.copyOf(merges);
        seeds = List.copyOf(seeds);
        require(!merges.isEmpty() && merges.stream().distinct().count() == merges.size(),
                "A race needs at least one merge, and none twice");
        require(!seeds.isEmpty() && seeds.size() <= MOST_SEEDS && seeds.stream().distinct().count() == seeds.size(),
                "A race needs 1 to " + MOST_SEEDS + " seeds, and none twice");
        require(steps >= 1 && steps <= MOST_STEPS, "A race has 1 to " + MOST_STEPS + " steps, not " + steps);
        require(batch >= 1 && batch <= MOST_BATCH, "A batch has 1 to " + MOST_BATCH + " pictures, not " + batch);
        require(rate > 0 && Double.isFinite(rate), "A learning rate is above 0, not " + rate);
        require(every >= 1, "From one point of a curve to the next there is at least one step, not " + every);
        require(heldOut >= 1 && heldOut <= 1000, "Curves are measured on 1 to 1000 pictures, not " + heldOut);
    }

    /** As a race begins if nothing else is said: add, concat and no skip, five seeds, Adam. */
    public static RaceSettings of(Task task, Network network) {
        return new RaceSettings(task, network, List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP), seeds(1, SEEDS),
                STEPS, BATCH, RATE, Optimiser.ADAM, EVERY, HELD_OUT, false);
    }

    /** So many in a row. */
    public static List<Long> seeds(long first, int count) {
        return LongStream.range(0, count).mapToObj(i -> first + i).toList();
    }

    /** The learning rate after so many steps. */
    double rate(int done) {
        double half = steps / 2.0;
        return done <= half ? rate : rate * (1 - (1 - LAST_SHARE) * (done - half) / half);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
