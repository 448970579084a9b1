package skipstitch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skipstitch.engine.Address.Main;
import skipstitch.engine.Address.Skip;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Origins.Origin;

/**
 * What one node came with.
 *
 * @param weights  as the network was then
 * @param sizes    of the kernels' axes as {@link LayerWeights.Kernels} has them, or of a norm the channels alone
 * @param channels that came in then, in order
 */
public record Given(LayerWeights weights, List<Integer> sizes, List<Run> channels) {

    /**
     * Neighbouring channels.
     *
     * @param skip  the node that last mixed them, where they came by a skip; empty for those of the main branch
     * @param first the index of the first one, there or among the main branch's
     */
    public record Run(Optional<NodeId> skip, int first, int count) {}

    public Given {
        sizes = List.copyOf(sizes);
        channels = List.copyOf(channels);
    }

    static Given of(LayerWeights weights, List<Integer> sizes, List<Origin> incoming) {
        List<Run> runs = new ArrayList<>();
        for (Address address : Address.of(incoming)) {
            Run one = switch (address) {
                case Main(int index) -> new Run(Optional.empty(), index, 1);
                case Skip(NodeId mixer, int index) -> new Run(Optional.of(mixer), index, 1);
            };
            Run last = runs.isEmpty() ? one : runs.getLast();
            if (!runs.isEmpty() && last.skip().equals(one.skip()) && last.first() + last.count() == one.first()) {
                runs.set(runs.size() - 1, new Run(last.skip(), last.first(), last.count() + 1));
            } else {
                runs.add(one);
            }
        }
        return new Given(weights, sizes, runs);
    }

    /** Whether a layer of the same kernels, with as many main channels coming in, can have them. */
    boolean fits(Layer layer, List<Origin> incoming) {
        long main = incoming.stream().filter(origin -> !origin.bySkip()).count();
        long given = channels.stream().filter(run -> run.skip().isEmpty()).mapToLong(Run::count).sum();
        return main == given && sizes(layer, count()).filter(sizes::equals).isPresent();
    }

    /** With the channels of the main branch alone, as many as the sizes of plain kernels say. */
    public static Given ofMainChannels(LayerWeights weights, List<Integer> sizes) {
        int count = sizes.isEmpty() ? 0 : sizes.size() == 1 ? sizes.getFirst() : sizes.get(1);
        return new Given(weights, sizes, List.of(new Run(Optional.empty(), 0, count)));
    }

    /** Whether it is as {@link #ofMainChannels} makes it. */
    public boolean isOfMainChannels() {
        return channels.equals(ofMainChannels(weights, sizes).channels);
    }

    /** How many channels came in. */
    int count() {
        return (int) Math.min(Integer.MAX_VALUE, channels.stream().mapToLong(Run::count).sum());
    }

    /** Where a channel stood among those that came in; −1 if it was not there. */
    int place(Address address) {
        int before = 0;
        for (Run run : channels) {
            int index = switch (address) {
                case Main(int main) -> run.skip().isEmpty() ? main : -1;
                case Skip(NodeId mixer, int skipped) -> run.skip().filter(mixer::equals).isPresent() ? skipped : -1;
            };
            if (index >= run.first() && index < run.first() + run.count()) {
                return before + index - run.first();
            }
            before += run.count();
        }
        return -1;
    }

    /** Of the weights' axes, for so many channels; empty for a layer without weights. */
    static Optional<List<Integer>> sizes(Layer layer, int channels) {
        return switch (layer) {
            case Layer.Conv conv -> Optional.of(List.of(conv.filters(), channels / conv.groups(),
                    conv.window().kernel().height(), conv.window().kernel().width()));
            case Layer.TransposedConv conv -> Optional.of(List.of(channels, conv.filters(), conv.kernel().height(),
                    conv.kernel().width()));
            case Layer.Linear linear -> Optional.of(List.of(linear.outputs(), channels));
            case Layer.BatchNorm _ -> Optional.of(List.of(channels));
            default -> Optional.empty();
        };
    }

    /** The content: of two that are equal in it, either does. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Given given && weights.key().equals(given.weights.key()) && sizes.equals(given.sizes)
                && channels.equals(given.channels);
    }

    @Override
    public int hashCode() {
        return weights.key().hashCode();
    }
}
