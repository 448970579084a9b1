package skipstitch.explain.survival;

import java.util.Optional;

/**
 * Linear least squares with a penalty on the coefficients, but not on the constant: from D features to T targets, by the
 * normal equations in double precision. Features are brought to variance 1 first, so that the penalty is as heavy for
 * all of them.
 */
final class RidgeRegression {
    /** Features that vary by less than this share of the one that varies most say nothing but rounding. */
    private static final double CONSTANT = 1e-6;

    private final int features;
    private final int targets;
    private final double[][] products;
    private final double[][] responses;
    private final double[] featureSums;
    private final double[] targetSums;
    /** Sums of what differs from it lose fewer digits. */
    private Optional<double[]> first = Optional.empty();
    private long samples;

    RidgeRegression(int features, int targets) {
        this.features = features;
        this.targets = targets;
        products = new double[features][features];
        responses = new double[features][targets];
        featureSums = new double[features];
        targetSums = new double[targets];
    }

    long samples() {
        return samples;
    }

    /** @param x D features; y T targets that belong to them */
    void add(double[] x, double[] y) {
        double[] origin = first.orElseGet(x::clone);
        first = Optional.of(origin);
        samples++;
        for (int t = 0; t < targets; t++) {
            targetSums[t] += y[t];
        }
        for (int i = 0; i < features; i++) {
            double value = x[i] - origin[i];
            featureSums[i] += value;
            for (int j = 0; j <= i; j++) {
                products[i][j] += value * (x[j] - origin[j]);
            }
            for (int t = 0; t < targets; t++) {
                responses[i][t] += value * y[t];
            }
        }
    }

    /**
     * The coefficients that fit best. What was added stays.
     *
     * @param penalty on the sum of squared coefficients of features of variance 1, above 0
     * @throws IllegalStateException if nothing was added
     */
    LinearMap fit(double penalty) {
        double[] origin = first.orElseThrow(() -> new IllegalStateException("There is nothing to fit"));
        double[] deviations = deviations();
        double[][] matrix = new double[features][features];
        double[][] right = new double[features][targets];
        for (int i = 0; i < features; i++) {
            for (int j = 0; j <= i; j++) {
                double covariance = products[i][j] / samples - featureSums[i] / samples * featureSums[j] / samples;
                matrix[i][j] = scaled(covariance, deviations[i] * deviations[j]);
            }
            matrix[i][i] += penalty;
            for (int t = 0; t < targets; t++) {
                right[i][t] = scaled(responses[i][t] / samples - featureSums[i] / samples * targetSums[t] / samples,
                        deviations[i]);
            }
        }
        new Cholesky(matrix).solve(right);
        double[] constant = new double[targets];
        for (int t = 0; t < targets; t++) {
            constant[t] = targetSums[t] / samples;
            for (int i = 0; i < features; i++) {
                right[i][t] = scaled(right[i][t], deviations[i]);
                constant[t] -= right[i][t] * (origin[i] + featureSums[i] / samples);
            }
        }
        return new LinearMap(right, constant);
    }

    private double[] deviations() {
        double[] deviations = new double[features];
        double largest = 0;
        for (int i = 0; i < features; i++) {
            double mean = featureSums[i] / samples;
            deviations[i] = Math.sqrt(Math.max(0, products[i][i] / samples - mean * mean));
            largest = Math.max(largest, deviations[i]);
        }
        for (int i = 0; i < features; i++) {
            deviations[i] = deviations[i] < CONSTANT * largest ? 0 : deviations[i];
        }
        return deviations;
    }

    /** A feature that does not vary counts for nothing. */
    private static double scaled(double value, double by) {
        return by == 0 ? 0 : value / by;
    }
}
