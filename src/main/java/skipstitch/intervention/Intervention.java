package skipstitch.intervention;

import skipstitch.tensor.Tensor;

/** One thing done to a tensor on an edge. */
public sealed interface Intervention permits Erase, EraseAll, Paint, Shuffle, Volume {

    /**
     * What can be done to an edge, each at most once, in the order in which it is done: what one paints or erases is
     * what one sees, shuffled and as loud as it is.
     */
    enum Kind { SHUFFLE, VOLUME, PAINT, ERASE, ERASE_ALL }

    Kind kind();

    /** The tensor after it, of the same shape. What does not fit in, as a channel that is not there, is left out. */
    Tensor apply(Tensor tensor);

    /** What the gradient after it is before it, by the same shape: the transpose of its linear part. */
    Tensor back(Tensor gradient);

    /** The same content, the same effect on any tensor. */
    default String content() {
        return toString();
    }

    /** In words, after the tensor's name: {@code volume ×0.1}. */
    String title();

    /** In a word or two, for a mark on an edge, where there is little room: {@code ×0.1}. */
    String mark();

    /** Whether it leaves every tensor as it is. */
    default boolean changesNothing() {
        return false;
    }

    /** This done after another of its kind: as a rule it comes in its stead, but paint lies on paint. */
    default Intervention after(Intervention earlier) {
        return this;
    }
}
