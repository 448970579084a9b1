package skipstitch.explain.survival;

/** A tensor from which no picture can be rebuilt, with a sentence why. */
final class NoReadout extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoReadout(String sentence) {
        super(sentence, null, false, false);
    }
}
