package skipstitch.explain.stories;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * What makes one channel of a tensor, in whole maps.
 *
 * @param node          that made the tensor
 * @param channel       which, from 0
 * @param lines         what is to be said
 * @param sign          between the maps: {@code "+"}, {@code "×"}; empty where one alone goes in
 * @param contributions those weighed by kernels: the strongest first, at most {@link #MOST}; else in the inlets' order
 * @param rest          the weighed ones that are not shown
 * @param bias          that is added to every value
 * @param result        the channel, {@code [1, H, W]}
 */
public record ChannelStory(Node node, int channel, List<Line> lines, String sign, List<Contribution> contributions,
                           Optional<Rest> rest, Optional<Float> bias, Tensor result) {
    /** So many contributions are shown as maps. */
    public static final int MOST = 8;

    public ChannelStory {
        lines = List.copyOf(lines);
        contributions = List.copyOf(contributions);
    }

    /**
     * What further contributions give together.
     *
     * @param channels how many
     * @param gives    their sum, {@code [1, H, W]}
     */
    public record Rest(int channels, Tensor gives) {}

    /** @throws IllegalArgumentException if the node's tensor has no such channel */
    public static ChannelStory of(NodeRun run, int channel) {
        if (channel < 0 || channel >= run.shape().channels()) {
            throw new IllegalArgumentException(
                    run.node().label() + " is " + run.shape() + " and has no channel " + channel);
        }
        Tensor result = run.made().map(channel);
        return WeighedMaps.of(run, channel).map(maps -> weighed(run, channel, maps, result)).orElseGet(() ->
                new ChannelStory(run.node(), channel, ChannelLines.of(run, channel), sign(run.node().layer()),
                        plain(run, channel), Optional.empty(), Optional.empty(), result));
    }

    private static ChannelStory weighed(NodeRun run, int channel, WeighedMaps maps, Tensor result) {
        List<Contribution> strongest = maps.strongest(MOST);
        int more = maps.count() - strongest.size();
        Optional<Rest> rest = more == 0 ? Optional.empty()
                : Optional.of(new Rest(more, maps.rest(result, strongest)));
        List<Line> lines = ChannelLines.weighed(run, channel, maps.count(), maps.bias().isPresent());
        return new ChannelStory(run.node(), channel, lines, "+", strongest, rest, maps.bias(), result);
    }

    private static String sign(Layer layer) {
        return switch (layer) {
            case Layer.Add _ -> "+";
            case Layer.Multiply _, Layer.Gate _ -> "×";
            default -> "";
        };
    }

    private static List<Contribution> plain(NodeRun run, int channel) {
        Shape in = run.read().isEmpty() ? run.shape() : run.in().shape();
        return switch (run.node().layer()) {
            case Layer.Input _ -> List.of();
            case Layer.Add _, Layer.Multiply _ -> IntStream.range(0, run.read().size())
                    .mapToObj(inlet -> contribution(run, inlet, channel)).toList();
            case Layer.Gate _ -> List.of(contribution(run, 0, channel), contribution(run, 1, 0));
            case Layer.Concat _ -> {
                int from = channel;
                int inlet = 0;
                while (from >= run.read().get(inlet).shape().channels()) {
                    from -= run.read().get(inlet++).shape().channels();
                }
                yield List.of(contribution(run, inlet, from));
            }
            case Layer.ZeroPadChannels(int before, _) -> channel < before || channel >= before + in.channels()
                    ? List.of() : List.of(contribution(run, 0, channel - before));
            case Layer.Flatten _ -> List.of(contribution(run, 0, channel / in.area()));
            default -> List.of(contribution(run, run.main(), channel));
        };
    }

    private static Contribution contribution(NodeRun run, int inlet, int channel) {
        Tensor source = run.read().get(inlet).map(channel);
        return new Contribution(inlet, channel, run.names().get(inlet), run.branches().get(inlet).get(channel), source,
                Optional.empty(), source);
    }
}
