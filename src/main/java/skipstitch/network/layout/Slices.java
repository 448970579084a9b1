package skipstitch.network.layout;

import skipstitch.network.folding.Folded;

/** The stack of slices that stands on an edge: how many there are, and how much room they take. */
public final class Slices {
    private static final double STEP = 3.5;
    private static final double FOLDED_STEP = 1.5;
    /** World units by which a slice leans. */
    public static final double SLANT = 4;
    private static final int ALL_SHOWN = 32;

    private Slices() {}

    /** How many slices stand for so many channels: all up to 32, then four more for each doubling. */
    public static int count(int channels) {
        return channels <= ALL_SHOWN ? channels
                : ALL_SHOWN + (int) Math.round(4 * Math.log((double) channels / ALL_SHOWN) / Math.log(2));
    }

    /** World units from one slice to the next: closer together where groups are folded, for there the whole counts. */
    public static double step(Folded folded) {
        return folded.folds().isEmpty() ? STEP : FOLDED_STEP;
    }

    /**
     * World units from the first slice's edge to the last one's.
     *
     * @param slices how many
     * @param step   world units from one to the next
     */
    public static double width(int slices, double step) {
        return slices * step + SLANT;
    }
}
