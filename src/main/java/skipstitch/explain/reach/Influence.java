package skipstitch.explain.reach;

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
        return shapes.find(node).map(shape -> Walk.on(shapes, node, Region.one(shape, cell))).orElse(Reach.NONE);
    }
}
