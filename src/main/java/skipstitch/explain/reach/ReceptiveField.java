package skipstitch.explain.reach;

import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** Where one value comes from. */
public final class ReceptiveField {
    private ReceptiveField() {}

    /**
     * Exactly the cells of every earlier tensor, up to the picture, that can influence one, by whatever branch; the
     * cell itself too. Empty for a node without a shape.
     *
     * @throws IllegalArgumentException if the node's tensor has no such cell
     */
    public static Reach of(Shapes shapes, NodeId node, Cell cell) {
        return shapes.find(node).map(shape -> Walk.back(shapes, node, Region.one(shape, cell), _ -> true))
                .orElse(Reach.NONE);
    }
}
