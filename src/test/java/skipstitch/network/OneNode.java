package skipstitch.network;

import java.util.ArrayList;
import java.util.List;

/** Infers the shape of a single layer that takes tensors of given shapes in by the main branch. */
final class OneNode {
    static final NodeId ID = NodeId.of("layer");

    private OneNode() {}

    static Fit fit(Layer layer, Shape... incoming) {
        return Shapes.of(network(layer, incoming)).fit(ID);
    }

    static Shape shape(Layer layer, Shape... incoming) {
        return Shapes.of(network(layer, incoming)).shape(ID);
    }

    /** @throws IllegalStateException if the layer fits */
    static Misfit misfit(Layer layer, Shape... incoming) {
        return switch (fit(layer, incoming)) {
            case Fit.Breaks(Misfit misfit) -> misfit;
            case Fit other -> throw new IllegalStateException(layer + " gives " + other);
        };
    }

    static Network network(Layer layer, Shape... incoming) {
        List<Node> nodes = new ArrayList<>();
        List<Inlet> inlets = new ArrayList<>();
        for (int i = 0; i < incoming.length; i++) {
            NodeId id = NodeId.of("input" + i);
            nodes.add(new Node(id, "", "", new Layer.Input(incoming[i]), List.of()));
            inlets.add(Inlet.main(id));
        }
        nodes.add(new Node(ID, "", "", layer, inlets));
        return new Network("one node", nodes);
    }
}
