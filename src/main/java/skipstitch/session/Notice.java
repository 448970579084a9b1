package skipstitch.session;

/** A sentence for the person in front of the window. */
public record Notice(Kind kind, String text) {
    /** How much it matters. */
    public enum Kind { INFO, WARNING, ERROR }
}
