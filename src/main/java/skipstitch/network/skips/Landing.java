package skipstitch.network.skips;

import java.util.Optional;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/**
 * A place and its two answers. Where add and concat have no meaning (a main edge is carried) they are the same.
 *
 * @param skip   the shape that is carried there; empty if it is not known
 * @param main   the shape that it would meet there; empty if that is not known, or nothing is met
 * @param add    the answer if the merge is to add
 * @param concat the answer if the merge is to concatenate
 * @param remark a few words where what fits may surprise: {@code x + x}, {@code where it was}; mostly empty
 */
public record Landing(Target target, Optional<Shape> skip, Optional<Shape> main, Answer add, Answer concat,
        String remark) {

    /** The answer for a merge; whatever does not concatenate wants equal shapes, as add does. */
    public Answer answer(Layer.Merge merge) {
        return merge instanceof Layer.Concat ? concat : add;
    }
}
