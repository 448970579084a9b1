package skipstitch.ui.drawing;

/** How wide a band stands for a gradient. */
public final class FlowBand {
    private static final double LEAST = 3;
    private static final double MOST = 22;

    private FlowBand() {}

    /** @param share from 0 to 1, on a log scale */
    public static double width(double share) {
        return LEAST + (MOST - LEAST) * share;
    }
}
