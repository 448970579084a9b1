package skipstitch.files.onnx.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Weights;
import skipstitch.network.Fit;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** The network in the making, every node of which has a shape. */
final class Drawing {
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Map<NodeId, Shape> shapes = new LinkedHashMap<>();
    private final Map<NodeId, LayerWeights> weights = new LinkedHashMap<>();
    private String group = "";

    /** What is drawn from now on is in a group. */
    void in(String path) {
        group = path;
    }

    NodeId input(NodeId id, Shape shape) {
        nodes.put(id, new Node(id, "", "", new Layer.Input(shape), List.of()));
        shapes.put(id, shape);
        return id;
    }

    /** @throws Unsupported if the layer does not fit what comes in */
    NodeId add(NodeId id, Layer layer, Inlet... inlets) throws Unsupported {
        return add(id, layer, LayerWeights.NONE, inlets);
    }

    NodeId add(NodeId id, Layer layer, LayerWeights own, Inlet... inlets) throws Unsupported {
        Node node = new Node(id, "", group, layer, List.of(inlets));
        shapes.put(id, fit(node));
        nodes.put(id, node);
        weights.put(id, own);
        return id;
    }

    /** Another layer in a node's stead. */
    void replace(NodeId id, Layer layer, LayerWeights own) throws Unsupported {
        add(id, layer, own, nodes.get(id).inlets().toArray(Inlet[]::new));
    }

    Shape shape(NodeId id) {
        return shapes.get(id);
    }

    Node node(NodeId id) {
        return nodes.get(id);
    }

    LayerWeights weights(NodeId id) {
        return weights.get(id);
    }

    Network network(String name) {
        return new Network(name, List.copyOf(nodes.values()));
    }

    Weights weights() {
        return new Weights(weights);
    }

    /** By the rules of networks, on a network of this node and what goes in. */
    private Shape fit(Node node) throws Unsupported {
        Map<NodeId, Node> around = new LinkedHashMap<>();
        for (Inlet inlet : node.inlets()) {
            if (inlet.role() == Inlet.Role.INDICES) {
                Node pool = nodes.get(inlet.source());
                NodeId pooled = pool.inlets().getFirst().source();
                around.put(pooled, fixed(pooled));
                around.put(pool.id(), pool);
            }
        }
        node.inlets().forEach(inlet -> around.computeIfAbsent(inlet.source(), this::fixed));
        around.put(node.id(), node);
        return switch (Shapes.of(new Network("", List.copyOf(around.values()))).fit(node.id())) {
            case Fit.Fits(Shape shape) -> shape;
            case Fit.Breaks(Misfit misfit) -> throw new Unsupported(misfit.why());
            case Fit.Waits _ -> throw new Unsupported("what goes in does not fit");
        };
    }

    private Node fixed(NodeId id) {
        return new Node(id, "", "", new Layer.Input(shapes.get(id)), List.of());
    }
}
