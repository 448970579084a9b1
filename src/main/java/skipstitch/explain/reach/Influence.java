package skipstitch.explain.reach;

import java.util.List;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** Where one value goes. */
public final class Influence {
    private Influence() {}

    /**
     * Exactly the cells of every later tensor that one can influence; the cell itself too. Empty for a node without a
     * shape.
     *
     * @throws IllegalArgumentException if the node's tensor has no such cell
     */
    public static Reach of(Shapes shapes, NodeId node, Cell cell) {
        return of(shapes, node, List.of(cell));
    }

    /**
     * The same of several cells together.
     *
     * @throws IllegalArgumentException if the node's tensor lacks one of the cells
     */
    public static Reach of(Shapes shapes, NodeId node, List<Cell> cells) {
        return shapes.find(node).map(shape -> Walk.on(shapes, node, Region.cells(shape, cells))).orElse(Reach.NONE);
    }
}
