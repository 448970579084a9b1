package skipstitch.engine.plain;

import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;

/** {@code y[c] = γ[c]·x̂[c] + β[c]} with {@code x̂[c] = (x[c] − μ[c]) / √(σ²[c] + ε)} by stored statistics. */
final class Normalisation {
    private Normalisation() {}

    static Grid of(float epsilon, Grid x, Trainable numbers, Statistics statistics) {
        int area = x.shape().area();
        double[] y = new double[x.values().length];
        for (int c = 0; c < x.shape().channels(); c++) {
            double scale = numbers.weights()[c] / deviation(epsilon, statistics, c);
            for (int k = c * area; k < (c + 1) * area; k++) {
                y[k] = scale * (x.values()[k] - statistics.mean()[c]) + numbers.shifts()[c];
            }
        }
        return new Grid(x.shape(), y);
    }

    /** {@code gx = g·γ/√(σ² + ε)}, {@code gγ = Σ g·x̂}, {@code gβ = Σ g}. */
    static Grid back(float epsilon, Grid x, Trainable numbers, Statistics statistics, Grid gradient, Slopes slopes) {
        int area = x.shape().area();
        double[] back = new double[x.values().length];
        for (int c = 0; c < x.shape().channels(); c++) {
            double deviation = deviation(epsilon, statistics, c);
            for (int k = c * area; k < (c + 1) * area; k++) {
                double g = gradient.values()[k];
                back[k] = g * numbers.weights()[c] / deviation;
                slopes.weights()[c] += g * (x.values()[k] - statistics.mean()[c]) / deviation;
                slopes.shifts()[c] += g;
            }
        }
        return new Grid(x.shape(), back);
    }

    private static double deviation(float epsilon, Statistics statistics, int channel) {
        return Math.sqrt((double) statistics.variance()[channel] + epsilon);
    }
}
