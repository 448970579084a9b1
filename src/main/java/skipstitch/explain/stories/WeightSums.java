package skipstitch.explain.stories;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            case Layer.Conv conv -> {
                int perGroup = in.getFirst().channels() / conv.groups();
                Size kernel = conv.window().kernel();
                yield Optional.of(
                        sum(conv.bias(), conv.filters(), kernel.height(), kernel.width(), perGroup, conv.filters()));
            }
            case Layer.TransposedConv conv -> Optional.of(sum(conv.bias(), conv.filters(), conv.kernel().height(),
                    conv.kernel().width(), in.getFirst().channels(), conv.filters()));
            case Layer.Linear linear -> Optional.of(
                    sum(linear.bias(), linear.outputs(), in.getFirst().channels(), linear.outputs()));
            case Layer.BatchNorm _ -> {
                int channels = in.getFirst().channels();
                yield Optional.of(Tokens.of("2 · " + Numerals.count(channels) + " = " + Numerals.count(2L * channels))
                        .word("weights: γ and β").line(Line.Says.ASIDE));
            }
            default -> Optional.empty();
        };
    }

    private static Line sum(boolean biased, int biases, int... factors) {
        long weights = IntStream.of(factors).asLongStream().reduce(1, (a, b) -> a * b) + (biased ? biases : 0);
        String product = IntStream.of(factors).mapToObj(Numerals::count).collect(Collectors.joining(" · "));
        String sum = product + (biased ? " + " + Numerals.count(biases) : "") + " = " + Numerals.count(weights);
        return Tokens.of(sum).word("weights").line(Line.Says.ASIDE);
    }
}
