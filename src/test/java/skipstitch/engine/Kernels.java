package skipstitch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Origins;
import skipstitch.network.Origins.Origin;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Reads kernels slice by slice, and runs lanes in plain Java. */
final class Kernels {
    private Kernels() {}

    /** The slice of one input channel, for all output channels of an ungrouped convolution. */
    static float[] slice(Lane lane, Weights weights, NodeId id, int in) {
        float[] kernels = ((LayerWeights.Kernels) weights.of(id)).kernels();
        Node node = lane.network().node(id);
        int outs = ((Layer.Conv) node.layer()).filters();
        int channels = lane.shapes().shape(node.inlets().getFirst().source()).channels();
        int taps = kernels.length / outs / channels;
        float[] slice = new float[outs * taps];
        for (int out = 0; out < outs; out++) {
            System.arraycopy(kernels, (out * channels + in) * taps, slice, out * taps, taps);
        }
        return slice;
    }

    /** The slices of channels that came by the main branch, or of those that came by a skip, in order. */
    static List<float[]> slices(Lane lane, Weights weights, NodeId id, boolean bySkip) {
        List<Origin> incoming = Origins.of(lane.shapes()).of(lane.network().node(id).inlets().getFirst().source());
        List<float[]> slices = new ArrayList<>();
        for (int in = 0; in < incoming.size(); in++) {
            if (incoming.get(in).bySkip() == bySkip) {
                slices.add(slice(lane, weights, id, in));
            }
        }
        return slices;
    }

    static Tensor run(Lane lane, Weights weights, Tensor picture, NodeId id) {
        try (Engine engine = PlainEngine.open();
                Activations activations = engine.run(new Pass(lane.shapes(), weights, picture), Progress.NONE)) {
            return activations.tensor(id);
        }
    }

    static Tensor picture(Network network, long seed) {
        Shape shape = network.inputShape().orElseThrow();
        Random random = new Random(seed);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Tensor(shape, values);
    }

    static double largestDifference(Tensor a, Tensor b) {
        double largest = a.shape().equals(b.shape()) ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(a.values().length, b.values().length); i++) {
            largest = Math.max(largest, Math.abs(a.values()[i] - b.values()[i]));
        }
        return largest;
    }

    static double largest(Tensor tensor) {
        double largest = 0;
        for (float value : tensor.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    static boolean same(List<float[]> a, List<float[]> b) {
        return a.size() == b.size() && Arrays.deepEquals(a.toArray(), b.toArray());
    }
}
