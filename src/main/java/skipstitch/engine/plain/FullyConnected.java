package skipstitch.engine.plain;

import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** {@code y[o] = b[o] + Σ_c W[o, c]·x[c]}. */
final class FullyConnected {
    private FullyConnected() {}

    static Tensor of(Layer.Linear linear, Tensor x, LayerWeights.Kernels weights, Shape out) {
        int inputs = x.values().length;
        float[] y = new float[out.channels()];
        for (int o = 0; o < y.length; o++) {
            double sum = linear.bias() ? weights.bias()[o] : 0;
            for (int c = 0; c < inputs; c++) {
                sum += (double) weights.kernels()[o * inputs + c] * x.values()[c];
            }
            y[o] = (float) sum;
        }
        return new Tensor(out, y);
    }
}
