package skipstitch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import skipstitch.network.Shape;
import skipstitch.training.tasks.Example;
import skipstitch.training.tasks.Split;
import skipstitch.training.tasks.Task;

/** Examples that nobody is trained on, in batches of one size. */
final class HeldOut {
    /** Of every race, so that scores and pictures can be compared from race to race. */
    private static final long SEED = 0;

    private final List<Example> examples;
    private final int batch;

    private HeldOut(List<Example> examples, int batch) {
        this.examples = List.copyOf(examples);
        this.batch = batch;
    }

    static HeldOut of(Task task, Shape input, int count, int mostAtOnce) {
        return new HeldOut(IntStream.range(0, count)
                .mapToObj(index -> task.example(SEED, Split.HELD_OUT, index, input)).toList(),
                Math.min(count, mostAtOnce));
    }

    /** How many go through the network at once. */
    int batch() {
        return batch;
    }

    int batches() {
        return Math.ceilDiv(examples.size(), batch);
    }

    /** Those of one batch; the last may have fewer. */
    List<Example> in(int number) {
        return examples.subList(number * batch, Math.min(examples.size(), (number + 1) * batch));
    }

    /** Filled up with its first to be as many as the others. */
    Batch batch(int number) {
        List<Example> all = new ArrayList<>(in(number));
        while (all.size() < batch) {
            all.add(all.getFirst());
        }
        return Batch.of(all);
    }
}
