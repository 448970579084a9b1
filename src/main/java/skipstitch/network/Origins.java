package skipstitch.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each channel of each tensor comes from, so that weights can belong to a channel's origin and not to a
 * lane. What mixes channels (a convolution) starts anew; what acts channel by channel passes origins on; a
 * concat remembers which channels came by a skip.
 */
public final class Origins {
    private final Map<NodeId, Channels> byNode;

    private Origins(Map<NodeId, Channels> byNode) {
        this.byNode = byNode;
    }

    /**
     * The origin of one channel.
     *
     * @param mixer  the node that last mixed the channels
     * @param index  the channel in that node's tensor
     * @param place  the channel on which it would lie if every merge of a skip were an add
     * @param bySkip whether a concat took it in by a skip
     */
    public record Origin(NodeId mixer, int index, int place, boolean bySkip) {}

    /** For every node that has a shape. */
    public static Origins of(Shapes shapes) {
        Map<NodeId, Channels> byNode = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            shapes.find(node.id()).ifPresent(shape -> byNode.put(node.id(), origins(node, shape, byNode)));
        }
        return new Origins(byNode);
    }

    private static Channels origins(Node node, Shape shape, Map<NodeId, Channels> known) {
        return switch (node.layer()) {
            case Layer.Concat _ -> {
                List<Channels> parts = node.inlets().stream().map(inlet -> {
                    Channels in = known.get(inlet.source());
                    return inlet.role() == Inlet.Role.SKIP ? in.bySkip() : in;
                }).toList();
                yield node.mergesSkip() ? Channels.merged(parts) : Channels.joined(parts);
            }
            case Layer.ZeroPadChannels(int before, int after) ->
                    known.get(node.trunk().source()).framed(node.id(), before, after);
            case Layer.Flatten _ -> {
                Channels in = known.get(node.trunk().source());
                yield in.flattened(shape.channels() / in.size());
            }
            case Layer layer when layer.actsChannelByChannel() -> known.get(node.trunk().source());
            default -> Channels.fresh(node.id(), shape.channels());
        };
    }

    /** One origin a channel, in order; empty for a node without a shape. */
    public List<Origin> of(NodeId id) {
        return byNode.getOrDefault(id, Channels.NONE);
    }

    /** How many channels a node's tensor would have if every merge of a skip were an add; 0 without a shape. */
    public int places(NodeId id) {
        return byNode.getOrDefault(id, Channels.NONE).places();
    }

    /** The channels of a node's tensor that such adds would lay on one another in a place; none if there is no such place. */
    public List<Integer> at(NodeId id, int place) {
        return byNode.getOrDefault(id, Channels.NONE).at(place);
    }
}
