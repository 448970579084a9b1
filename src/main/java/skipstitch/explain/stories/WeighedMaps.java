package skipstitch.explain.stories;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import skipstitch.engine.LayerWeights;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/**
 * The maps whose sum one output channel of a layer with kernels is: one an input channel, each the convolution of that
 * channel alone.
 */
final class WeighedMaps {
    /** Up to so many multiply-adds, all maps are computed to find the strongest; beyond, they are guessed. */
    private static final long BUDGET = 1 << 24;
    private static final Window EACH = Window.of(1);

    private final NodeRun run;
    private final int output;
    private final int first;
    private final int count;
    private final Window window;
    private final boolean painted;
    private final LayerWeights.Kernels weights;
    private final boolean biased;

    private WeighedMaps(NodeRun run, int output, int first, int count, Window window, boolean painted, boolean biased) {
        this.run = run;
        this.output = output;
        this.first = first;
        this.count = count;
        this.window = window;
        this.painted = painted;
        this.weights = (LayerWeights.Kernels) run.weights();
        this.biased = biased;
    }

    /** Empty for a layer without kernels. */
    static Optional<WeighedMaps> of(NodeRun run, int output) {
        return switch (run.node().layer()) {
            case Layer.Conv conv -> {
                int perGroup = run.in().shape().channels() / conv.groups();
                int group = output / (conv.filters() / conv.groups());
                yield Optional.of(
                        new WeighedMaps(run, output, group * perGroup, perGroup, conv.window(), false, conv.bias()));
            }
            case Layer.TransposedConv conv -> Optional.of(new WeighedMaps(run, output, 0, run.in().shape().channels(),
                    new Window(conv.kernel(), conv.stride(), conv.padding(), Size.ONE), true, conv.bias()));
            case Layer.Linear linear -> Optional.of(
                    new WeighedMaps(run, output, 0, run.in().shape().channels(), EACH, false, linear.bias()));
            default -> Optional.empty();
        };
    }

    /** How many input channels there are. */
    int count() {
        return count;
    }

    Optional<Float> bias() {
        return biased ? Optional.of(weights.bias()[output]) : Optional.empty();
    }

    /** The strongest first. */
    List<Contribution> strongest(int most) {
        long work = (long) count * window.kernel().area() * Math.max(run.shape().area(), run.in().shape().area());
        IntToDoubleFunction strength = count <= most ? _ -> 0 : work <= BUDGET ? i -> energy(map(i)) : this::guess;
        double[] strengths = IntStream.range(0, count).mapToDouble(strength).toArray();
        return IntStream.range(0, count).boxed().sorted(Comparator.comparingDouble(i -> -strengths[i])).limit(most)
                .map(this::contribution).sorted(Comparator.comparingDouble(Contribution::energy).reversed()).toList();
    }

    /** What remains of the result without these and the bias. */
    Tensor rest(Tensor result, List<Contribution> without) {
        float[] rest = new float[result.values().length];
        double constant = bias().orElse(0f);
        for (int k = 0; k < rest.length; k++) {
            double left = result.values()[k] - constant;
            for (Contribution each : without) {
                left -= each.gives().values()[k];
            }
            rest[k] = (float) left;
        }
        return new Tensor(result.shape(), rest);
    }

    static double energy(float[] map) {
        double energy = 0;
        for (float value : map) {
            energy += (double) value * value;
        }
        return Double.isNaN(energy) ? Double.POSITIVE_INFINITY : energy;
    }

    /** The most energy that kernel and map can make together. */
    private double guess(int input) {
        return energy(kernel(input).values()) * energy(run.in().map(first + input).values());
    }

    private Contribution contribution(int input) {
        int channel = first + input;
        int inlet = run.main();
        return new Contribution(inlet, channel, run.names().get(inlet), run.branches().get(inlet).get(channel),
                run.in().map(channel), Optional.of(kernel(input)), new Tensor(run.shape().withChannels(1), map(input)));
    }

    /** {@code [1, kH, kW]}. */
    private Tensor kernel(int input) {
        Size size = window.kernel();
        int slice = (painted ? input * run.shape().channels() + output : output * count + input) * size.area();
        return new Tensor(new Shape(1, size.height(), size.width()),
                Arrays.copyOfRange(weights.kernels(), slice, slice + size.area()));
    }

    private float[] map(int input) {
        double[] map = new double[run.shape().area()];
        Tensor kernel = kernel(input);
        for (int i = 0; i < window.kernel().height(); i++) {
            for (int j = 0; j < window.kernel().width(); j++) {
                if (painted) {
                    paint(i, j, kernel.at(0, i, j), first + input, map);
                } else {
                    slide(i, j, kernel.at(0, i, j), first + input, map);
                }
            }
        }
        float[] rounded = new float[map.length];
        for (int k = 0; k < map.length; k++) {
            rounded[k] = (float) map[k];
        }
        return rounded;
    }

    /** Adds to each value what one tap of its window gives. */
    private void slide(int i, int j, double weight, int channel, double[] map) {
        Tensor in = run.in();
        int width = run.shape().width();
        for (int y = 0; y < run.shape().height(); y++) {
            int row = window.row(y, i);
            if (row >= 0 && row < in.shape().height()) {
                for (int x = 0; x < width; x++) {
                    int column = window.column(x, j);
                    if (column >= 0 && column < in.shape().width()) {
                        map[y * width + x] += weight * in.at(channel, row, column);
                    }
                }
            }
        }
    }

    /** Adds what each input value paints by one tap: the way of a window backwards. */
    private void paint(int i, int j, double weight, int channel, double[] map) {
        Tensor in = run.in();
        Shape out = run.shape();
        for (int y = 0; y < in.shape().height(); y++) {
            int row = window.row(y, i);
            if (row >= 0 && row < out.height()) {
                for (int x = 0; x < in.shape().width(); x++) {
                    int column = window.column(x, j);
                    if (column >= 0 && column < out.width()) {
                        map[row * out.width() + column] += weight * in.at(channel, y, x);
                    }
                }
            }
        }
    }
}
