package skipstitch.explain.gradients;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import skipstitch.engine.Activations;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.explain.Ran;
import skipstitch.network.Edge;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * A lane's way back: the gradient of one number with respect to every tensor.
 *
 * @param ran       the lane, and its gradients in the place of its activations, held until closed
 * @param objective whose gradient it is
 * @param value     that the objective had
 * @param byEdge    the length {@code √Σg²} of what comes back by each edge, 0 where nothing does
 * @param byNode    the length of the gradient with respect to each node's tensor
 * @param byWeights the same with respect to all that can be trained of each node that has such
 */
public record LaneGradients(Ran ran, Objective objective, double value, Map<Edge, Double> byEdge,
                            Map<NodeId, Double> byNode, Map<NodeId, Double> byWeights) implements AutoCloseable {

    public LaneGradients {
        byEdge = Map.copyOf(byEdge);
        byNode = Map.copyOf(byNode);
        byWeights = Map.copyOf(byWeights);
    }

    /**
     * Goes both ways, with the weights, the pictures and the interventions of a run.
     *
     * @throws CancellationException if {@code progress} called it off
     */
    public static LaneGradients of(Ran forward, Tapes tapes, Pictures pictures, Objective objective, Progress progress) {
        var shapes = forward.lane().shapes();
        Tape tape = tapes.of(shapes, forward.interventions(), 1, Mode.INFERENCE,
                Parameters.of(shapes, forward.weights()));
        try {
            Map<NodeId, float[]> inputs = new LinkedHashMap<>();
            for (Node node : shapes.order()) {
                if (node.layer() instanceof Layer.Input(var shape)) {
                    inputs.put(node.id(), pictures.of(shape).values());
                }
            }
            goOn(progress, 0);
            tape.forward(inputs, 0);
            Objective.Taken taken = objective.of(forward.lane(), tape::values);
            goOn(progress, 1);
            tape.backward(taken.seeds());
            goOn(progress, 2);
            Activations gradients = new TapeGradients(shapes, tape, taken.seeds());
            Map<Edge, Double> byEdge = new LinkedHashMap<>();
            Map<NodeId, Double> byNode = new LinkedHashMap<>();
            for (Node node : shapes.order()) {
                if (gradients.has(node.id())) {
                    byNode.put(node.id(), length(tape.gradient(node.id())));
                    for (int i = 0; i < node.inlets().size(); i++) {
                        Edge edge = new Edge(node.id(), i);
                        byEdge.put(edge, length(tape.gradient(edge)));
                    }
                }
            }
            Map<NodeId, Double> byWeights = new LinkedHashMap<>();
            tape.slopes().forEach((id, slopes) -> byWeights.put(id,
                    Math.hypot(length(slopes.weights()), length(slopes.shifts()))));
            return new LaneGradients(new Ran(forward.lane(), forward.weights(), gradients, forward.interventions()),
                    objective, taken.value(), byEdge, byNode, byWeights);
        } catch (RuntimeException | Error failure) {
            tape.close();
            throw failure;
        }
    }

    /** About one node; empty if it has no tensor. */
    public Optional<String> sentence(NodeId id) {
        return ran.lane().network().find(id).filter(node -> byNode.containsKey(id)).map(node ->
                "The gradient at " + node.label() + " has length " + LogScale.words(byNode.get(id))
                        + (byWeights.containsKey(id) ? ", that of its weights " + LogScale.words(byWeights.get(id)) : "")
                        + ".");
    }

    /** By which ways the gradient came to the input, told apart at one node; goes back several times more. */
    public Optional<Ways> ways(NodeId merge) {
        return ((TapeGradients) ran.activations()).ways(ran.lane(), merge);
    }

    private static void goOn(Progress progress, int done) {
        if (!progress.goOn(done, 3)) {
            throw new CancellationException();
        }
    }

    /** {@code √Σg²}. */
    public static double length(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void close() {
        ran.activations().close();
    }
}
