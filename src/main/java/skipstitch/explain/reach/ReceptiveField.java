package skipstitch.explain.reach;

import java.util.List;
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
        return of(shapes, node, List.of(cell));
    }

    /**
     * The same of several cells together.
     *
     * @throws IllegalArgumentException if the node's tensor lacks one of the cells
     */
    public static Reach of(Shapes shapes, NodeId node, List<Cell> cells) {
        return shapes.find(node).map(shape -> Walk.back(shapes, node, Region.cells(shape, cells), _ -> true)).orElse(Reach.NONE);
    }
}
