package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Shape;

/**
 * One layer's derivative of Σ r·y, with random r, against central differences.
 *
 * @param varied how many of the inputs are moved
 */
record DerivativeCheck(BatchLayer layer, List<List<Grid>> inputs, Trainable numbers, int varied, long seed,
                       String what) {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;

    void run(Random random) {
        List<Grid> factors = alike(layer.forward(inputs, seed), random);
        Slopes slopes = Slopes.zeros(numbers);
        List<List<Grid>> back = layer.backward(inputs, layer.forward(inputs, seed), factors, seed, slopes);
        assertThat(back).as("seed %d, %s", seed, what).hasSize(varied);
        alongADirection(factors, back, inputs.stream().map(batch -> alike(batch, random)).toList());
        for (int probe = 0; probe < 2; probe++) {
            alongADirection(factors, back, oneValue(random));
        }
        byOneWeight(factors, numbers.weights(), slopes.weights(), random);
        byOneWeight(factors, numbers.shifts(), slopes.shifts(), random);
    }

    private List<List<Grid>> oneValue(Random random) {
        List<List<Grid>> zeros = inputs.stream()
                .map(batch -> batch.stream().map(x -> Grid.zeros(x.shape())).toList()).toList();
        List<Grid> batch = zeros.get(random.nextInt(varied));
        double[] values = batch.get(random.nextInt(batch.size())).values();
        values[random.nextInt(values.length)] = 1;
        return zeros;
    }

    private void alongADirection(List<Grid> factors, List<List<Grid>> back, List<List<Grid>> direction) {
        double derived = 0;
        for (int i = 0; i < varied; i++) {
            derived += dot(back.get(i), direction.get(i));
        }
        // Of fourth order, for what bends much within a step.
        double measured = (8 * (at(factors, direction, STEP) - at(factors, direction, -STEP))
                - at(factors, direction, 2 * STEP) + at(factors, direction, -2 * STEP)) / (12 * STEP);
        isClose(derived, measured, magnitude() * 1e-15 / STEP, "along a direction");
    }

    private double at(List<Grid> factors, List<List<Grid>> direction, double step) {
        List<List<Grid>> moved = new ArrayList<>(inputs);
        for (int i = 0; i < varied; i++) {
            List<Grid> batch = new ArrayList<>();
            for (int n = 0; n < inputs.get(i).size(); n++) {
                Grid way = direction.get(i).get(n);
                batch.add(inputs.get(i).get(n).plus(
                        new Grid(way.shape(), Arrays.stream(way.values()).map(v -> step * v).toArray())));
            }
            moved.set(i, batch);
        }
        return dot(factors, layer.forward(moved, seed));
    }

    /** A weight's effect is linear, so a step may be long. */
    private void byOneWeight(List<Grid> factors, float[] weights, double[] slopes, Random random) {
        if (weights.length > 0) {
            int k = random.nextInt(weights.length);
            float before = weights[k];
            weights[k] = before + 0.5f;
            double high = weights[k];
            double ahead = dot(factors, layer.forward(inputs, seed));
            weights[k] = before - 0.5f;
            double measured = (ahead - dot(factors, layer.forward(inputs, seed))) / (high - weights[k]);
            weights[k] = before;
            isClose(slopes[k], measured, magnitude() * 1e-15, "by weight " + k);
        }
    }

    private void isClose(double derived, double measured, double rounding, String by) {
        assertThat(derived).as("seed %d, %s, %s", seed, what, by)
                .isCloseTo(measured, within(TOLERANCE * (1 + Math.abs(derived)) + rounding));
    }

    private double magnitude() {
        return layer.forward(inputs, seed).stream().flatMapToDouble(y -> Arrays.stream(y.values()))
                .map(Math::abs).filter(Double::isFinite).sum();
    }

    private static double dot(List<Grid> some, List<Grid> others) {
        double sum = 0;
        for (int n = 0; n < some.size(); n++) {
            for (int k = 0; k < some.get(n).values().length; k++) {
                double product = some.get(n).values()[k] * others.get(n).values()[k];
                // The maximum of a window that no value falls into is −∞, whatever the input.
                sum += Double.isFinite(product) ? product : 0;
            }
        }
        return sum;
    }

    private static List<Grid> alike(List<Grid> batch, Random random) {
        return batch.stream().map(x -> drawn(x.shape(), random)).toList();
    }

    static Grid drawn(Shape shape, Random random) {
        return new Grid(shape, random.doubles(shape.elements(), -2, 2).toArray());
    }

    /** Moved a little, so that within the steps taken here no value passes another, 0 or 6. */
    static Grid offKinks(Grid grid) {
        double[] values = grid.values();
        for (int k = 0; k < values.length; k++) {
            values[k] = 0.1 * Math.round(10 * values[k]) + 0.01 + 0.08 * k / values.length;
        }
        return grid;
    }
}
