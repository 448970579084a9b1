package skipstitch.explain.stories;

import java.util.List;
import java.util.Optional;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Line;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Size;

/** How many weights a layer has, written out. */
final class WeightSums {
    private WeightSums() {}

    /** {@code 3 · 3 · 8 · 8 + 8 = 584}: kernel, channels, filters, biases. */
    static Optional<Line> of(Layer layer, List<Shape> in) {
        return switch (layer) {
            case Layer.Conv conv -> Optional.of(kernels(conv.window().kernel(), in.getFirst().channels() / conv.groups(),
                    conv.filters(), conv.bias()));
            case Layer.TransposedConv conv -> Optional.of(kernels(conv.kernel(), in.getFirst().channels(), conv.filters(),
                    conv.bias()));
            case Layer.Linear linear -> {
                long weights = (long) in.getFirst().channels() * linear.outputs();
                yield Optional.of(line(Numerals.count(in.getFirst().channels()) + " · " + Numerals.count(linear.outputs()),
                        weights, linear.outputs(), linear.bias()));
            }
            case Layer.BatchNorm _ -> Optional.of(Tokens.of("2 · " + Numerals.count(in.getFirst().channels()) + " = "
                    + Numerals.count(2L * in.getFirst().channels())).word("weights: γ and β").line(Line.Says.ASIDE));
            default -> Optional.empty();
        };
    }

    private static Line kernels(Size kernel, int channels, int filters, boolean bias) {
        return line(kernel.height() + " · " + kernel.width() + " · " + Numerals.count(channels) + " · " + Numerals.count(filters),
                (long) kernel.area() * channels * filters, filters, bias);
    }

    private static Line line(String product, long weights, int biases, boolean bias) {
        return Tokens.of(product + (bias ? " + " + Numerals.count(biases) : "") + " = "
                + Numerals.count(weights + (bias ? biases : 0))).word("weights").line(Line.Says.ASIDE);
    }
}
