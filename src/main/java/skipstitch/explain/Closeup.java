package skipstitch.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.explain.Inspection.Block;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Statistics;
import skipstitch.tensor.Tensor;

/**
 * One tensor, to be looked at large, with the same node's tensor in another lane.
 *
 * @param node       whose output it is
 * @param title      what the node is called
 * @param lane       where it was computed
 * @param tensor     {@code [C, H, W]}
 * @param statistics one a channel
 * @param branches   one a channel
 * @param blocks     runs of channels that came in together; one for all but a concatenation
 * @param scale      of both lanes: equal colours are equal numbers
 * @param other      empty where no other lane has a tensor for the node
 */
public record Closeup(NodeId node, String title, Variant lane, Tensor tensor, List<Statistics> statistics,
                      List<Branch> branches, List<Block> blocks, ColourScale scale, Optional<Counterpart> other) {
    public Closeup {
        statistics = List.copyOf(statistics);
        branches = List.copyOf(branches);
        blocks = List.copyOf(blocks);
    }

    /**
     * The node's tensor in another lane.
     *
     * @param same whether it has the very same numbers
     */
    public record Counterpart(Variant lane, Tensor tensor, List<Block> blocks, boolean same) {
        public Counterpart {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Empty where no lane has a tensor for the node.
     *
     * @param drawn  the network as drawn
     * @param lanes  that were run
     * @param node   whose output is wanted
     * @param wanted in which lane; if it has none, the first one that has is taken
     * @param merge  the merge whose branches have colours
     */
    public static Optional<Closeup> of(Network drawn, List<Ran> lanes, NodeId node, Optional<Variant> wanted,
                                       NodeId merge) {
        List<Ran> with = lanes.stream().filter(ran -> ran.activations().has(node)).toList();
        Optional<Ran> shown = with.stream().filter(ran -> wanted.equals(Optional.of(ran.lane().variant()))).findFirst()
                .or(() -> with.stream().findFirst());
        return shown.map(ran -> of(drawn, ran, with.stream().filter(other -> other != ran).findFirst(), node, merge));
    }

    private static Closeup of(Network drawn, Ran ran, Optional<Ran> beside, NodeId node, NodeId merge) {
        Tensor tensor = ran.activations().tensor(node);
        Node at = ran.lane().network().node(node);
        List<Branch> known = Provenance.of(ran.lane(), drawn, merge).of(node);
        int channels = tensor.shape().channels();
        List<Branch> branches = known.isEmpty() ? Collections.nCopies(channels, Branch.NONE) : known;
        List<Statistics> statistics =
                IntStream.range(0, channels).mapToObj(channel -> Statistics.of(tensor, channel)).toList();
        Optional<Counterpart> other = beside.map(theirs -> {
            Tensor found = theirs.activations().tensor(node);
            List<Branch> their = Provenance.of(theirs.lane(), drawn, merge).of(node);
            return new Counterpart(theirs.lane().variant(), found,
                    blocks(theirs.lane(), node, their, found.shape().channels()),
                    found.shape().equals(tensor.shape()) && Arrays.equals(found.values(), tensor.values()));
        });
        Extent extent = other.map(theirs -> tensor.extent().union(theirs.tensor().extent())).orElseGet(tensor::extent);
        return new Closeup(node, at.label(), ran.lane().variant(), tensor, statistics, branches,
                blocks(ran.lane(), node, branches, channels),
                at.layer() instanceof Layer.Input ? ColourScale.ofPicture(extent) : ColourScale.of(extent), other);
    }

    /** As a concatenation's channels came in; after one, as long as they keep their branches, by these. */
    private static List<Block> blocks(Lane lane, NodeId node, List<Branch> branches, int channels) {
        Node at = lane.network().node(node);
        List<Block> blocks = new ArrayList<>();
        int first = 0;
        if (at.layer() instanceof Layer.Concat) {
            for (Inlet inlet : at.inlets()) {
                int count = lane.shapes().shape(inlet.source()).channels();
                blocks.add(new Block(first, count));
                first += count;
            }
            return blocks;
        }
        for (int channel = 1; channel <= branches.size(); channel++) {
            if (channel == branches.size() || branches.get(channel) != branches.get(first)) {
                blocks.add(new Block(first, channel - first));
                first = channel;
            }
        }
        return blocks.isEmpty() ? List.of(new Block(0, channels)) : blocks;
    }

    /** Whether another one is of the same node in the same lane, perhaps of another run. */
    public boolean isOfSameAs(Closeup other) {
        return node.equals(other.node) && lane == other.lane;
    }

    /** The block that a channel is in. */
    public Block block(int channel) {
        return blocks.stream().filter(block -> block.holds(channel)).findFirst().orElseThrow();
    }

    /**
     * The other lane's channels that line up with one of this tensor: the same one where there are as many, else the
     * one at the same place of each block. None where the maps have another size.
     */
    public List<Integer> aligned(int channel) {
        if (other.isEmpty() || !other.get().tensor().shape().sameSizeAs(tensor.shape())) {
            return List.of();
        }
        if (other.get().tensor().shape().equals(tensor.shape())) {
            return List.of(channel);
        }
        int place = channel - block(channel).first();
        return other.get().blocks().stream().filter(block -> place < block.count()).map(block -> block.first() + place)
                .toList();
    }
}
