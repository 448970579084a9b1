package skipstitch.explain.reach;

import java.util.List;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.Edge;
import skipstitch.network.Inlet.Role;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * A receptive field and the shares that a merge's two branches have in it.
 *
 * @param all  by whatever way
 * @param skip by ways that enter the merge by a skip; empty where none does, or the merge has no part in the value
 * @param main by ways that enter the merge by the main branch
 */
public record Shares(Reach all, Reach skip, Reach main) {

    /**
     * Of a value at a merge, or after it. The shares begin at the merge's inlets and have only what comes before.
     *
     * @throws IllegalArgumentException if the node's tensor has no such cell
     */
    public static Shares of(Shapes shapes, NodeId merge, NodeId node, Cell cell) {
        return of(shapes, merge, node, List.of(cell));
    }

    /**
     * The same of several cells together.
     *
     * @throws IllegalArgumentException if the node's tensor lacks one of the cells
     */
    public static Shares of(Shapes shapes, NodeId merge, NodeId node, List<Cell> cells) {
        Reach all = ReceptiveField.of(shapes, node, cells);
        return new Shares(all, share(shapes, merge, all, Role.SKIP), share(shapes, merge, all, Role.MAIN));
    }

    /** What the merge's own cells, as many as have a part in the value, read by inlets of a role. */
    private static Reach share(Shapes shapes, NodeId merge, Reach all, Role role) {
        return all.at(merge)
                .map(cells -> Walk.back(shapes, merge, cells, edge -> follows(shapes, merge, edge, role)).without(merge))
                .orElse(Reach.NONE);
    }

    private static boolean follows(Shapes shapes, NodeId merge, Edge edge, Role role) {
        return !edge.to().equals(merge) || edge.of(shapes.network()).role() == role;
    }
}
