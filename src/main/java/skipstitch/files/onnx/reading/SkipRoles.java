package skipstitch.files.onnx.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Size;

/**
 * Finds skips by structure. The branches of an add or a concat have a common fork, through which all that they carry
 * has passed. A branch that comes from there as it is, or cropped, gated or projected linearly, is a skip if another
 * one is longer; the longest is the main branch, and what lies between the two, as in UNet++, is a skip as well.
 * Branches side by side, as in Inception and Fire, are none.
 */
final class SkipRoles {
    private static final int LAYER = 1000;
    private static final int PROJECTION = 1;
    private static final int ROOT = -1;

    private final Network network;
    private final List<Node> order;
    private final Map<NodeId, Integer> places = new HashMap<>();
    /** Of each node the last one before it that all paths from the inputs pass. */
    private final int[] forks;
    private final int[] depths;

    private SkipRoles(Network network) {
        this.network = network;
        this.order = network.topological();
        this.forks = new int[order.size()];
        this.depths = new int[order.size()];
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i).id(), i);
            forks[i] = fork(order.get(i));
            depths[i] = forks[i] == ROOT ? 0 : depths[forks[i]] + 1;
        }
    }

    /** The same network with the skips marked; all inlets but pooling indices come in as main branches. */
    static Network in(Network network) {
        SkipRoles roles = new SkipRoles(network);
        Map<NodeId, Node> marked = new HashMap<>();
        for (Node node : roles.order) {
            boolean merges = node.layer() instanceof Layer.Add || node.layer() instanceof Layer.Concat;
            if (merges && node.inlets().size() > 1 && !roles.onlyDecidesAGate(node)) {
                marked.put(node.id(), roles.marked(node));
            }
        }
        return network.map(node -> marked.getOrDefault(node.id(), node));
    }

    private int fork(Node node) {
        int common = ROOT;
        boolean first = true;
        for (Inlet inlet : node.inlets()) {
            int source = places.get(inlet.source());
            common = first ? source : common(common, source);
            first = false;
        }
        return common;
    }

    private int common(int one, int other) {
        int a = one;
        int b = other;
        while (a != b) {
            if (a == ROOT || b == ROOT) {
                return ROOT;
            }
            if (depths[a] >= depths[b]) {
                a = forks[a];
            } else {
                b = forks[b];
            }
        }
        return a;
    }

    /** A sum in an attention gate adds to decide: what follows it is the gate of another tensor. */
    private boolean onlyDecidesAGate(Node merge) {
        NodeId at = merge.id();
        for (int steps = 0; steps < order.size(); steps++) {
            List<NodeId> readers = network.consumers(at);
            if (readers.size() != 1) {
                return false;
            }
            Node reader = network.node(readers.getFirst());
            if (reader.layer() instanceof Layer.Gate) {
                return reader.inlets().get(1).source().equals(at);
            }
            if (reader.inlets().size() != 1) {
                return false;
            }
            at = reader.id();
        }
        return false;
    }

    private Node marked(Node merge) {
        int fork = forks[places.get(merge.id())];
        if (fork == ROOT) {
            return merge;
        }
        long[] lengths = lengths(merge, fork);
        long longest = Arrays.stream(lengths).max().orElse(0);
        boolean hasSkip = false;
        for (int i = 0; i < lengths.length; i++) {
            hasSkip |= lengths[i] < longest && isShort(merge, merge.inlets().get(i).source(), order.get(fork).id());
        }
        if (!hasSkip) {
            return merge;
        }
        List<Inlet> inlets = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            Inlet inlet = merge.inlets().get(i);
            inlets.add(lengths[i] < longest ? Inlet.skip(inlet.source()) : inlet);
        }
        return merge.withInlets(inlets);
    }

    /** The longest way of each branch from the fork. */
    private long[] lengths(Node merge, int fork) {
        int last = places.get(merge.id());
        long[] lengths = new long[last - fork];
        Arrays.fill(lengths, -1);
        lengths[0] = 0;
        for (int i = fork + 1; i < last; i++) {
            Node node = order.get(i);
            for (Inlet inlet : counted(node)) {
                int source = places.get(inlet.source()) - fork;
                if (source >= 0 && lengths[source] >= 0) {
                    lengths[i - fork] = Math.max(lengths[i - fork], lengths[source] + length(node.layer()));
                }
            }
        }
        return merge.inlets().stream().mapToLong(inlet -> lengths[places.get(inlet.source()) - fork]).toArray();
    }

    /** A gated tensor is that tensor, whatever decides. */
    private static List<Inlet> counted(Node node) {
        return node.layer() instanceof Layer.Gate ? node.inlets().subList(0, 1) : node.inlets(Inlet.Role.MAIN);
    }

    private static int length(Layer layer) {
        return switch (layer) {
            case Layer.Conv conv -> conv.window().kernel().equals(Size.ONE) ? PROJECTION : LAYER;
            case Layer.MaxPool pool -> pool.window().kernel().equals(Size.ONE) ? 0 : LAYER;
            case Layer.TransposedConv _, Layer.AveragePool _, Layer.GlobalAveragePool _, Layer.MaxUnpool _,
                    Layer.Upsample _, Layer.Linear _ -> LAYER;
            default -> 0;
        };
    }

    /** Whether a branch passes on what the fork has, but for size and a linear projection. */
    private boolean isShort(Node merge, NodeId source, NodeId fork) {
        int projections = 0;
        Node at = network.node(source);
        while (!at.id().equals(fork)) {
            Optional<Integer> counted = projections(at.layer(), merge.layer());
            if (counted.isEmpty() || projections + counted.get() > 1) {
                return false;
            }
            projections += counted.get();
            at = network.node(at.inlets().getFirst().source());
        }
        return true;
    }

    private static Optional<Integer> projections(Layer layer, Layer merge) {
        return switch (layer) {
            // Mostly 1×1, but ResUNet's are 3×3.
            case Layer.Conv _ -> Optional.of(1);
            case Layer.MaxPool pool when pool.window().kernel().equals(Size.ONE) -> Optional.of(0);
            // Some residual networks average before they project.
            case Layer.AveragePool _ when merge instanceof Layer.Add -> Optional.of(0);
            case Layer.BatchNorm _, Layer.Dropout _, Layer.Scale _, Layer.Crop _, Layer.ZeroPad _,
                    Layer.ZeroPadChannels _, Layer.Subsample _, Layer.Identity _, Layer.Gate _ -> Optional.of(0);
            default -> Optional.empty();
        };
    }
}
