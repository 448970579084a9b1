package skipstitch.intervention;

/**
 * Where the knob rests: which kernels the skip's channels meet in a concat lane. Between two stops they are blended.
 */
public enum KnobStop {
    /** 0: as if there were no skip. */
    NO_SKIP(0),
    /** The main branch's: as if the two were added. */
    ADD(1),
    /** Their own. */
    OWN(2);

    private final double at;

    KnobStop(double at) {
        this.at = at;
    }

    public double at() {
        return at;
    }

    /** Whether a knob can stand there. */
    public static boolean isOnTheWay(double knob) {
        return knob >= NO_SKIP.at && knob <= OWN.at;
    }
}
