package skipstitch.explain.survival;

/**
 * From D features to T targets.
 *
 * @param coefficients {@code [D, T]}
 * @param constant     {@code [T]}
 */
record LinearMap(double[][] coefficients, double[] constant) {

    double[] of(double[] x) {
        double[] y = constant.clone();
        for (int i = 0; i < x.length; i++) {
            for (int t = 0; t < y.length; t++) {
                y[t] += coefficients[i][t] * x[i];
            }
        }
        return y;
    }
}
