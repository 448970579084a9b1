package skipstitch.network;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How untrained weights are drawn. The fan-in is the one that a node had when it was made, so that all lanes
 * draw the main branch's kernels with one scale.
 *
 * @param seed        of the generator
 * @param fanIn       inputs to one output value of each layer with weights: {@code kH·kW·C/groups}
 * @param filterBanks convolutions whose filters are hand-made (edges, blobs, averages, identity)
 */
public record Initialisation(long seed, Map<NodeId, Integer> fanIn, Set<NodeId> filterBanks) {
    public Initialisation {
        fanIn = Map.copyOf(fanIn);
        filterBanks = Set.copyOf(filterBanks);
    }

    /** For a network as it stands; a 3×3 convolution that reads the input gets the hand-made filters. */
    public static Initialisation of(Network network, long seed) {
        Shapes shapes = Shapes.of(network);
        Map<NodeId, Integer> fanIn = new LinkedHashMap<>();
        Set<NodeId> banks = new LinkedHashSet<>();
        for (Node node : shapes.order()) {
            if (shapes.find(node.id()).isPresent()) {
                fanIn(node.layer(), shapes, node).ifPresent(count -> fanIn.put(node.id(), count));
                if (readsInput(network, node)) {
                    banks.add(node.id());
                }
            }
        }
        return new Initialisation(seed, fanIn, banks);
    }

    private static OptionalInt fanIn(Layer layer, Shapes shapes, Node node) {
        return switch (layer) {
            case Layer.Conv conv -> OptionalInt.of(
                    shapes.incoming(node).getFirst().channels() / conv.groups() * conv.window().kernel().area());
            // Each output value of a transposed convolution sees kernel/stride taps of every channel.
            case Layer.TransposedConv conv -> {
                long taps = (long) shapes.incoming(node).getFirst().channels() * conv.kernel().area();
                long stride = (long) conv.stride().height() * conv.stride().width();
                yield OptionalInt.of((int) Math.max(1, taps / stride));
            }
            case Layer.Linear _ -> OptionalInt.of(shapes.incoming(node).getFirst().channels());
            default -> OptionalInt.empty();
        };
    }

    private static boolean readsInput(Network network, Node node) {
        return node.layer() instanceof Layer.Conv conv && conv.groups() == 1
                && conv.window().kernel().equals(Size.square(3))
                && network.node(node.inlets().getFirst().source()).layer() instanceof Layer.Input;
    }
}
