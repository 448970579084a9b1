package skipstitch.ui.lanes;

import java.util.List;
import java.util.Optional;
import skipstitch.explain.Branch;
import skipstitch.explain.MergeWords;
import skipstitch.explain.Provenance;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.layout.Route;

/**
 * All that an edge shows, but for where it stands: where this is the same after an edit, the view stays.
 *
 * @param form   its route, as if it began at (0, 0)
 * @param whole  the branch of the whole tensor, which colours the line
 * @param slices the branch of each slice, if its route has room for a stack
 * @param step   world units from slice to slice
 * @param height world units of the stack
 * @param words  what stands on the edge, if its route has room for words
 * @param faint  whether no output depends on it
 * @param dashed whether the lane added it
 * @param mark   what a person does to the tensor on it, in few words; empty for most
 */
record EdgeFace(Route form, Branch whole, List<Branch> slices, double step, double height, String words, boolean faint,
               boolean dashed, String mark) {

    /**
     * @param merge   the one whose branches have colours
     * @param step    world units from slice to slice
     * @param tallest height of the tallest map in the lane
     * @param mark    what a person does to the tensor
     */
    static EdgeFace of(Wire wire, Lane lane, Provenance provenance, NodeId merge, double step, int tallest,
                       String mark) {
        NodeId from = wire.inlet().source();
        Optional<Shape> shape = lane.shapes().find(from);
        boolean stack = wire.route().load() == Route.Load.STACK && shape.isPresent();
        return new EdgeFace(wire.route().fromOrigin(), provenance.whole(from),
                stack ? Stack.slices(shape.get(), provenance.of(from)) : List.of(),
                step, stack ? Stack.height(shape.get(), tallest) : 0,
                wire.route().load() == Route.Load.WORDS ? words(wire, lane, merge, shape) : "",
                !lane.isLive(wire.to().id()) || !lane.isLive(from), wire.isAdded(lane), mark);
    }

    private static String words(Wire wire, Lane lane, NodeId merge, Optional<Shape> shape) {
        boolean own = wire.to().id().equals(merge);
        String skip = own ? "skip " + MergeWords.symbol(lane.network(), wire.to(), wire.inlet()) : "skip";
        String size = shape.map(Shape::toString).orElse("");
        return wire.inlet().role() != Inlet.Role.SKIP ? size : size.isEmpty() ? skip : skip + "  ·  " + size;
    }
}
