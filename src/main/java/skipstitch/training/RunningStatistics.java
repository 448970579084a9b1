package skipstitch.training;

import java.util.Map;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.network.NodeId;

/** What norms use once training is over: batch statistics, the newest of which counts a tenth, the first ones alike. */
final class RunningStatistics {
    private static final double NEWEST = 0.1;

    private final Parameters parameters;
    private int batches;

    RunningStatistics(Parameters parameters) {
        this.parameters = parameters;
    }

    void add(Map<NodeId, Statistics> batch) {
        batches++;
        float share = (float) Math.max(NEWEST, 1.0 / batches);
        batch.forEach((id, measured) -> {
            Statistics running = parameters.statistics().get(id);
            approach(running.mean(), measured.mean(), share);
            approach(running.variance(), measured.variance(), share);
        });
    }

    private static void approach(float[] running, float[] measured, float share) {
        for (int i = 0; i < running.length; i++) {
            running[i] += share * (measured[i] - running[i]);
        }
    }
}
