package skipstitch.network.presets;

/**
 * What there is to say of a network before anything runs; whole sentences.
 *
 * @param group      where the menu lists it
 * @param merges     what it merges, and where
 * @param why        the reason its authors give, or the arithmetic behind it
 * @param look       what to look at
 * @param correction puts right what people get wrong about it
 * @param version    which of several published versions this is: input, biases, norms, shortcuts, classes
 */
public record Card(MenuGroup group, String merges, String why, String look, String correction, String version) {
    /** Holds for every network that nobody trained. */
    public static final String UNTRAINED =
            "Shapes and costs are exact; the pictures are those of random weights, not of a trained network.";
}
