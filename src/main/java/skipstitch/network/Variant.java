package skipstitch.network;

/**
 * What a lane makes of every merge that takes a skip in. Merges of parallel branches (Inception, Fire) have no
 * skip and are left alone.
 */
public enum Variant {
    AS_DRAWN("as-drawn", "As drawn"),
    ADD("add", "Add"),
    CONCAT("concat", "Concat"),
    NO_SKIP("no-skip", "No skip");

    private final String word;
    private final String title;

    Variant(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As the command line and files write it. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** The lane that this variant makes of a network. */
    public Lane of(Network network) {
        return Lane.of(network, this);
    }
}
