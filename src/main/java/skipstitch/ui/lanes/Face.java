package skipstitch.ui.lanes;

import java.util.List;
import skipstitch.network.Cost;
import skipstitch.network.Fit;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
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
 */
record Face(Variant variant, Box.Kind kind, Node node, Fit fit, String words, Cost cost, long extraParams, boolean live,
            boolean added, boolean passesOn) {

    static Face of(Comparison comparison, Lane lane, Node node) {
        NodeId id = node.id();
        Box.Kind kind = comparison.layout().boxes().get(id).kind();
        return new Face(lane.variant(), kind, node.withInlets(List.of()), lane.shapes().fit(id),
                ShapeWords.of(lane, id), comparison.costs(lane).of(id), comparison.extraParams(lane, id),
                lane.isLive(id), lane.isAdded(id), kind == Box.Kind.MERGE && !node.mergesSkip());
    }

    NodeId id() {
        return node.id();
    }

    String title() {
        return passesOn ? "No skip" : node.label();
    }

    boolean fits() {
        return fit instanceof Fit.Fits;
    }
}
