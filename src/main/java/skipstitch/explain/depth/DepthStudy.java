package skipstitch.explain.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import skipstitch.engine.Progress;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/**
 * Three chains of the same settings, measured on one batch. The scalar whose gradient is taken is a sum of the output's
 * values with random weights, the same for every picture.
 *
 * @param lanes plain, add, concat
 */
public record DepthStudy(DepthSettings settings, List<LaneDepth> lanes) {
    /** Plain, add, concat. */
    public static final List<Variant> VARIANTS = List.of(Variant.NO_SKIP, Variant.ADD, Variant.CONCAT);

    /** Gradients are linear in what they begin with: so they begin large, and are not rounded to 0 on their way down. */
    private static final double LARGE = 0x1p40;

    public DepthStudy {
        lanes = List.copyOf(lanes);
    }

    /** @throws CancellationException if {@code progress} called it off */
    public static DepthStudy of(DepthSettings settings, Tapes tapes, DepthPictures pictures, Progress progress) {
        return of(settings, tapes, pictures, progress, shapes -> ChainKernels.of(settings, shapes));
    }

    /** @param kernels of each chain */
    static DepthStudy of(DepthSettings settings, Tapes tapes, DepthPictures pictures, Progress progress,
                         Function<Shapes, Parameters> kernels) {
        List<LaneDepth> lanes = new ArrayList<>();
        for (Variant variant : VARIANTS) {
            go(progress, lanes.size());
            Chain chain = Chain.of(settings, variant);
            int batch = pictures.all().size();
            double factor = DepthPictures.factor(settings);
            try (Tape tape = tapes.of(chain.shapes(), batch, mode(settings), kernels.apply(chain.shapes()))) {
                tape.forward(Map.of(chain.input(), DepthPictures.batch(pictures.all(), factor)), settings.seed());
                go(progress, lanes.size());
                tape.backward(Map.of(chain.output(), weights(settings, chain, batch)));
                lanes.add(new LaneDepth(variant, chain.levels().stream()
                        .map(id -> level(tape, chain.shapes(), id, factor)).toList()));
            }
        }
        return new DepthStudy(settings, lanes);
    }

    /** With norms, each batch's own statistics, as in training. */
    private static Mode mode(DepthSettings settings) {
        return settings.norm() ? Mode.TRAINING : Mode.INFERENCE;
    }

    private static void go(Progress progress, int done) {
        if (!progress.goOn(done, VARIANTS.size())) {
            throw new CancellationException();
        }
    }

    /** The scalar's derivative by the output's values, alike for each picture. */
    private static float[] weights(DepthSettings settings, Chain chain, int batch) {
        RandomGenerator random = ChainKernels.random(settings.seed(), "scalar");
        int each = chain.shapes().shape(chain.output()).elements();
        float[] weights = new float[batch * each];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i < each ? (float) (LARGE * random.nextGaussian()) : weights[i - each];
        }
        return weights;
    }

    private static Level level(Tape tape, Shapes shapes, NodeId id, double factor) {
        Size values = Size.of(tape.values(id));
        float[] gradients = tape.gradient(id);
        int pairs = tape.batch() / 2;
        int each = gradients.length / tape.batch();
        double likeness = 0;
        for (int i = 0; i < pairs; i++) {
            likeness += cosine(gradients, i * each, (pairs + i) * each, each) / pairs;
        }
        return new Level(shapes.shape(id).channels(), values.root() / factor, values.variance() / (factor * factor),
                Size.of(gradients).root() / LARGE, likeness);
    }

    private record Size(double mean, double square) {
        static Size of(float[] values) {
            double sum = 0;
            double squares = 0;
            for (float value : values) {
                sum += value;
                squares += (double) value * value;
            }
            return new Size(sum / values.length, squares / values.length);
        }

        double root() {
            return Math.sqrt(square);
        }

        double variance() {
            return Math.max(0, square - mean * mean);
        }
    }

    /** NaN if one of them is 0. */
    private static double cosine(float[] values, int first, int second, int count) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < count; i++) {
            product += (double) values[first + i] * values[second + i];
            one += (double) values[first + i] * values[first + i];
            other += (double) values[second + i] * values[second + i];
        }
        return product / (Math.sqrt(one) * Math.sqrt(other));
    }

    /** @throws IllegalArgumentException if it is none of the three */
    public LaneDepth lane(Variant variant) {
        return lanes.stream().filter(each -> each.variant() == variant).findFirst().orElseThrow(() ->
                new IllegalArgumentException("No chain is " + variant.title()));
    }

    /** λⁿ: what the direct path alone, past all blocks, makes of a gradient. */
    public double directPath() {
        return Math.pow(settings.shortcut(), settings.blocks());
    }
}
