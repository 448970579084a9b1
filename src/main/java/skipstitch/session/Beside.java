package skipstitch.session;

import java.util.List;
import java.util.Optional;
import skipstitch.document.Neighbour;
import skipstitch.explain.Inspection;
import skipstitch.explain.Inspector;
import skipstitch.explain.SideBySide;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * A network that stands beside the one that is edited.
 *
 * @param lanes   as drawn, one lane
 * @param results what its last run found, on whatever picture; empty until there was one
 */
public record Beside(Neighbour neighbour, Comparison lanes, Optional<Results> results) {

    static Beside of(Neighbour neighbour) {
        return new Beside(neighbour, Comparison.of(neighbour), Optional.empty());
    }

    public Network network() {
        return neighbour.network();
    }

    /** Whether it has the node, be it in a fold. */
    public boolean has(NodeId id) {
        return network().has(id);
    }

    Beside with(Results fresh) {
        return new Beside(neighbour, lanes, Optional.of(fresh));
    }

    /** The same network with other groups folded: what was found stays. */
    Beside folded(Neighbour other) {
        Comparison folded = lanes.folded(other.folding());
        return new Beside(other, folded, results.map(found -> found.of(folded)));
    }

    /** Whether it was run with this. */
    boolean isOf(Setting setting) {
        return results.filter(found -> found.setting().equals(setting)).isPresent();
    }

    /** The merge whose branches have colours here: the node itself, or the one that has them in the other lanes. */
    public NodeId merge(NodeId selected, NodeId elsewhere) {
        return network().find(selected).filter(Node::mergesSkip).map(Node::id).orElse(elsewhere);
    }

    SideBySide.Other inspect(NodeId node, NodeId merge) {
        Optional<Inspection> found = results.filter(_ -> has(node)).flatMap(ran ->
                Inspector.inspect(network(), ran.lanes(), node, merge(node, merge)));
        return new SideBySide.Other(network(), found);
    }

    static List<Network> networks(List<Beside> all) {
        return all.stream().map(Beside::network).toList();
    }
}
