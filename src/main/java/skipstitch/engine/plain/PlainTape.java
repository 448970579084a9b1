package skipstitch.engine.plain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.engine.Reads;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Trainable;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** Keeps every tensor in double. Only what is handed out is rounded, and what was intervened, as the engine does. */
final class PlainTape implements Tape {
    private final Shapes shapes;
    private final Interventions interventions;
    private final int batch;
    private final Parameters parameters;
    private final BatchLayers layers;
    private final Map<NodeId, List<Grid>> values = new HashMap<>();
    private final Gradients gradients;
    private long seed;

    PlainTape(Shapes shapes, Interventions interventions, int batch, BatchLayers layers, Parameters parameters) {
        this.shapes = shapes;
        this.interventions = interventions;
        this.batch = batch;
        this.layers = layers;
        this.parameters = parameters;
        this.gradients = new Gradients(shapes, batch);
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void forward(Map<NodeId, float[]> inputs, long dropped) {
        Map<NodeId, List<Grid>> given = new LinkedHashMap<>();
        for (Node node : layers.nodes()) {
            if (node.layer() instanceof Layer.Input) {
                float[] input = Optional.ofNullable(inputs.get(node.id())).orElseThrow(() ->
                        new IllegalArgumentException("Nothing is given for the input '" + node.id() + "'"));
                given.put(node.id(), grids(node.id(), input));
            }
        }
        forwardExactly(given, dropped);
    }

    /** The same for values that need not be floats. */
    void forwardExactly(Map<NodeId, List<Grid>> inputs, long dropped) {
        seed = dropped;
        gradients.clear();
        values.clear();
        for (Node node : layers.nodes()) {
            values.put(node.id(), node.layer() instanceof Layer.Input ? inputs.get(node.id())
                    : layers.of(node.id()).forward(incoming(node), seed));
        }
    }

    @Override
    public void backward(Map<NodeId, float[]> seeds) {
        if (values.isEmpty()) {
            throw new IllegalStateException("Nothing went forward");
        }
        Map<NodeId, List<Grid>> given = new LinkedHashMap<>();
        seeds.forEach((id, each) -> given.put(id, grids(id, each)));
        gradients.begin(given);
        for (Node node : layers.nodes().reversed()) {
            Slopes slopes = layers.slopes(node.id());
            gradients.find(node.id()).filter(_ -> !(node.layer() instanceof Layer.Input))
                    .ifPresent(gradient -> back(node, gradient, slopes));
            layers.round(node.id(), slopes);
        }
    }

    private void back(Node node, List<Grid> gradient, Slopes slopes) {
        List<List<Grid>> back = layers.of(node.id())
                .backward(incoming(node), values.get(node.id()), gradient, seed, slopes);
        List<Edge> edges = Reads.of(shapes.network(), node).edges();
        for (int i = 0; i < back.size(); i++) {
            Edge edge = edges.get(i);
            gradients.add(edge, interventions.on(edge).isEmpty() ? back.get(i) : back.get(i).stream()
                    .map(each -> Grid.of(interventions.back(edge, each.tensor()))).toList());
        }
    }

    private List<List<Grid>> incoming(Node node) {
        return Reads.of(shapes.network(), node).edges().stream().map(this::incoming).toList();
    }

    private List<Grid> incoming(Edge edge) {
        List<Grid> source = values.get(edge.of(shapes.network()).source());
        return interventions.on(edge).isEmpty() ? source : source.stream()
                .map(each -> Grid.of(interventions.apply(edge, each.tensor()))).toList();
    }

    @Override
    public float[] values(NodeId id) {
        gradients.shape(id);
        return gradients.rounded(exactValues(id));
    }

    /** Not rounded. */
    List<Grid> exactValues(NodeId id) {
        return Optional.ofNullable(values.get(id))
                .orElseThrow(() -> new IllegalStateException("Nothing went forward"));
    }

    @Override
    public float[] gradient(NodeId id) {
        return gradients.rounded(gradients.of(id));
    }

    @Override
    public float[] gradient(Edge edge) {
        return gradients.rounded(gradients.of(edge));
    }

    @Override
    public Map<NodeId, Trainable> slopes() {
        return layers.slopes();
    }

    @Override
    public Map<NodeId, Statistics> batchStatistics() {
        return layers.statistics();
    }

    private List<Grid> grids(NodeId id, float[] flat) {
        Shape shape = gradients.shape(id);
        if (flat.length != batch * shape.elements()) {
            throw new IllegalArgumentException("'" + id + "' has " + batch + " × " + shape + " = "
                    + batch * shape.elements() + " values, not " + flat.length);
        }
        return IntStream.range(0, batch).mapToObj(n -> Grid.of(shape, flat, n * shape.elements())).toList();
    }

    @Override
    public void close() {
        values.clear();
        gradients.clear();
    }
}
