package skipstitch.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import skipstitch.explain.Made.Join;
import skipstitch.explain.Made.Side;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * Of what each channel of a lane's tensors is made, after any number of merges. What mixes channels starts anew; a
 * convolution of one channel a group and all that acts channel by channel pass them on. Asked channel by channel, so
 * that nothing is computed for tensors at which nobody looks.
 */
public final class Composition {
    private final Shapes shapes;
    private final Map<Spot, Made> known = new HashMap<>();

    private record Spot(NodeId node, int channel) {}

    private Composition(Shapes shapes) {
        this.shapes = shapes;
    }

    public static Composition of(Lane lane) {
        return new Composition(lane.shapes());
    }

    /** @throws IllegalArgumentException if the node has no shape, or no such channel */
    public Made channel(NodeId node, int channel) {
        if (shapes.find(node).filter(shape -> channel >= 0 && channel < shape.channels()).isEmpty()) {
            throw new IllegalArgumentException("'" + node + "' has no channel " + channel);
        }
        Node asked = shapes.network().node(node);
        return switch (asked.layer()) {
            case Layer.Conv conv when !isDepthwise(asked, conv) -> mixed(asked, conv.groups(), channel);
            case Layer.TransposedConv _, Layer.Linear _, Layer.Softmax _ -> mixed(asked, 1, channel);
            default -> made(node, channel);
        };
    }

    private Made made(NodeId id, int channel) {
        Spot spot = new Spot(id, channel);
        Made found = known.get(spot);
        if (found == null) {
            found = make(shapes.network().node(id), channel);
            known.put(spot, found);
        }
        return found;
    }

    /** To others, what mixes channels is where they begin: one looks no further back than that. */
    private Made make(Node node, int channel) {
        return switch (node.layer()) {
            case Layer.Input _, Layer.TransposedConv _, Layer.Linear _, Layer.Softmax _ ->
                    new Made.Source(own(node, channel, Optional.empty()));
            case Layer.Conv conv -> isDepthwise(node, conv)
                    ? passed(node, channel / (conv.filters() / conv.groups()), false)
                    : new Made.Source(own(node, channel, way(node, conv.groups(), channel)));
            case Layer.Concat _ -> concatenated(node, channel);
            case Layer.Add _ -> joined(node, Join.SUM, channel);
            case Layer.Multiply _, Layer.Gate _ -> joined(node, Join.PRODUCT, channel);
            case Layer.ZeroPadChannels(int before, _) -> channel < before || channel >= before + channels(node.trunk())
                    ? new Made.Source(new Ingredient(node.id(), node.label(), true, channel, Optional.empty(), 1))
                    : passed(node, channel - before, true);
            case Layer.Flatten _ -> passed(node, channel / shapes.shape(node.trunk().source()).area(), true);
            case Layer.Identity _, Layer.Dropout _, Layer.Crop _, Layer.ZeroPad _, Layer.Subsample _ ->
                    passed(node, channel, true);
            case Layer.MaxPool _, Layer.AveragePool _, Layer.GlobalAveragePool _, Layer.MaxUnpool _, Layer.Upsample _,
                    Layer.Relu _, Layer.Relu6 _, Layer.LeakyRelu _, Layer.Sigmoid _, Layer.BatchNorm _, Layer.Scale _ ->
                    passed(node, channel, false);
        };
    }

    private int channels(Inlet inlet) {
        return shapes.shape(inlet.source()).channels();
    }

    private static Ingredient own(Node node, int channel, Optional<Inlet.Role> way) {
        return new Ingredient(node.id(), node.label(), false, channel, way, 1);
    }

    /** Each filter reads one channel, though there are others. */
    private boolean isDepthwise(Node node, Layer.Conv conv) {
        return conv.groups() > 1 && channels(node.trunk()) == conv.groups();
    }

    private Made mixed(Node node, int groups, int channel) {
        return new Made.Mixed(own(node, channel, way(node, groups, channel)), channels(node.trunk()),
                sides(node, groups, channel));
    }

    /** Of the channels that are mixed into one, how many were on which side of the last merge. */
    private Map<Side, Integer> sides(Node node, int groups, int channel) {
        Map<Side, Integer> sides = new EnumMap<>(Side.class);
        int taken = channels(node.trunk()) / groups;
        int group = channel / (shapes.shape(node.id()).channels() / groups);
        for (int i = group * taken; i < (group + 1) * taken; i++) {
            sides.merge(Side.of(made(node.trunk().source(), i)), 1, Integer::sum);
        }
        return sides;
    }

    /** A group keeps the way of its channels if they all came by one. */
    private Optional<Inlet.Role> way(Node node, int groups, int channel) {
        Set<Side> sides = groups == 1 ? Set.of() : sides(node, groups, channel).keySet();
        return sides.size() != 1 ? Optional.empty() : switch (sides.iterator().next()) {
            case SKIP -> Optional.of(Inlet.Role.SKIP);
            case MAIN -> Optional.of(Inlet.Role.MAIN);
            case BOTH, ZEROS, NEITHER -> Optional.empty();
        };
    }

    /** @param unchanged whether the layer leaves values as they are, so that a sum is still one */
    private Made passed(Node node, int channel, boolean unchanged) {
        return switch (made(node.trunk().source(), channel)) {
            case Made.Joined joined -> unchanged ? joined : new Made.Joined(Join.OTHER, joined.ingredients());
            case Made.Passed passed -> new Made.Passed(passed.from(), "");
            case Made made -> new Made.Passed(made.ingredients().getFirst(), "");
        };
    }

    private Made concatenated(Node node, int channel) {
        int left = channel;
        int at = 0;
        while (left >= channels(node.inlets().get(at))) {
            left -= channels(node.inlets().get(at));
            at++;
        }
        Inlet inlet = node.inlets().get(at);
        List<Ingredient> in = taken(node, inlet, left).toList();
        return switch (made(inlet.source(), left)) {
            case Made.Joined(Join join, _) -> new Made.Joined(join, in);
            case Made _ -> new Made.Passed(in.getFirst(), !node.mergesSkip() ? ""
                    : "channel " + left + " of " + MergeWords.symbol(shapes.network(), node, inlet));
        };
    }

    /** What comes in by an inlet of a merge; a merge of parallel branches leaves the ways as they were. */
    private Stream<Ingredient> taken(Node merge, Inlet inlet, int channel) {
        Stream<Ingredient> in = made(inlet.source(), channel).ingredients().stream();
        return merge.mergesSkip() ? in.map(each -> each.by(inlet.role())) : in;
    }

    private Made joined(Node node, Join join, int channel) {
        Map<Ingredient, Ingredient> all = new LinkedHashMap<>();
        boolean plain = true;
        for (Inlet inlet : node.inlets()) {
            int read = node.layer() instanceof Layer.Gate && inlet != node.inlets().getFirst() ? 0 : channel;
            plain &= !(made(inlet.source(), read) instanceof Made.Joined(Join inner, _)) || inner == join;
            taken(node, inlet, read).forEach(each ->
                    all.merge(each.single(), each, (before, more) -> before.and(more.times())));
        }
        List<Ingredient> ingredients = new ArrayList<>(all.values());
        return new Made.Joined(plain ? join : Join.OTHER, ingredients);
    }
}
