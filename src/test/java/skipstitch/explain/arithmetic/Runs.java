package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.engine.Activations;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerCases;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainBackend;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/** Runs of one layer on given tensors, computed in plain Java. */
public final class Runs {
    public static final NodeId LAYER = NodeId.of("layer");

    private Runs() {}

    /** The layer of a case in a network, and what it made. */
    public static Ran of(LayerCases.Case drawn) {
        return of(drawn, drawn.computedBy(new PlainBackend()));
    }

    private static Ran of(LayerCases.Case drawn, Tensor made) {
        List<Node> nodes = new ArrayList<>();
        Map<NodeId, Tensor> tensors = new HashMap<>();
        List<Inlet> inlets = new ArrayList<>();
        for (int i = 0; i < drawn.inputs().size(); i++) {
            NodeId id = NodeId.of("input" + i);
            nodes.add(new Node(id, "", "", new Layer.Input(drawn.inputs().get(i).shape()), List.of()));
            tensors.put(id, drawn.inputs().get(i));
            inlets.add(Inlet.main(id));
        }
        drawn.call().pool().ifPresent(pool -> {
            Node pooling = new Node(NodeId.of("pool"), "", "", pool, List.of(inlets.get(1)));
            nodes.add(pooling);
            // The indices come in first, so that nobody takes the first inlet for the main one.
            inlets.set(1, inlets.getFirst());
            inlets.set(0, Inlet.indices(pooling.id()));
        });
        nodes.add(new Node(LAYER, "", "", drawn.call().layer(), inlets));
        tensors.put(LAYER, made);
        Lane lane = Variant.AS_DRAWN.of(new Network("case", nodes));
        return new Ran(lane, Weights.NONE.with(LAYER, drawn.call().weights()), new Given(lane.network(), tensors));
    }

    /** One layer on given tensors, whose shapes are inferred. */
    public static Ran of(Layer layer, LayerWeights weights, Tensor... inputs) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            nodes.add(new Node(NodeId.of("input" + i), "", "", new Layer.Input(inputs[i].shape()), List.of()));
        }
        Node node = new Node(LAYER, "", "", layer, nodes.stream().map(input -> Inlet.main(input.id())).toList());
        nodes.add(node);
        Shape output = Variant.AS_DRAWN.of(new Network("one layer", nodes)).shapes().shape(LAYER);
        if (layer instanceof Layer.Input) {
            throw new IllegalArgumentException("An input is not computed");
        }
        return of(new LayerCases.Case(new Backend.Call(node, weights,
                Arrays.stream(inputs).map(Tensor::shape).toList(), output, Optional.empty()), List.of(inputs)));
    }

    static Value explain(Ran ran, int channel, int y, int x) {
        return ValueExplainer.explain(ran, Provenance.none(), LAYER, new Cell(channel, y, x));
    }

    /** One row. */
    public static Tensor row(double... values) {
        return tensor(1, 1, values.length, values);
    }

    public static Tensor tensor(int channels, int height, int width, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return new Tensor(new Shape(channels, height, width), floats);
    }

    /** Tensors that were made elsewhere. */
    private record Given(Network network, Map<NodeId, Tensor> tensors) implements Activations {
        @Override
        public boolean has(NodeId id) {
            return tensors.containsKey(id);
        }

        @Override
        public Tensor tensor(NodeId id) {
            if (!has(id)) {
                throw new IllegalArgumentException("'" + id + "' has no tensor in this run");
            }
            return tensors.get(id);
        }

        @Override
        public Tensor on(Edge edge) {
            return tensor(edge.of(network).source());
        }

        @Override
        public List<NodeId> computed() {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
