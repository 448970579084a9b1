package skipstitch.ui.lanes;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Cost;
import skipstitch.network.Fit;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.folding.Fold;
import skipstitch.network.layout.Box;
import skipstitch.session.Comparison;

/**
 * All that a node shows of itself in a lane, but for its picture: where this is the same after an edit, the view
 * stays.
 *
 * @param kind        how it is drawn
 * @param node        without its inlets, which show in the edges
 * @param words       its shape, or what it lacks for one
 * @param extraParams weights that it has more in this lane than in the cheapest
 * @param live        whether an output depends on it
 * @param added       whether the lane added it
 * @param passesOn    whether it is a merge whose skips the lane took away
 * @param fold        what it says of the nodes that it stands for; empty for a node by itself
 */
record Face(Variant variant, Box.Kind kind, Node node, Fit fit, String words, Cost cost, long extraParams, boolean live,
            boolean added, boolean passesOn, Optional<FoldFace> fold) {

    static Face of(Comparison comparison, Lane lane, Node node) {
        Optional<Fold> fold = comparison.layout().folded().fold(node.id());
        return fold.map(each -> of(comparison, lane, node, each)).orElseGet(() -> alone(comparison, lane, node));
    }

    private static Face alone(Comparison comparison, Lane lane, Node node) {
        NodeId id = node.id();
        Box.Kind kind = comparison.layout().boxes().get(id).kind();
        return new Face(lane.variant(), kind, node.withInlets(List.of()), lane.shapes().fit(id),
                ShapeWords.of(lane, id), comparison.costs(lane).of(id), comparison.extraParams(lane, id),
                lane.isLive(id), lane.isAdded(id), kind == Box.Kind.MERGE && !node.mergesSkip(), Optional.empty());
    }

    /** Sums over all that is folded, and the first misfit in it, if there is one. */
    private static Face of(Comparison comparison, Lane lane, Node last, Fold fold) {
        List<NodeId> ids = lane.network().nodes().stream().map(Node::id)
                .filter(id -> comparison.layout().folded().stand(id).equals(last.id())).toList();
        NodeId telling = ids.stream().filter(id -> lane.shapes().fit(id) instanceof Fit.Breaks).findFirst()
                .orElse(last.id());
        Cost cost = Cost.NONE;
        long extra = 0;
        for (NodeId id : ids) {
            cost = cost.plus(comparison.costs(lane).of(id));
            extra += comparison.extraParams(lane, id);
        }
        return new Face(lane.variant(), comparison.layout().boxes().get(last.id()).kind(), last.withInlets(List.of()),
                lane.shapes().fit(telling), ShapeWords.of(lane, telling), cost, extra,
                ids.stream().anyMatch(lane::isLive), false, false, Optional.of(FoldFace.of(fold, lane)));
    }

    NodeId id() {
        return node.id();
    }

    String title() {
        return passesOn ? "No skip" : fold.map(FoldFace::title).orElseGet(node::label);
    }

    boolean fits() {
        return fit instanceof Fit.Fits;
    }
}
