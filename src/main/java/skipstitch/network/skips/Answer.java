package skipstitch.network.skips;

import skipstitch.network.Shape;

/** What a place says before one lets go. */
public sealed interface Answer {

    /** It fits as it is; the merge, or whatever takes the edge in, then makes this shape. */
    record Fits(Shape result) implements Answer {}

    /** It fits after a repair of what is carried; this is the usual one. */
    record Mended(Repair repair) implements Answer {}

    /**
     * It cannot be.
     *
     * @param why one short sentence
     */
    record Cannot(String why) implements Answer {}
}
