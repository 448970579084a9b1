package skipstitch.engine;

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
import skipstitch.network.Shapes;

/**
 * Statistics for batch norms that nobody trained: mean and variance of what comes in, over a few pictures, from
 * one run of the network as drawn. All lanes share them; a channel that only a lane has gets them from that
 * lane's run. Without them values grow many thousandfold over a chain of additions.
 */
public final class Calibration {
    private final Engine engine;
    private final List<Pictures> pictures;
    private final GivenWeights given;
    private final Map<NodeId, Map<Address, Channel>> known = new LinkedHashMap<>();

    /** What a norm does to one channel. */
    private record Channel(float scale, float shift, float mean, float variance) {
        static Channel measured(double mean, double variance) {
            // A channel that is constant on all pictures stays at 0 instead of blowing up rounding errors.
            return new Channel(1, 0, (float) mean, variance < 1e-12 ? 1 : (float) variance);
        }
    }

    /** @param pictures at least one */
    public Calibration(Engine engine, List<Pictures> pictures) {
        this(engine, pictures, GivenWeights.NONE);
    }

    /** @param given norms that came with the network keep their statistics */
    public Calibration(Engine engine, List<Pictures> pictures, GivenWeights given) {
        this.engine = engine;
        this.pictures = List.copyOf(pictures);
        this.given = given;
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
                List<Address> addresses = Address.of(origins.of(source));
                Map<Address, Channel> channels = known.computeIfAbsent(node.id(), _ -> new LinkedHashMap<>());
                given.of(node, origins.of(source)).ifPresent(each -> take(each, addresses, channels));
                if (!channels.keySet().containsAll(addresses)) {
                    measure(upTo(lane.network(), source), source, result, addresses, channels, progress);
                }
                result = result.with(node.id(), norm(addresses, channels));
            }
        }
        return result;
    }

    private static void take(Given given, List<Address> addresses, Map<Address, Channel> channels) {
        LayerWeights.Norm norm = (LayerWeights.Norm) given.weights();
        for (Address address : addresses) {
            int place = given.place(address);
            if (place >= 0) {
                channels.put(address, new Channel(norm.scale()[place], norm.shift()[place], norm.mean()[place],
                        norm.variance()[place]));
            }
        }
    }

    private static Shapes upTo(Network network, NodeId end) {
        Set<NodeId> needed = network.upstream(end);
        return Shapes.of(new Network(network.name(),
                network.nodes().stream().filter(node -> needed.contains(node.id())).toList()));
    }

    private void measure(Shapes shapes, NodeId source, Weights weights, List<Address> addresses,
                         Map<Address, Channel> channels, Progress progress) {
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
            channels.putIfAbsent(addresses.get(channel),
                    Channel.measured(mean, squares[channel] / count - mean * mean));
        }
    }

    private static LayerWeights norm(List<Address> addresses, Map<Address, Channel> channels) {
        float[] scale = new float[addresses.size()];
        float[] shift = new float[addresses.size()];
        float[] mean = new float[addresses.size()];
        float[] variance = new float[addresses.size()];
        for (int i = 0; i < addresses.size(); i++) {
            Channel channel = channels.get(addresses.get(i));
            scale[i] = channel.scale();
            shift[i] = channel.shift();
            mean[i] = channel.mean();
            variance[i] = channel.variance();
        }
        return LayerWeights.Norm.of(scale, shift, mean, variance);
    }
}
