package skipstitch.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Inlet.Role;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * For one merge in one lane, the branch that each channel of each tensor belongs to. The tensor at the fork is
 * the skip's on both its edges; F starts after F's first layer. After the merge, layers that act channel by
 * channel keep the branches, a convolution mixes them.
 */
public final class Provenance {
    private final Map<NodeId, List<Branch>> byNode;

    private Provenance(Map<NodeId, List<Branch>> byNode) {
        this.byNode = byNode;
    }

    /**
     * @param lane  where to look
     * @param drawn the network as drawn, which still knows the skip where the lane has taken it away
     * @param merge a node that takes a skip in as drawn; for others nothing has a colour
     */
    public static Provenance of(Lane lane, Network drawn, NodeId merge) {
        Optional<Node> asDrawn = drawn.find(merge).filter(Node::mergesSkip);
        if (asDrawn.isEmpty() || asDrawn.get().inlets(Role.MAIN).isEmpty()) {
            return new Provenance(Map.of());
        }
        boolean skips = lane.network().node(merge).mergesSkip();
        Network network = skips ? lane.network() : drawn;
        Node node = network.node(merge);
        NodeId skip = node.inlets(Role.SKIP).getFirst().source();
        Set<NodeId> beforeMain = network.upstream(node.inlets(Role.MAIN).getFirst().source());
        Optional<NodeId> fork = fork(network, skip, beforeMain);
        Set<NodeId> beforeFork = fork.map(network::upstream).orElse(Set.of());

        Map<NodeId, Branch> branches = new HashMap<>();
        network.upstream(skip).stream().filter(id -> !beforeMain.contains(id)).forEach(id -> branches.put(id, Branch.SKIP));
        beforeMain.stream().filter(id -> !beforeFork.contains(id)).forEach(id -> branches.put(id, Branch.MAIN));
        if (skips) {
            fork.ifPresent(id -> branches.put(id, Branch.SKIP));
        }
        return new Provenance(colour(lane, branches, merge));
    }

    /** The last node that both the skip and the main branch come from. */
    private static Optional<NodeId> fork(Network network, NodeId skip, Set<NodeId> beforeMain) {
        NodeId at = skip;
        Set<NodeId> seen = new HashSet<>();
        while (!beforeMain.contains(at)) {
            List<Inlet> inlets = network.find(at).map(Node::inlets).orElse(List.of());
            if (inlets.isEmpty() || !seen.add(at)) {
                return Optional.empty();
            }
            at = inlets.getFirst().source();
        }
        return Optional.of(at);
    }

    private static Map<NodeId, List<Branch>> colour(Lane lane, Map<NodeId, Branch> branches, NodeId merge) {
        Shapes shapes = lane.shapes();
        Set<NodeId> after = lane.network().downstream(merge);
        Map<NodeId, List<Branch>> all = new HashMap<>();
        for (Node node : shapes.order()) {
            shapes.find(node.id()).ifPresent(shape -> {
                List<Branch> own = after.contains(node.id())
                        ? passed(node, shape.channels(), all, node.id().equals(merge))
                        : Collections.nCopies(shape.channels(), branches.getOrDefault(node.id(), Branch.NONE));
                all.put(node.id(), own);
            });
        }
        return all;
    }

    private static List<Branch> passed(Node node, int channels, Map<NodeId, List<Branch>> known, boolean isMerge) {
        if (node.layer() instanceof Layer.Concat) {
            List<Branch> joined = new ArrayList<>(channels);
            node.inlets().forEach(inlet -> joined.addAll(known.get(inlet.source())));
            return List.copyOf(joined);
        }
        if (isMerge && node.mergesSkip()) {
            return Collections.nCopies(channels, Branch.BOTH);
        }
        List<Branch> in = known.get(node.trunk().source());
        return switch (node.layer()) {
            case Layer.Conv conv -> grouped(in, conv.groups(), channels);
            case Layer.ZeroPadChannels(int before, _) -> {
                List<Branch> framed = new ArrayList<>(Collections.nCopies(channels, Branch.NONE));
                for (int i = 0; i < in.size(); i++) {
                    framed.set(before + i, in.get(i));
                }
                yield List.copyOf(framed);
            }
            case Layer.Flatten _ -> in.stream()
                    .flatMap(branch -> Collections.nCopies(channels / in.size(), branch).stream()).toList();
            case Layer layer when layer.actsChannelByChannel() -> in;
            default -> Collections.nCopies(channels, Branch.NONE);
        };
    }

    /** A depthwise convolution keeps each channel's branch, a grouped one that of a group of one branch alone. */
    private static List<Branch> grouped(List<Branch> in, int groups, int channels) {
        List<Branch> all = new ArrayList<>(channels);
        int taken = in.size() / groups;
        for (int group = 0; group < groups; group++) {
            List<Branch> mixed = in.subList(group * taken, (group + 1) * taken).stream().distinct().toList();
            Branch branch = groups > 1 && mixed.size() == 1 ? mixed.getFirst() : Branch.NONE;
            all.addAll(Collections.nCopies(channels / groups, branch));
        }
        return List.copyOf(all);
    }

    /** One branch a channel of the node's tensor; empty for a node without a shape. */
    public List<Branch> of(NodeId id) {
        return byNode.getOrDefault(id, List.of());
    }

    /** The one branch of all channels of the node's tensor; {@link Branch#NONE} where they differ. */
    public Branch whole(NodeId id) {
        List<Branch> branches = of(id);
        return branches.isEmpty() || branches.stream().distinct().count() > 1 ? Branch.NONE : branches.getFirst();
    }
}
