package skipstitch.engine.tape;

/** What norms and dropouts do on the way forward, and hence what is derived on the way back. */
public enum Mode {
    /** Norms by the batch's own statistics, over N, H and W; dropouts drop, and scale up what they leave. */
    TRAINING,
    /** Norms by stored statistics; dropouts pass all on. */
    INFERENCE
}
