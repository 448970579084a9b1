package skipstitch.engine.nd4j.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Trainable;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** The stages of a network, in order, and the gradients that meet at its nodes. */
final class Nd4jTape implements Tape {
    private final Network network;
    private final int batch;
    private final Parameters parameters;
    private final Runnable claimThreads;
    private final Map<NodeId, Placed> stages = new LinkedHashMap<>();
    private final Map<Edge, Stage> intervened = new HashMap<>();
    private final Map<NodeId, Trainable> slopes = new LinkedHashMap<>();
    private final Map<NodeId, Statistics> measured = new LinkedHashMap<>();
    private final Map<NodeId, float[]> sums = new HashMap<>();
    private Map<NodeId, List<float[]>> arriving = Map.of();
    private Map<Edge, float[]> byEdge = Map.of();
    private long seed;
    private boolean wentForward;
    private boolean closed;

    /**
     * A node's stage.
     *
     * @param edges by which its sources come, in the stage's order
     */
    record Placed(Node node, Stage stage, List<Edge> edges) {}

    /** @param claimThreads to be run by the thread that is going to compute */
    Nd4jTape(Shapes shapes, Interventions interventions, int batch, Mode mode, Parameters parameters,
             Runnable claimThreads) {
        this.network = shapes.network();
        this.batch = batch;
        this.parameters = parameters;
        this.claimThreads = claimThreads;
        Building building = new Building(this, shapes, mode, parameters, slopes, measured);
        try {
            for (Node node : shapes.order()) {
                if (shapes.find(node.id()).isPresent()) {
                    interventions.edges().stream().filter(edge -> edge.to().equals(node.id()))
                            .filter(edge -> building.isRead(node, edge)).forEach(edge -> intervened.put(edge,
                                    Intervening.of(building.source(edge), edge, interventions)));
                    stages.put(node.id(), building.place(node));
                }
            }
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    /** The seed of the pass under way. */
    long seed() {
        return seed;
    }

    /** What the node at an edge's end reads. */
    Block read(Edge edge) {
        Stage changed = intervened.get(edge);
        return changed == null ? stage(edge.of(network).source()).output() : changed.output();
    }

    Stage stage(NodeId id) {
        return placed(id).stage();
    }

    private Placed placed(NodeId id) {
        Placed placed = stages.get(id);
        if (placed == null) {
            throw new IllegalArgumentException("'" + id + "' has no tensor on this tape");
        }
        return placed;
    }

    @Override
    public void forward(Map<NodeId, float[]> inputs, long passSeed) {
        refuseIfClosed();
        claimThreads.run();
        seed = passSeed;
        for (Placed placed : stages.values()) {
            Block output = placed.stage().output();
            if (placed.edges().isEmpty()) {
                float[] given = inputs.get(placed.node().id());
                if (given == null || given.length != output.size()) {
                    throw new IllegalArgumentException("'" + placed.node().id() + "' wants " + output.size()
                            + " values, not " + (given == null ? 0 : given.length));
                }
                System.arraycopy(Block.channelsLast(given, output.shape()), 0, output.values(), 0, output.size());
            }
            placed.edges().stream().filter(intervened::containsKey)
                    .forEach(edge -> intervened.get(edge).forward().run());
            placed.stage().forward().run();
        }
        wentForward = true;
    }

    @Override
    public void backward(Map<NodeId, float[]> seeds) {
        refuseIfClosed();
        if (!wentForward) {
            throw new IllegalStateException("Nothing has gone forward yet");
        }
        claimThreads.run();
        arriving = new HashMap<>();
        byEdge = new HashMap<>();
        seeds.forEach((id, values) -> {
            Block output = stage(id).output();
            if (values.length != output.size()) {
                throw new IllegalArgumentException("'" + id + "' has " + output.size() + " values, not "
                        + values.length);
            }
            arrive(id, Block.channelsLast(values, output.shape()));
        });
        List<Placed> backwards = new ArrayList<>(stages.values());
        Collections.reverse(backwards);
        backwards.forEach(this::back);
    }

    private void back(Placed placed) {
        NodeId id = placed.node().id();
        if (!arriving.containsKey(id)) {
            if (slopes.containsKey(id)) {
                Arrays.fill(slopes.get(id).weights(), 0);
                Arrays.fill(slopes.get(id).shifts(), 0);
            }
            return;
        }
        if (placed.edges().isEmpty()) {
            return;
        }
        List<float[]> gradients = placed.stage().back().of(sum(id));
        for (int i = 0; i < placed.edges().size(); i++) {
            Edge edge = placed.edges().get(i);
            float[] gradient = intervened.containsKey(edge)
                    ? intervened.get(edge).back().of(gradients.get(i)).getFirst() : gradients.get(i);
            byEdge.put(edge, gradient);
            arrive(edge.of(network).source(), gradient);
        }
    }

    private void arrive(NodeId id, float[] gradient) {
        arriving.computeIfAbsent(id, _ -> new ArrayList<>()).add(gradient);
    }

    /** Of all that came back to a node; one alone is itself the sum. */
    private float[] sum(NodeId id) {
        List<float[]> parts = arriving.get(id);
        if (parts.size() > 1) {
            float[] sum = sums.computeIfAbsent(id, _ -> new float[parts.getFirst().length]);
            System.arraycopy(parts.getFirst(), 0, sum, 0, sum.length);
            parts.stream().skip(1).forEach(part -> Merges.plus(sum, part));
            arriving.put(id, List.of(sum));
        }
        return arriving.get(id).getFirst();
    }

    @Override
    public float[] values(NodeId id) {
        refuseIfClosed();
        Block output = stage(id).output();
        return Block.channelsFirst(output.values(), output.shape());
    }

    @Override
    public float[] gradient(NodeId id) {
        refuseIfClosed();
        Block output = stage(id).output();
        return arriving.containsKey(id) ? Block.channelsFirst(sum(id), output.shape()) : new float[output.size()];
    }

    @Override
    public float[] gradient(Edge edge) {
        refuseIfClosed();
        if (!stages.containsKey(edge.to()) || network.inlet(edge).isEmpty()) {
            throw new IllegalArgumentException("There is no tensor on " + edge);
        }
        Block source = stage(edge.of(network).source()).output();
        Shape shape = source.shape();
        return byEdge.containsKey(edge) ? Block.channelsFirst(byEdge.get(edge), shape) : new float[source.size()];
    }

    @Override
    public Map<NodeId, Trainable> slopes() {
        return Collections.unmodifiableMap(slopes);
    }

    @Override
    public Map<NodeId, Statistics> batchStatistics() {
        return Collections.unmodifiableMap(measured);
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("The tape is closed");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            stages.values().forEach(placed -> placed.stage().free().run());
        }
    }
}
