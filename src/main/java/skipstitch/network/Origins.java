package skipstitch.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each channel of each tensor comes from, so that weights can belong to a channel's origin and not to a
 * lane. What mixes channels (a convolution) starts anew; what acts channel by channel passes origins on; a
 * concat remembers which channels came by a skip.
 */
public final class Origins {
    private final Map<NodeId, List<Origin>> byNode;

    private Origins(Map<NodeId, List<Origin>> byNode) {
        this.byNode = byNode;
    }

    /**
     * The origin of one channel.
     *
     * @param mixer  the node that last mixed the channels
     * @param index  the channel in that node's tensor
     * @param bySkip whether a concat took it in by a skip
     */
    public record Origin(NodeId mixer, int index, boolean bySkip) {
        Origin asSkip() {
            return bySkip ? this : new Origin(mixer, index, true);
        }
    }

    /** For every node that has a shape. */
    public static Origins of(Shapes shapes) {
        Map<NodeId, List<Origin>> byNode = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            shapes.find(node.id()).ifPresent(shape -> byNode.put(node.id(), origins(node, shape, byNode)));
        }
        return new Origins(byNode);
    }

    private static List<Origin> origins(Node node, Shape shape, Map<NodeId, List<Origin>> known) {
        return switch (node.layer()) {
            case Layer.Concat _ -> {
                List<Origin> all = new ArrayList<>(shape.channels());
                for (Inlet inlet : node.inlets()) {
                    List<Origin> in = known.get(inlet.source());
                    all.addAll(inlet.role() == Inlet.Role.SKIP ? in.stream().map(Origin::asSkip).toList() : in);
                }
                yield List.copyOf(all);
            }
            case Layer.ZeroPadChannels(int before, _) -> {
                List<Origin> in = known.get(node.inlets().getFirst().source());
                List<Origin> all = new ArrayList<>(fresh(node.id(), shape.channels()));
                for (int i = 0; i < in.size(); i++) {
                    all.set(before + i, in.get(i));
                }
                yield List.copyOf(all);
            }
            case Layer.Flatten _ -> flattened(known.get(node.inlets().getFirst().source()), shape.channels());
            case Layer layer when layer.actsChannelByChannel() -> known.get(trunk(node).source());
            default -> fresh(node.id(), shape.channels());
        };
    }

    /** The inlet whose channels the node's own follow: the first of the main branch. */
    static Inlet trunk(Node node) {
        return node.inlets().stream().filter(inlet -> inlet.role() == Inlet.Role.MAIN).findFirst()
                .orElse(node.inlets().getFirst());
    }

    private static List<Origin> fresh(NodeId id, int channels) {
        List<Origin> all = new ArrayList<>(channels);
        for (int i = 0; i < channels; i++) {
            all.add(new Origin(id, i, false));
        }
        return List.copyOf(all);
    }

    private static List<Origin> flattened(List<Origin> in, int length) {
        int area = length / in.size();
        List<Origin> all = new ArrayList<>(length);
        for (Origin origin : in) {
            for (int i = 0; i < area; i++) {
                all.add(new Origin(origin.mixer(), origin.index() * area + i, origin.bySkip()));
            }
        }
        return List.copyOf(all);
    }

    /** One origin a channel, in order; empty for a node without a shape. */
    public List<Origin> of(NodeId id) {
        return byNode.getOrDefault(id, List.of());
    }
}
