package skipstitch.explain;

/** Of which branch of the selected merge a channel is made. */
public enum Branch {
    /** The skip: blue. */
    SKIP,
    /** F, the main branch: orange. */
    MAIN,
    /** Their sum: half blue, half orange. */
    BOTH,
    /** Neither, or mixed by a convolution: no colour. */
    NONE
}
