package skipstitch.engine;

/** An engine that cannot be had here, or computes wrongly here. The message is one sentence or two for a person. */
public final class EngineUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    public EngineUnavailable(String message) {
        super(message);
    }

    public EngineUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
