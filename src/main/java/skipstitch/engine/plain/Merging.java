package skipstitch.engine.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skipstitch.network.Shape;

/** Where branches meet. Back through an addition each gets the whole gradient, copied. */
final class Merging {
    private Merging() {}

    /** {@code y = x₁ + x₂ + …}, element by element. */
    static Grid add(List<Grid> inputs) {
        double[] y = new double[inputs.getFirst().values().length];
        for (int k = 0; k < y.length; k++) {
            double sum = 0;
            for (Grid x : inputs) {
                sum += x.values()[k];
            }
            y[k] = sum;
        }
        return new Grid(inputs.getFirst().shape(), y);
    }

    /** {@code y = x₁ · x₂ · …}, element by element. */
    static Grid multiply(List<Grid> inputs) {
        double[] y = new double[inputs.getFirst().values().length];
        Arrays.fill(y, 1);
        for (Grid x : inputs) {
            for (int k = 0; k < y.length; k++) {
                y[k] *= x.values()[k];
            }
        }
        return new Grid(inputs.getFirst().shape(), y);
    }

    /** Each gets the gradient times all others: {@code gx₁ = g · x₂ · …}. */
    static List<Grid> multiplyBack(List<Grid> inputs, Grid gradient) {
        List<Grid> back = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            List<Grid> factors = new ArrayList<>(inputs);
            factors.set(i, gradient);
            back.add(multiply(factors));
        }
        return back;
    }

    /** The channels of x₁, then those of x₂, and so on. */
    static Grid concat(List<Grid> inputs, Shape out) {
        double[] y = new double[out.elements()];
        int at = 0;
        for (Grid x : inputs) {
            System.arraycopy(x.values(), 0, y, at, x.values().length);
            at += x.values().length;
        }
        return new Grid(out, y);
    }

    /** Each gets the slice of its own channels. */
    static List<Grid> concatBack(List<Grid> inputs, Grid gradient) {
        List<Grid> back = new ArrayList<>();
        int at = 0;
        for (Grid x : inputs) {
            int end = at + x.values().length;
            back.add(new Grid(x.shape(), Arrays.copyOfRange(gradient.values(), at, end)));
            at = end;
        }
        return back;
    }

    /** {@code y[c, h, w] = x[c, h, w] · gate[0, h, w]}. */
    static Grid gate(Grid x, Grid gate) {
        int area = x.shape().area();
        double[] y = new double[x.values().length];
        for (int k = 0; k < y.length; k++) {
            y[k] = x.values()[k] * gate.values()[k % area];
        }
        return new Grid(x.shape(), y);
    }

    /** {@code gx = g · gate}; the gate, which served all channels, gets {@code Σ_c g[c]·x[c]}. */
    static List<Grid> gateBack(Grid x, Grid gate, Grid gradient) {
        int area = x.shape().area();
        double[] sums = new double[area];
        for (int k = 0; k < x.values().length; k++) {
            sums[k % area] += gradient.values()[k] * x.values()[k];
        }
        return List.of(gate(gradient, gate), new Grid(gate.shape(), sums));
    }
}
