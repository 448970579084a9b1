package skipstitch.explain.steps;

import java.util.Optional;
import skipstitch.explain.reach.Reach;
import skipstitch.explain.reach.Shares;
import skipstitch.network.NodeId;
import skipstitch.tensor.Tensor;

/**
 * Where a number comes from, and where it goes.
 *
 * @param from    what it depends on in every earlier tensor, and the shares of the selected merge's branches
 * @param to      what depends on it in every later one
 * @param picture of the inputs that it depends on, the last one; empty if it depends on none
 */
public record Ways(Shares from, Reach to, Optional<Picture> picture) {

    /** What was fed in, {@code [C, H, W]}. */
    public record Picture(NodeId input, Tensor tensor) {}
}
