package skipstitch.engine.tape;

import java.util.LinkedHashMap;
import java.util.Map;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Weights;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * The numbers of a network in training. The maps stay as they are; the arrays in them are written into by whoever
 * trains, between two passes of the tapes that share them.
 *
 * @param trainable  of every node that has some
 * @param statistics of every norm
 */
public record Parameters(Map<NodeId, Trainable> trainable, Map<NodeId, Statistics> statistics) {

    public Parameters {
        trainable = Map.copyOf(trainable);
        statistics = Map.copyOf(statistics);
    }

    /** Copied from weights, for those nodes of the network that have a shape. */
    public static Parameters of(Shapes shapes, Weights weights) {
        Map<NodeId, Trainable> trainable = new LinkedHashMap<>();
        Map<NodeId, Statistics> statistics = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            if (shapes.find(node.id()).isPresent()) {
                switch (weights.of(node.id())) {
                    case LayerWeights.None _ -> { }
                    case LayerWeights.Kernels kernels -> trainable.put(node.id(),
                            new Trainable(kernels.kernels().clone(), kernels.bias().clone()));
                    case LayerWeights.Norm norm -> {
                        trainable.put(node.id(), new Trainable(norm.scale().clone(), norm.shift().clone()));
                        statistics.put(node.id(), new Statistics(norm.mean().clone(), norm.variance().clone()));
                    }
                }
            }
        }
        return new Parameters(trainable, statistics);
    }

    public Parameters copy() {
        Map<NodeId, Trainable> numbers = new LinkedHashMap<>();
        trainable.forEach((id, each) -> numbers.put(id, each.copy()));
        Map<NodeId, Statistics> norms = new LinkedHashMap<>();
        statistics.forEach((id, each) -> norms.put(id, each.copy()));
        return new Parameters(numbers, norms);
    }

    /** As they are now, for passes of an engine. */
    public Weights weights() {
        Map<NodeId, LayerWeights> all = new LinkedHashMap<>();
        trainable.forEach((id, each) -> {
            Statistics norm = statistics.get(id);
            all.put(id, norm == null
                    ? LayerWeights.Kernels.of(each.weights().clone(), each.shifts().clone())
                    : LayerWeights.Norm.of(each.weights().clone(), each.shifts().clone(), norm.mean().clone(),
                            norm.variance().clone()));
        });
        return new Weights(all);
    }

    /** How many numbers can be trained. */
    public long count() {
        return trainable.values().stream().mapToLong(Trainable::count).sum();
    }
}
