package skipstitch.explain.depth;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** A chain's untrained numbers. A layer's depend on the seed, its id and its size alone: chains share what they share. */
final class ChainKernels {
    private static final int TAPS = 9;

    private ChainKernels() {}

    static Parameters of(DepthSettings settings, Shapes shapes) {
        Map<NodeId, Trainable> trainable = new HashMap<>();
        Map<NodeId, Statistics> statistics = new HashMap<>();
        for (Node node : shapes.order()) {
            switch (node.layer()) {
                case Layer.Conv conv -> trainable.put(node.id(),
                        kernels(settings, node.id(), conv.filters(), shapes.incoming(node).getFirst().channels() * TAPS));
                case Layer.Linear linear -> trainable.put(node.id(),
                        kernels(settings, node.id(), linear.outputs(), shapes.incoming(node).getFirst().channels()));
                case Layer.BatchNorm _ -> {
                    int channels = shapes.shape(node.id()).channels();
                    trainable.put(node.id(), new Trainable(ones(channels), new float[channels]));
                    statistics.put(node.id(), new Statistics(new float[channels], ones(channels)));
                }
                default -> { }
            }
        }
        return new Parameters(trainable, statistics);
    }

    private static Trainable kernels(DepthSettings settings, NodeId id, int outputs, int fanIn) {
        SplittableRandom random = random(settings.seed(), id.value());
        float[] kernels = new float[outputs * fanIn];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = (float) settings.kernels().draw(random, fanIn);
        }
        return new Trainable(kernels, new float[0]);
    }

    /** A stream of its own for each purpose. */
    static SplittableRandom random(long seed, String purpose) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
