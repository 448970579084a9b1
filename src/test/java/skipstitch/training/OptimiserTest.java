package skipstitch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.NodeId;

/** A few steps worked out by hand. */
class OptimiserTest {
    private static final NodeId ID = NodeId.of("conv");

    private final Parameters parameters = new Parameters(
            Map.of(ID, new Trainable(new float[] {1, -2}, new float[] {0.5f})),
            Map.of(ID, new Statistics(new float[] {0}, new float[] {1})));

    private static Map<NodeId, Trainable> slopes(float first, float second, float shift) {
        return Map.of(ID, new Trainable(new float[] {first, second}, new float[] {shift}));
    }

    private float[] weights() {
        return parameters.trainable().get(ID).weights();
    }

    private float[] shifts() {
        return parameters.trainable().get(ID).shifts();
    }

    @Test
    void momentumKeepsNineTenthsOfItsVelocity() {
        Descent descent = Optimiser.SGD.of(parameters);
        descent.step(slopes(1, 0, -2), 0.1);
        assertThat(weights()).containsExactly(new float[] {0.9f, -2}, within(1e-6f));
        assertThat(shifts()).containsExactly(new float[] {0.7f}, within(1e-6f));
        descent.step(slopes(1, 0, 0), 0.1);
        assertThat(weights()).containsExactly(new float[] {0.9f - 0.1f * 1.9f, -2}, within(1e-6f));
        assertThat(shifts()).containsExactly(new float[] {0.7f + 0.1f * 1.8f}, within(1e-6f));
    }

    @Test
    void adamsFirstStepIsTheLearningRateWhateverTheGradientsSize() {
        Optimiser.ADAM.of(parameters).step(slopes(1000, -1e-3f, 0), 0.01);
        assertThat(weights()).containsExactly(new float[] {0.99f, -1.99f}, within(1e-5f));
        assertThat(shifts()).containsExactly(0.5f);
    }

    @Test
    void adamsSecondStepIsThatOfThePapersAlgorithm() {
        Descent descent = Optimiser.ADAM.of(parameters);
        descent.step(slopes(1, 0, 0), 0.01);
        descent.step(slopes(-3, 0, 0), 0.01);
        double mean = 0.9 * 0.1 + 0.1 * -3;
        double square = 0.999 * 0.001 + 0.001 * 9;
        double second = 0.01 * (mean / (1 - 0.81)) / (Math.sqrt(square / (1 - 0.999 * 0.999)) + 1e-8);
        assertThat((double) weights()[0]).isCloseTo(0.99 - second, within(1e-6));
    }

    @Test
    void theFirstBatchIsTheWholeStatisticAndLaterOnesCountATenth() {
        RunningStatistics running = new RunningStatistics(parameters);
        Statistics own = parameters.statistics().get(ID);
        running.add(Map.of(ID, new Statistics(new float[] {4}, new float[] {9})));
        assertThat(own.mean()).containsExactly(4);
        assertThat(own.variance()).containsExactly(9);
        running.add(Map.of(ID, new Statistics(new float[] {6}, new float[] {1})));
        assertThat(own.mean()).containsExactly(5);
        for (int i = 0; i < 20; i++) {
            running.add(Map.of(ID, new Statistics(new float[] {own.mean()[0]}, new float[] {own.variance()[0]})));
        }
        float before = own.mean()[0];
        running.add(Map.of(ID, new Statistics(new float[] {before + 10}, new float[] {1})));
        assertThat(own.mean()[0]).isCloseTo(before + 1, within(1e-4f));
    }
}
