package skipstitch.training.tasks;

import java.util.Arrays;
import java.util.List;

/** What the output should be, of one sample or of a batch, one sample after another. */
public sealed interface Target {

    /** A class, counted from 0, for each pixel, row by row, or one for the whole picture. */
    record Classes(int[] each) implements Target {}

    /** The output's values themselves, {@code [C, H, W]}. */
    record Values(float[] each) implements Target {}

    /**
     * Of samples in a row.
     *
     * @param all at least one, of one kind
     */
    static Target joined(List<Target> all) {
        return switch (all.getFirst()) {
            case Classes _ -> new Classes(all.stream().map(Classes.class::cast)
                    .flatMapToInt(classes -> Arrays.stream(classes.each())).toArray());
            case Values first -> {
                float[] values = new float[all.size() * first.each().length];
                for (int i = 0; i < all.size(); i++) {
                    float[] each = ((Values) all.get(i)).each();
                    System.arraycopy(each, 0, values, i * each.length, each.length);
                }
                yield new Values(values);
            }
        };
    }
}
