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
}
