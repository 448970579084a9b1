package skipstitch.files.documents;

/** A value that cannot be taken. The message says what is wrong, without a full stop. */
final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Position at;

    Wrong(Position at, String what) {
        super(what);
        this.at = at;
    }

    Position at() {
        return at;
    }
}
