package skipstitch.training;

import java.util.LinkedHashMap;
import java.util.Map;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.NodeId;

/** {@code v ← 0.9·v + gradient}, {@code w ← w − rate·v}. */
final class Momentum implements Descent {
    private static final float KEPT = 0.9f;

    private final Parameters parameters;
    private final Map<NodeId, Trainable> velocities = new LinkedHashMap<>();

    Momentum(Parameters parameters) {
        this.parameters = parameters;
        parameters.trainable().forEach((id, each) -> velocities.put(id, each.zeros()));
    }

    @Override
    public void step(Map<NodeId, Trainable> slopes, double rate) {
        slopes.forEach((id, slope) -> {
            Trainable values = parameters.trainable().get(id);
            Trainable velocity = velocities.get(id);
            step(values.weights(), slope.weights(), velocity.weights(), (float) rate);
            step(values.shifts(), slope.shifts(), velocity.shifts(), (float) rate);
        });
    }

    private void step(float[] values, float[] slope, float[] velocity, float rate) {
        for (int i = 0; i < values.length; i++) {
            velocity[i] = KEPT * velocity[i] + slope[i];
            values[i] -= rate * velocity[i];
        }
    }
}
