package skipstitch.training;

/** A network cannot be trained for a task. The message is a sentence for the person: why. */
public final class Unraceable extends Exception {
    private static final long serialVersionUID = 1;

    Unraceable(String message) {
        super(message);
    }
}
