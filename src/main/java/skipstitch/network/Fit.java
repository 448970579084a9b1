package skipstitch.network;

import java.util.Optional;

/** What shape inference finds for one node. */
public sealed interface Fit {

    /** The node's tensor has this shape. */
    record Fits(Shape shape) implements Fit {}

    /** The node breaks a rule. */
    record Breaks(Misfit misfit) implements Fit {}

    /** The node itself may be right, but something upstream breaks a rule. */
    record Waits(NodeId upstream) implements Fit {}

    default Optional<Shape> found() {
        return this instanceof Fits fits ? Optional.of(fits.shape()) : Optional.empty();
    }
}
