package skipstitch.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Origins;
import skipstitch.network.Origins.Origin;
import skipstitch.network.Shapes;

/**
 * Weights that a network came with. They belong to a node and a channel's origin, as {@link SeededWeights} do: every
 * lane has those of the main branch, and what a lane has besides is drawn. A node that has got other kernels since, or
 * other channels to read, has untrained weights.
 *
 * @param byNode nodes that came without need not be named
 */
public record GivenWeights(Map<NodeId, Given> byNode) {
    public static final GivenWeights NONE = new GivenWeights(Map.of());

    public GivenWeights {
        byNode = Map.copyOf(byNode);
    }

    /**
     * Of a network as it is now.
     *
     * @throws IllegalArgumentException if a node's are not as many as it needs
     */
    public static GivenWeights of(Shapes shapes, Weights weights) {
        Origins origins = Origins.of(shapes);
        Map<NodeId, Given> all = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            LayerWeights own = weights.of(node.id());
            if (!(own instanceof LayerWeights.None)) {
                List<Origin> incoming = origins.of(node.inlets().getFirst().source());
                List<Integer> sizes = Given.sizes(node.layer(), incoming.size()).orElseThrow();
                int needed = sizes.stream().reduce(1, Math::multiplyExact);
                if (needed != count(own)) {
                    throw new IllegalArgumentException(node.id() + " needs " + needed + " weights, not " + count(own));
                }
                all.put(node.id(), Given.of(own, sizes, incoming));
            }
        }
        return new GivenWeights(all);
    }

    private static int count(LayerWeights weights) {
        return switch (weights) {
            case LayerWeights.None _ -> 0;
            case LayerWeights.Kernels kernels -> kernels.kernels().length;
            case LayerWeights.Norm norm -> norm.scale().length;
        };
    }

    /** The content. */
    public Key key() {
        return Key.of("given", byNode.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(each ->
                Key.of(each.getKey() + " " + each.getValue().sizes() + " " + each.getValue().channels(),
                        List.of(each.getValue().weights().key()))).toList());
    }

    public boolean isNone() {
        return byNode.isEmpty();
    }

    /** What a node came with, if it still fits what comes in. */
    Optional<Given> of(Node node, List<Origin> incoming) {
        return Optional.ofNullable(byNode.get(node.id())).filter(each -> each.fits(node.layer(), incoming));
    }

    /** Nodes that came with weights which do not fit any more, in the order of the network. */
    public List<Node> outgrown(Shapes drawn) {
        if (isNone()) {
            return List.of();
        }
        Origins origins = Origins.of(drawn);
        return drawn.order().stream().filter(node -> byNode.containsKey(node.id())
                && drawn.find(node.id()).isPresent() && !node.inlets().isEmpty()
                && of(node, origins.of(node.inlets().getFirst().source())).isEmpty()).toList();
    }
}
