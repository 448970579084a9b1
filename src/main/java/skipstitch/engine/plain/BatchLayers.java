package skipstitch.engine.plain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skipstitch.engine.Reads;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** The layers of a network, as far as they have shapes, with what they report of themselves. */
final class BatchLayers {
    private final Shapes shapes;
    private final Parameters parameters;
    private final List<Node> nodes;
    private final Map<NodeId, BatchLayer> layers = new LinkedHashMap<>();
    private final Map<NodeId, Trainable> slopes = new LinkedHashMap<>();
    private final Map<NodeId, Statistics> statistics = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a layer's parameters are missing */
    BatchLayers(Shapes shapes, Mode mode, Parameters parameters) {
        this.shapes = shapes;
        this.parameters = parameters;
        this.nodes = shapes.order().stream().filter(node -> shapes.find(node.id()).isPresent()).toList();
        nodes.forEach(node -> layers.put(node.id(), layer(node, mode)));
    }

    private BatchLayer layer(Node node, Mode mode) {
        return switch (node.layer()) {
            case Layer.Conv _, Layer.TransposedConv _, Layer.Linear _ ->
                    apart(node, numbers(node), Computation.NO_STATISTICS);
            case Layer.BatchNorm(float epsilon) when mode == Mode.TRAINING -> {
                statistics.put(node.id(), stored(node).copy());
                yield new BatchLayer.Norm(epsilon, numbers(node), statistics.get(node.id()));
            }
            case Layer.BatchNorm _ -> apart(node, numbers(node), stored(node));
            case Layer.Dropout(float rate) when mode == Mode.TRAINING -> new BatchLayer.Dropping(node.id(), rate);
            default -> apart(node, Computation.NO_NUMBERS, Computation.NO_STATISTICS);
        };
    }

    private BatchLayer apart(Node node, Trainable numbers, Statistics norm) {
        return new BatchLayer.Apart(new Computation(node.layer(), shapes.shape(node.id()),
                Reads.of(shapes.network(), node).pool(), numbers, norm));
    }

    private Trainable numbers(Node node) {
        Trainable numbers = present(node, parameters.trainable());
        slopes.put(node.id(), numbers.zeros());
        return numbers;
    }

    private Statistics stored(Node node) {
        return present(node, parameters.statistics());
    }

    private static <T> T present(Node node, Map<NodeId, T> all) {
        if (!all.containsKey(node.id())) {
            throw new IllegalArgumentException(node.label() + " (" + node.id() + ") has no parameters");
        }
        return all.get(node.id());
    }

    /** In topological order. */
    List<Node> nodes() {
        return nodes;
    }

    BatchLayer of(NodeId id) {
        return layers.get(id);
    }

    Map<NodeId, Trainable> slopes() {
        return Collections.unmodifiableMap(slopes);
    }

    /** Zeros to sum up in. */
    Slopes slopes(NodeId id) {
        return Slopes.zeros(slopes.getOrDefault(id, Computation.NO_NUMBERS));
    }

    /** Reports sums. */
    void round(NodeId id, Slopes sums) {
        sums.roundInto(slopes.getOrDefault(id, Computation.NO_NUMBERS));
    }

    Map<NodeId, Statistics> statistics() {
        return Collections.unmodifiableMap(statistics);
    }
}
