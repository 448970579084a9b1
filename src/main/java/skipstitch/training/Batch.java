package skipstitch.training;

import java.util.List;
import skipstitch.training.tasks.Example;
import skipstitch.training.tasks.Target;

/**
 * Examples one after another.
 *
 * @param pictures {@code [N, C, H, W]}
 */
record Batch(float[] pictures, Target target) {

    /** @param examples at least one, of one shape */
    static Batch of(List<Example> examples) {
        int size = examples.getFirst().picture().values().length;
        float[] pictures = new float[examples.size() * size];
        for (int i = 0; i < examples.size(); i++) {
            System.arraycopy(examples.get(i).picture().values(), 0, pictures, i * size, size);
        }
        return new Batch(pictures, Target.joined(examples.stream().map(Example::target).toList()));
    }
}
