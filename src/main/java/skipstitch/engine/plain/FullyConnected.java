package skipstitch.engine.plain;

import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/** {@code y[o] = b[o] + Σ_c W[o, c]·x[c]}. */
final class FullyConnected {
    private FullyConnected() {}

    static Grid of(Layer.Linear linear, Grid x, Trainable numbers, Shape out) {
        int inputs = x.values().length;
        double[] y = new double[out.channels()];
        for (int o = 0; o < y.length; o++) {
            double sum = linear.bias() ? numbers.shifts()[o] : 0;
            for (int c = 0; c < inputs; c++) {
                sum += (double) numbers.weights()[o * inputs + c] * x.values()[c];
            }
            y[o] = sum;
        }
        return new Grid(out, y);
    }

    /** {@code gx[c] = Σ_o W[o, c]·g[o]}, {@code gW[o, c] = g[o]·x[c]}, {@code gb = g}. */
    static Grid back(Layer.Linear linear, Grid x, Trainable numbers, Grid gradient, Slopes slopes) {
        int inputs = x.values().length;
        double[] back = new double[inputs];
        for (int o = 0; o < gradient.values().length; o++) {
            double g = gradient.values()[o];
            for (int c = 0; c < inputs; c++) {
                back[c] += numbers.weights()[o * inputs + c] * g;
                slopes.weights()[o * inputs + c] += g * x.values()[c];
            }
            if (linear.bias()) {
                slopes.shifts()[o] += g;
            }
        }
        return new Grid(x.shape(), back);
    }
}
