package skipstitch.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import skipstitch.network.NodeId;

/** The weights of one lane, by node; nodes without weights need not be named. */
public record Weights(Map<NodeId, LayerWeights> byNode) {
    public static final Weights NONE = new Weights(Map.of());

    public Weights {
        byNode = Map.copyOf(byNode);
    }

    public LayerWeights of(NodeId id) {
        return byNode.getOrDefault(id, LayerWeights.NONE);
    }

    public Weights with(NodeId id, LayerWeights weights) {
        Map<NodeId, LayerWeights> all = new LinkedHashMap<>(byNode);
        all.put(id, weights);
        return new Weights(all);
    }
}
