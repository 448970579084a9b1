package skipstitch.engine;

/** Which tensors of a pass stay in memory. */
public enum Retention {
    /** All of them, until the activations are closed. */
    ALL,
    /** Each until what reads it is computed; asked for later, it is computed again from what is still known. */
    WHAT_IS_TO_BE_READ
}
