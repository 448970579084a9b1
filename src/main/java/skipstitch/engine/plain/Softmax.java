package skipstitch.engine.plain;

/**
 * {@code y[c, h, w] = e^(x[c,h,w] − m) / Σ_k e^(x[k,h,w] − m)} with m the largest over the channels: it cancels, and
 * keeps the powers from overflowing.
 */
final class Softmax {
    private Softmax() {}

    static Grid of(Grid x) {
        int area = x.shape().area();
        double[] y = new double[x.values().length];
        for (int position = 0; position < area; position++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = position; k < y.length; k += area) {
                largest = Math.max(largest, x.values()[k]);
            }
            double sum = 0;
            for (int k = position; k < y.length; k += area) {
                sum += Math.exp(x.values()[k] - largest);
            }
            for (int k = position; k < y.length; k += area) {
                y[k] = Math.exp(x.values()[k] - largest) / sum;
            }
        }
        return new Grid(x.shape(), y);
    }

    /** {@code gx[c] = y[c]·(g[c] − Σ_k g[k]·y[k])} at each position: each output hangs on all inputs there. */
    static Grid back(Grid output, Grid gradient) {
        int area = output.shape().area();
        double[] y = output.values();
        double[] g = gradient.values();
        double[] back = new double[y.length];
        for (int position = 0; position < area; position++) {
            double mean = 0;
            for (int k = position; k < y.length; k += area) {
                mean += g[k] * y[k];
            }
            for (int k = position; k < y.length; k += area) {
                back[k] = y[k] * (g[k] - mean);
            }
        }
        return new Grid(output.shape(), back);
    }
}
