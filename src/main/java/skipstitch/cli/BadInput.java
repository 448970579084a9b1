package skipstitch.cli;

/** What was typed cannot be done. The message is one line for the person: what is wrong, and what would be right. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
