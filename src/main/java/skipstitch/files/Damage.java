package skipstitch.files;

/** What is wrong inside a picture file, as words that follow its name. */
final class Damage extends Exception {
    private static final long serialVersionUID = 1;

    private Damage(String wrong, Throwable cause) {
        super(wrong, cause);
    }

    static Damage cutShort() {
        return new Damage("is cut short: the file ends before its picture does", null);
    }

    static Damage inside(String kind) {
        return new Damage("is a damaged " + kind + " file", null);
    }

    static Damage inside(String kind, Throwable cause) {
        return new Damage("is a damaged " + kind + " file", cause);
    }
}
