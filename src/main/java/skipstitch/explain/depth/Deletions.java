package skipstitch.explain.depth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import skipstitch.engine.Progress;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/**
 * One block deleted, each in turn. Where there is a shortcut the block's branch becomes 0 and the shortcut remains; a
 * plain chain's block passes on what it got. Norms keep the statistics that they had with all blocks.
 *
 * @param lanes plain, add, concat
 */
public record Deletions(DepthSettings settings, List<OfLane> lanes) {

    /**
     * Of one chain.
     *
     * @param changes for each block: the norm of what the output changes by without it, divided by the output's norm
     */
    public record OfLane(Variant variant, List<Double> changes) {
        public OfLane {
            changes = List.copyOf(changes);
        }

        /** The middle one of all changes. */
        public double median() {
            List<Double> sorted = changes.stream().sorted().toList();
            return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        }
    }

    public Deletions {
        lanes = List.copyOf(lanes);
    }

    /** @throws CancellationException if {@code progress} called it off */
    public static Deletions of(DepthSettings settings, Tapes tapes, DepthPictures pictures, Progress progress) {
        List<OfLane> lanes = new ArrayList<>();
        for (Variant variant : DepthStudy.VARIANTS) {
            if (!progress.goOn(lanes.size(), DepthStudy.VARIANTS.size())) {
                throw new CancellationException();
            }
            lanes.add(new OfLane(variant, changes(settings, variant, tapes, pictures)));
        }
        return new Deletions(settings, lanes);
    }

    /** All at once: a batch of the first picture, with all blocks and without each. */
    private static List<Double> changes(DepthSettings settings, Variant variant, Tapes tapes, DepthPictures pictures) {
        Chain chain = Chain.deletable(settings, variant);
        int batch = settings.blocks() + 1;
        Tensor picture = pictures.pictures().getFirst();
        Map<NodeId, float[]> inputs = new HashMap<>();
        inputs.put(chain.input(), DepthPictures.batch(Collections.nCopies(batch, picture),
                DepthPictures.factor(settings)));
        for (int block = 0; block < settings.blocks(); block++) {
            Chain.Switch each = chain.switches().get(block);
            int area = chain.shapes().shape(each.on()).area();
            inputs.put(each.off(), only(block + 1, batch, area, 1));
            inputs.put(each.on(), only(block + 1, batch, area, 0));
        }
        try (Tape tape = tapes.of(chain.shapes(), batch, Mode.INFERENCE, parameters(settings, variant, tapes, pictures, chain))) {
            tape.forward(inputs, settings.seed());
            float[] output = tape.values(chain.output());
            int each = output.length / batch;
            List<Double> changes = new ArrayList<>();
            for (int block = 1; block < batch; block++) {
                changes.add(change(output, block * each, each));
            }
            return changes;
        }
    }

    private static float[] only(int sample, int batch, int area, float there) {
        float[] values = new float[batch * area];
        Arrays.fill(values, 1 - there);
        Arrays.fill(values, sample * area, (sample + 1) * area, there);
        return values;
    }

    private static Parameters parameters(DepthSettings settings, Variant variant, Tapes tapes, DepthPictures pictures,
                                         Chain deletable) {
        Parameters parameters = ChainKernels.of(settings, deletable.shapes());
        if (!settings.norm()) {
            return parameters;
        }
        Chain chain = Chain.of(settings, variant);
        try (Tape tape = tapes.of(chain.shapes(), pictures.all().size(), Mode.TRAINING, parameters)) {
            tape.forward(Map.of(chain.input(), DepthPictures.batch(pictures.all(), 1)), settings.seed());
            return new Parameters(parameters.trainable(), tape.batchStatistics()).copy();
        }
    }

    /** Of the values from a place on, against the first ones. */
    private static double change(float[] values, int from, int count) {
        double difference = 0;
        double before = 0;
        for (int i = 0; i < count; i++) {
            difference += Math.pow((double) values[from + i] - values[i], 2);
            before += Math.pow(values[i], 2);
        }
        return Math.sqrt(difference / before);
    }
}
