package skipstitch.engine.plain;

import skipstitch.engine.LayerWeights;
import skipstitch.tensor.Tensor;

/** {@code y[c] = γ[c]·(x[c] − μ[c]) / √(σ²[c] + ε) + β[c]} with stored statistics. */
final class Normalisation {
    private Normalisation() {}

    static Tensor of(float epsilon, Tensor x, LayerWeights.Norm weights) {
        int area = x.shape().area();
        float[] y = new float[x.values().length];
        for (int c = 0; c < x.shape().channels(); c++) {
            double scale = weights.scale()[c] / Math.sqrt((double) weights.variance()[c] + epsilon);
            for (int k = c * area; k < (c + 1) * area; k++) {
                y[k] = (float) (scale * (x.values()[k] - (double) weights.mean()[c]) + weights.shift()[c]);
            }
        }
        return new Tensor(x.shape(), y);
    }
}
