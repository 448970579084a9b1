package skipstitch.network.presets;

/** Where the menu lists a network: by the merges in which its skips end. */
public enum MenuGroup {
    ADD("Add"),
    CONCAT("Concat"),
    BOTH("Both"),
    /** No skip ends in an add or a concat: there is none, or only pooling indices pass. */
    NEITHER("Neither");

    private final String title;

    MenuGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The same for a menu: {@code "Skips are added"}. */
    public String words() {
        return switch (this) {
            case ADD -> "Skips are added";
            case CONCAT -> "Skips are concatenated";
            case BOTH -> "Skips are added and concatenated";
            case NEITHER -> "No skip is merged";
        };
    }
}
