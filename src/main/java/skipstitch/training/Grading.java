package skipstitch.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;
import skipstitch.training.scores.Borders;
import skipstitch.training.scores.Confusion;
import skipstitch.training.scores.CrossEntropy;
import skipstitch.training.scores.Loss;
import skipstitch.training.scores.Measure;
import skipstitch.training.scores.Psnr;
import skipstitch.training.scores.Scores;
import skipstitch.training.scores.SquaredError;
import skipstitch.training.tasks.Target;
import skipstitch.training.tasks.Task;

/** Outputs being judged, one example after another. */
final class Grading {
    private final Task task;
    private final Confusion confusion;
    private double losses;
    private double borders;
    private double psnr;
    private int count;

    Grading(Task task) {
        this.task = task;
        this.confusion = new Confusion(Math.max(1, task.classes().size()));
    }

    /** @param output {@code [N, C, H, W]} */
    static Loss loss(float[] output, Shape shape, Target target) {
        return switch (target) {
            case Target.Classes(int[] classes) -> CrossEntropy.of(output, shape, classes);
            case Target.Values(float[] values) -> SquaredError.of(output, values);
        };
    }

    void add(Tensor output, Target target) {
        losses += loss(output.values(), output.shape(), target).value();
        count++;
        switch (target) {
            case Target.Classes(int[] truth) -> {
                int[] found = largest(output);
                confusion.add(truth, found);
                if (task.measures().contains(Measure.BOUNDARY_F)) {
                    borders += new Borders(output.shape().height(), output.shape().width()).f(truth, found);
                }
            }
            case Target.Values(float[] values) -> psnr += Psnr.of(output.values(), values);
        }
    }

    /** At each position the channel with the largest value, the first of several. */
    static int[] largest(Tensor output) {
        int area = output.shape().area();
        int[] found = new int[area];
        Arrays.setAll(found, place -> {
            int best = 0;
            for (int channel = 1; channel < output.shape().channels(); channel++) {
                if (output.values()[channel * area + place] > output.values()[best * area + place]) {
                    best = channel;
                }
            }
            return best;
        });
        return found;
    }

    /** Mean of all. */
    double loss() {
        return losses / count;
    }

    Scores scores() {
        Map<Measure, Double> scores = new EnumMap<>(Measure.class);
        for (Measure measure : task.measures()) {
            scores.put(measure, switch (measure) {
                case MEAN_IOU -> confusion.meanIou();
                case BOUNDARY_F -> borders / count;
                case ACCURACY -> confusion.accuracy();
                case PSNR -> psnr / count;
            });
        }
        return new Scores(scores);
    }
}
