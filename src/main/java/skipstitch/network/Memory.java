package skipstitch.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bytes that activations of one sample take as 32-bit floats, weights not counted, where no layer works in place.
 *
 * @param forwardBytes  the most that is alive at once in a forward pass in topological order, in which a tensor goes
 *                      as soon as its last reader has run
 * @param backwardBytes what the forward pass keeps for the backward pass, each tensor once: the inputs of
 *                      convolutions, linear layers, norms, products and gates, the outputs of ReLU, sigmoid and
 *                      softmax, four bytes for each place of a max pool's maximum, one for each value of a dropout
 */
public record Memory(long forwardBytes, long backwardBytes) {

    /** Counts what is live in a lane and has a shape. */
    public static Memory of(Lane lane) {
        Shapes shapes = lane.shapes();
        List<Node> counted = shapes.order().stream()
                .filter(node -> lane.isLive(node.id()) && shapes.find(node.id()).isPresent()).toList();
        return new Memory(forward(lane.network(), shapes, counted), backward(lane.network(), shapes, counted));
    }

    private static long forward(Network network, Shapes shapes, List<Node> order) {
        Map<Held, Integer> lastReader = new HashMap<>();
        for (int step = 0; step < order.size(); step++) {
            Node node = order.get(step);
            // What an output passes on is never let go.
            boolean passedOut = node.layer() instanceof Layer.Identity && network.consumers(node.id()).isEmpty();
            for (Inlet inlet : node.inlets()) {
                lastReader.merge(Held.by(network, inlet), passedOut ? order.size() : step, Math::max);
            }
        }
        Map<Integer, List<Held>> leaving = new HashMap<>();
        lastReader.forEach((held, step) -> leaving.computeIfAbsent(step, _ -> new ArrayList<>()).add(held));
        long alive = 0;
        long most = 0;
        for (int step = 0; step < order.size(); step++) {
            Node node = order.get(step);
            if (!(node.layer() instanceof Layer.Identity)) {
                long bytes = shapes.shape(node.id()).bytes();
                alive += lastReader.containsKey(new Held(node.id(), true)) ? 2 * bytes : bytes;
            }
            most = Math.max(most, alive);
            for (Held held : leaving.getOrDefault(step, List.of())) {
                alive -= shapes.shape(held.node()).bytes();
            }
        }
        return most;
    }

    private static long backward(Network network, Shapes shapes, List<Node> nodes) {
        Set<Held> kept = new HashSet<>();
        long marks = 0;
        for (Node node : nodes) {
            switch (node.layer()) {
                case Layer.Conv _, Layer.TransposedConv _, Layer.Linear _, Layer.BatchNorm _, Layer.Multiply _,
                        Layer.Gate _ -> node.inlets().forEach(inlet -> kept.add(Held.by(network, inlet)));
                case Layer.Relu _, Layer.Relu6 _, Layer.LeakyRelu _, Layer.Sigmoid _, Layer.Softmax _ ->
                    kept.add(new Held(node.id(), false));
                case Layer.MaxPool _ -> marks += 4L * shapes.shape(node.id()).elements();
                case Layer.Dropout _ -> marks += shapes.shape(node.id()).elements();
                case Layer.Input _, Layer.AveragePool _, Layer.GlobalAveragePool _, Layer.MaxUnpool _, Layer.Upsample _,
                        Layer.Flatten _, Layer.Add _, Layer.Concat _, Layer.Scale _, Layer.Crop _, Layer.ZeroPad _,
                        Layer.ZeroPadChannels _, Layer.Subsample _, Layer.Identity _ -> { }
            }
        }
        return marks + kept.stream().mapToLong(held -> shapes.shape(held.node()).bytes()).sum();
    }

    /** A tensor in memory: a node's own, or the places of the maxima of a pool, which are as many. */
    private record Held(NodeId node, boolean places) {

        /** What is really read: an identity has no tensor of its own. */
        static Held by(Network network, Inlet inlet) {
            Node source = network.node(inlet.source());
            return source.layer() instanceof Layer.Identity ? by(network, source.inlets().getFirst())
                    : new Held(source.id(), inlet.role() == Inlet.Role.INDICES);
        }
    }
}
