package skipstitch.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skipstitch.network.Edge;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Tensor;

/**
 * The tensors to look at when a node is selected. All share one scale, so equal colours are equal numbers.
 *
 * @param node   what is selected
 * @param panels in the order in which they are shown
 * @param scale  of all panels
 * @param extent of all panels
 * @param bill   what the merge costs, where the node is one that takes a skip in
 */
public record Inspection(NodeId node, List<Panel> panels, ColourScale scale, Extent extent, Optional<MergeBill> bill) {
    public Inspection {
        panels = List.copyOf(panels);
    }

    /** What a panel is to the selected merge, or to another selected node. */
    public enum Role { SKIP, MAIN, RESULT, INPUT, OUTPUT }

    /**
     * One tensor with its words.
     *
     * @param role     which side of the merge it is on
     * @param title    {@code "skip x"}, {@code "Add x + F(x)"}
     * @param symbol   short name for a reading: {@code "x"}
     * @param lane     the lane it was read from; empty where all lanes agree
     * @param source   the node whose output it is
     * @param edge     the edge by which it was read there; empty for the output as it left the node
     * @param tensor   {@code [C, H, W]}
     * @param blocks   runs of channels that begin a new row, with a seam between; one for all but a concat
     * @param branches one a channel
     * @param beside   in which networks it is found
     */
    public record Panel(Role role, String title, String symbol, Optional<Variant> lane, NodeId source,
                        Optional<Edge> edge, Tensor tensor, List<Block> blocks, List<Branch> branches, Beside beside) {

        /** With no other network beside. */
        public Panel(Role role, String title, String symbol, Optional<Variant> lane, NodeId source,
                     Optional<Edge> edge, Tensor tensor, List<Block> blocks, List<Branch> branches) {
            this(role, title, symbol, lane, source, edge, tensor, blocks, branches, Beside.NOTHING);
        }

        Panel in(Beside networks) {
            return new Panel(role, title, symbol, lane, source, edge, tensor, blocks, branches, networks);
        }

        /** Where it was read, for a person; empty where there is only one place. */
        public Optional<String> where() {
            Optional<String> own = lane.filter(_ -> beside.other().isEmpty()).map(Inspector::laneTitle);
            return beside.words().isEmpty() ? own
                    : Optional.of(beside.words() + own.map(words -> ", " + words).orElse(""));
        }

        public Shape shape() {
            return tensor.shape();
        }

        /** The panel's scale if it had one of its own. */
        public ColourScale ownScale() {
            return ColourScale.of(tensor.extent());
        }

        /** The block that a channel is in. */
        public Block block(int channel) {
            return blocks.stream().filter(block -> block.holds(channel)).findFirst().orElseThrow();
        }
    }

    /**
     * The networks that have a panel's very numbers.
     *
     * @param words their names; empty where no other network stands beside
     * @param other the network beside that it was read from; empty for the network that is edited
     */
    public record Beside(String words, Optional<Network> other) {
        static final Beside NOTHING = new Beside("", Optional.empty());
    }

    /** Channels that came in together. */
    public record Block(int first, int count) {
        boolean holds(int channel) {
            return channel >= first && channel < first + count;
        }
    }

    /**
     * One value at a place.
     *
     * @param symbol  of the panel
     * @param where   of the panel, where another panel has the same symbol
     * @param channel in that panel's tensor, from 0
     */
    public record Reading(String symbol, Optional<String> where, int channel, float value) {}

    /**
     * The value at a place in every panel whose maps have that size, for the channel that lines up with the one
     * pointed at: channel i of x, of F(x), of their sum, and both channels i and C + i of the concatenation.
     */
    public List<Reading> readings(Panel pointed, int channel, int y, int x) {
        int aligned = channel - pointed.block(channel).first();
        List<Reading> readings = new ArrayList<>();
        for (Panel panel : panels) {
            boolean unique = panels.stream().filter(other -> other.symbol().equals(panel.symbol())).count() == 1;
            if (panel.shape().sameSizeAs(pointed.shape())) {
                for (Block block : panel.blocks()) {
                    if (aligned < block.count()) {
                        int at = block.first() + aligned;
                        readings.add(new Reading(panel.symbol(), unique ? Optional.empty() : panel.where(), at,
                                panel.tensor().at(at, y, x)));
                    }
                }
            }
        }
        return readings;
    }
}
