package skipstitch.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Origins;
import skipstitch.network.Origins.Origin;
import skipstitch.network.Shapes;

/**
 * Statistics for batch norms that nobody trained: mean and variance of what comes in, over a few pictures, from
 * one run of the network as drawn. All lanes share them; a channel that only a lane has gets them from that
 * lane's run. Without them values grow many thousandfold over a chain of additions.
 */
public final class Calibration {
    private final Engine engine;
    private final List<Pictures> pictures;
    private final Map<NodeId, Map<Address, Moments>> known = new LinkedHashMap<>();

    /** A channel as a norm sees it in every lane: its place among the main channels, or its origin by a skip. */
    private record Address(boolean bySkip, NodeId mixer, int index) {}

    private record Moments(double mean, double variance) {}

    /** @param pictures at least one */
    public Calibration(Engine engine, List<Pictures> pictures) {
        this.engine = engine;
        this.pictures = List.copyOf(pictures);
    }

    /**
     * The weights with statistics in every norm. The lane as drawn must be calibrated first, for the others to
     * share its statistics.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} called it off
     */
    public Weights calibrate(Lane lane, Weights weights, Progress progress) {
        Shapes shapes = lane.shapes();
        Origins origins = Origins.of(shapes);
        Weights result = weights;
        for (Node node : shapes.order()) {
            if (node.layer() instanceof Layer.BatchNorm && shapes.find(node.id()).isPresent()) {
                NodeId source = node.inlets().getFirst().source();
                List<Address> addresses = addresses(node.id(), origins.of(source));
                Map<Address, Moments> moments = known.computeIfAbsent(node.id(), _ -> new LinkedHashMap<>());
                if (!moments.keySet().containsAll(addresses)) {
                    measure(upTo(lane.network(), source), source, result, addresses, moments, progress);
                }
                result = result.with(node.id(), norm(addresses, moments));
            }
        }
        return result;
    }

    private static List<Address> addresses(NodeId norm, List<Origin> incoming) {
        List<Address> addresses = new ArrayList<>(incoming.size());
        int main = 0;
        for (Origin origin : incoming) {
            addresses.add(origin.bySkip() ? new Address(true, origin.mixer(), origin.index()) : new Address(false, norm, main++));
        }
        return addresses;
    }

    private static Shapes upTo(Network network, NodeId end) {
        Set<NodeId> needed = network.upstream(end);
        return Shapes.of(new Network(network.name(),
                network.nodes().stream().filter(node -> needed.contains(node.id())).toList()));
    }

    private void measure(Shapes shapes, NodeId source, Weights weights, List<Address> addresses,
                         Map<Address, Moments> moments, Progress progress) {
        int area = shapes.shape(source).area();
        double[] sum = new double[addresses.size()];
        double[] squares = new double[addresses.size()];
        for (Pictures picture : pictures) {
            try (Activations activations = engine.run(new Pass(shapes, weights, picture), progress)) {
                float[] values = activations.tensor(source).values();
                for (int i = 0; i < values.length; i++) {
                    sum[i / area] += values[i];
                    squares[i / area] += (double) values[i] * values[i];
                }
            }
        }
        double count = (double) area * pictures.size();
        for (int channel = 0; channel < addresses.size(); channel++) {
            double mean = sum[channel] / count;
            moments.putIfAbsent(addresses.get(channel),
                    new Moments(mean, Math.max(0, squares[channel] / count - mean * mean)));
        }
    }

    private static LayerWeights norm(List<Address> addresses, Map<Address, Moments> moments) {
        float[] scale = new float[addresses.size()];
        float[] mean = new float[addresses.size()];
        float[] variance = new float[addresses.size()];
        for (int channel = 0; channel < addresses.size(); channel++) {
            Moments of = moments.get(addresses.get(channel));
            scale[channel] = 1;
            mean[channel] = (float) of.mean();
            // A channel that is constant on all pictures stays at 0 instead of blowing up rounding errors.
            variance[channel] = of.variance() < 1e-12 ? 1 : (float) of.variance();
        }
        return LayerWeights.Norm.of(scale, new float[addresses.size()], mean, variance);
    }
}
