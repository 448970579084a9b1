package skipstitch.explain.steps;

/** How closely the stepper looks. */
public enum Depth {
    /** All layers at once, one of them chosen. */
    NETWORK("network"),
    /** One layer: what goes in, what comes out. */
    LAYER("layer"),
    /** One channel of what comes out, and the maps that it is made of. */
    CHANNEL("channel"),
    /** One number, written out. */
    PIXEL("pixel");

    private final String word;

    Depth(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** One level closer; the closest stays. */
    public Depth deeper() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    /** One level further; the furthest stays. */
    public Depth shallower() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
