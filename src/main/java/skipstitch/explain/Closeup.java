package skipstitch.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.explain.Inspection.Block;
import skipstitch.network.Edge;
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
 * @param of         what was looked for
 * @param title      what the node is called, and what was done to its tensor on the way
 * @param lane       where it was computed
 * @param tensor     {@code [C, H, W]}
 * @param statistics one a channel
 * @param branches   one a channel
 * @param blocks     runs of channels that came in together; one for all but a concatenation
 * @param scale      of both lanes: equal colours are equal numbers
 * @param other      empty where no other lane has a tensor for the node
 */
public record Closeup(Subject of, String title, Variant lane, Tensor tensor, List<Statistics> statistics,
                      List<Branch> branches, List<Block> blocks, ColourScale scale, Optional<Counterpart> other) {
    public Closeup {
        statistics = List.copyOf(statistics);
        branches = List.copyOf(branches);
        blocks = List.copyOf(blocks);
    }

    /**
     * What is wanted to be seen: a node's output.
     *
     * @param node whose output
     * @param edge by which it is read, as an intervention may have changed it there; empty for as it left the node
     * @param lane where; empty for the first lane that has it
     */
    public record Subject(NodeId node, Optional<Edge> edge, Optional<Variant> lane) {

        private Tensor in(Ran ran) {
            return edge(ran).map(ran.activations()::on).orElseGet(() -> ran.activations().tensor(node));
        }

        /** Empty where the lane has another edge in its place. */
        private Optional<Edge> edge(Ran ran) {
            return edge.filter(each -> ran.lane().network().inlet(each).filter(inlet -> inlet.source().equals(node)).isPresent());
        }

        private String title(Ran ran) {
            String done = edge(ran).map(ran.interventions()::title).orElse("");
            return ran.lane().network().node(node).label() + (done.isEmpty() ? "" : ", " + done);
        }
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
     * @param wanted if its lane has no such tensor, the first one that has is taken
     * @param merge  the merge whose branches have colours
     */
    public static Optional<Closeup> of(Network drawn, List<Ran> lanes, Subject wanted, NodeId merge) {
        List<Ran> with = lanes.stream().filter(ran -> ran.activations().has(wanted.node())).toList();
        Optional<Ran> shown = with.stream().filter(ran -> wanted.lane().equals(Optional.of(ran.lane().variant())))
                .findFirst().or(() -> with.stream().findFirst());
        return shown.map(ran -> of(drawn, ran, with.stream().filter(other -> other != ran).findFirst(), wanted, merge));
    }

    private static Closeup of(Network drawn, Ran ran, Optional<Ran> beside, Subject wanted, NodeId merge) {
        NodeId node = wanted.node();
        Tensor tensor = wanted.in(ran);
        Node at = ran.lane().network().node(node);
        List<Branch> known = Provenance.of(ran.lane(), drawn, merge).of(node);
        int channels = tensor.shape().channels();
        List<Branch> branches = known.isEmpty() ? Collections.nCopies(channels, Branch.NONE) : known;
        List<Statistics> statistics =
                IntStream.range(0, channels).mapToObj(channel -> Statistics.of(tensor, channel)).toList();
        Optional<Counterpart> other = beside.map(theirs -> {
            Tensor found = wanted.in(theirs);
            List<Branch> their = Provenance.of(theirs.lane(), drawn, merge).of(node);
            return new Counterpart(theirs.lane().variant(), found,
                    blocks(theirs.lane(), node, their, found.shape().channels()),
                    found.shape().equals(tensor.shape()) && Arrays.equals(found.values(), tensor.values()));
        });
        Extent extent = other.map(theirs -> tensor.extent().union(theirs.tensor().extent())).orElseGet(tensor::extent);
        return new Closeup(wanted, wanted.title(ran), ran.lane().variant(), tensor, statistics, branches,
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

    /** Whose output it is. */
    public NodeId node() {
        return of.node();
    }

    /** Whether another one is of the same tensor in the same lane, perhaps of another run. */
    public boolean isOfSameAs(Closeup other) {
        return of.equals(other.of) && lane == other.lane;
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
