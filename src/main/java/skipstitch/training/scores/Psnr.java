package skipstitch.training.scores;

/** Peak signal-to-noise ratio: how far the mean squared error lies below the square of the peak, in decibels. */
public final class Psnr {
    /** What counts as equal: less error than 10⁻¹⁰ is not told apart. */
    public static final double MOST = 100;

    private Psnr() {}

    /**
     * Of one picture, whose peak is 1.
     *
     * @throws IllegalArgumentException if they are not as many as each other
     */
    public static double of(float[] output, float[] wanted) {
        return Math.min(MOST, -10 * Math.log10(SquaredError.of(output, wanted).value()));
    }
}
