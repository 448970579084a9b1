package skipstitch.explain.depth;

/** What a block is made of; each layer is followed by a ReLU, which the last one's may leave to the merge. */
public enum BlockKind {
    CONVOLUTIONS("3×3 convs", 8),
    DENSE("dense layers", 64);

    private final String title;
    private final int width;

    BlockKind(String title, int width) {
        this.title = title;
        this.width = width;
    }

    /** Of the layers, in the plural. */
    public String title() {
        return title;
    }

    /** Channels of the plain and of the added chain, and of what enters a concatenated one. */
    public int width() {
        return width;
    }

    /** Channels that a block puts beside what came in, in a concatenated chain. */
    public int growth() {
        return width / 4;
    }
}
