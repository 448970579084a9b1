package skipstitch.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Origins.Origin;
import skipstitch.network.Origins;
import skipstitch.network.Shapes;
import skipstitch.tensor.Moments;

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
     * @throws CancellationException if {@code progress} called it off
     */
    public Weights calibrate(Lane lane, Weights weights, Progress progress) {
        Shapes shapes = lane.shapes();
        Origins origins = Origins.of(shapes);
        Map<NodeId, List<Address>> norms = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            if (node.layer() instanceof Layer.BatchNorm && shapes.find(node.id()).isPresent()) {
                List<Origin> incoming = origins.of(source(node));
                List<Address> addresses = Address.of(incoming);
                norms.put(node.id(), addresses);
                given.of(node, incoming).ifPresent(each -> take(node.id(), each, addresses));
            }
        }
        List<NodeId> unknown = norms.keySet().stream().filter(id -> !isKnown(id, norms.get(id))).toList();
        if (!unknown.isEmpty()) {
            measure(partOf(lane.network(), lane.network().reaching(unknown)), weights, norms, progress);
        }
        Map<NodeId, LayerWeights> calibrated = new LinkedHashMap<>(weights.byNode());
        norms.forEach((id, addresses) -> calibrated.put(id, norm(id, addresses)));
        return new Weights(calibrated);
    }

    private static NodeId source(Node norm) {
        return norm.inlets().getFirst().source();
    }

    private boolean isKnown(NodeId norm, List<Address> addresses) {
        return known.getOrDefault(norm, Map.of()).keySet().containsAll(addresses);
    }

    private void take(NodeId id, Given given, List<Address> addresses) {
        LayerWeights.Norm norm = (LayerWeights.Norm) given.weights();
        Map<Address, Channel> channels = known.computeIfAbsent(id, _ -> new HashMap<>());
        for (Address address : addresses) {
            int place = given.place(address);
            if (place >= 0) {
                channels.put(address, new Channel(norm.scale()[place], norm.shift()[place], norm.mean()[place],
                        norm.variance()[place]));
            }
        }
    }

    private static Shapes partOf(Network network, Set<NodeId> wanted) {
        return Shapes.of(new Network(network.name(),
                network.nodes().stream().filter(node -> wanted.contains(node.id())).toList()));
    }

    /** All pictures at once, layer by layer, for a norm's statistics are of all of them. */
    private void measure(Shapes shapes, Weights weights, Map<NodeId, List<Address>> norms, Progress progress) {
        List<Pass> passes = pictures.stream().map(picture -> new Pass(shapes, weights, picture)).toList();
        try (Walk walk = engine.begin(passes, Retention.WHAT_IS_TO_BE_READ)) {
            List<Walk.Stop> stops = walk.stops();
            for (int done = 0; done < stops.size(); done++) {
                if (!progress.goOn(done, stops.size())) {
                    throw new CancellationException();
                }
                Node node = stops.get(done).node();
                if (norms.containsKey(node.id())) {
                    if (!isKnown(node.id(), norms.get(node.id()))) {
                        measure(node.id(), source(node), walk.activations(), norms.get(node.id()));
                    }
                    walk.advance(norm(node.id(), norms.get(node.id())));
                } else {
                    walk.advance(weights.of(node.id()));
                }
            }
        }
    }

    private void measure(NodeId norm, NodeId source, List<Activations> activations, List<Address> addresses) {
        Moments moments = activations.stream().map(each -> each.moments(source, 1)).reduce(Moments::plus).orElseThrow();
        Map<Address, Channel> of = known.computeIfAbsent(norm, _ -> new HashMap<>());
        for (int channel = 0; channel < addresses.size(); channel++) {
            of.putIfAbsent(addresses.get(channel), Channel.measured(moments.mean(channel), moments.variance(channel)));
        }
    }

    private LayerWeights norm(NodeId id, List<Address> addresses) {
        float[] scale = new float[addresses.size()];
        float[] shift = new float[addresses.size()];
        float[] mean = new float[addresses.size()];
        float[] variance = new float[addresses.size()];
        for (int i = 0; i < addresses.size(); i++) {
            Channel channel = known.get(id).get(addresses.get(i));
            scale[i] = channel.scale();
            shift[i] = channel.shift();
            mean[i] = channel.mean();
            variance[i] = channel.variance();
        }
        return LayerWeights.Norm.of(scale, shift, mean, variance);
    }
}
