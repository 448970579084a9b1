package skipstitch.cli;

/** A window cannot be opened here. The message says why, as the first half of a sentence. */
final class NoDisplay extends Exception {
    private static final long serialVersionUID = 1;

    NoDisplay(String why) {
        super(why);
    }
}
