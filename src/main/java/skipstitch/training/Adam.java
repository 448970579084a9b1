package skipstitch.training;

import java.util.LinkedHashMap;
import java.util.Map;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.NodeId;

/** Steps as long as the gradient's mean over its root mean square, both fading (Kingma and Ba 2015, algorithm 1). */
final class Adam implements Descent {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Parameters parameters;
    private final Map<NodeId, Trainable> means = new LinkedHashMap<>();
    private final Map<NodeId, Trainable> squares = new LinkedHashMap<>();
    private int steps;

    Adam(Parameters parameters) {
        this.parameters = parameters;
        parameters.trainable().forEach((id, each) -> {
            means.put(id, each.zeros());
            squares.put(id, each.zeros());
        });
    }

    @Override
    public void step(Map<NodeId, Trainable> slopes, double rate) {
        steps++;
        slopes.forEach((id, slope) -> {
            Trainable values = parameters.trainable().get(id);
            Trainable mean = means.get(id);
            Trainable square = squares.get(id);
            step(values.weights(), slope.weights(), mean.weights(), square.weights(), rate);
            step(values.shifts(), slope.shifts(), mean.shifts(), square.shifts(), rate);
        });
    }

    private void step(float[] values, float[] slope, float[] mean, float[] square, double rate) {
        double fewMeans = 1 - Math.pow(BETA1, steps);
        double fewSquares = 1 - Math.pow(BETA2, steps);
        for (int i = 0; i < values.length; i++) {
            mean[i] = (float) (BETA1 * mean[i] + (1 - BETA1) * slope[i]);
            square[i] = (float) (BETA2 * square[i] + (1 - BETA2) * slope[i] * slope[i]);
            values[i] -= (float) (rate * (mean[i] / fewMeans) / (Math.sqrt(square[i] / fewSquares) + EPSILON));
        }
    }
}
