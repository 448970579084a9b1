package skipstitch.session;

import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.engine.GivenWeights;
import skipstitch.intervention.Interventions;

/**
 * What lanes are run with.
 *
 * @param picture       what goes in
 * @param seed          of the weights
 * @param interventions on edges of the network as drawn
 * @param knob          which kernels the skips' channels meet in a concat lane
 * @param given         weights that the network came with
 */
public record Setting(ChosenPicture picture, long seed, Interventions interventions, double knob,
                      GivenWeights given) {

    static Setting of(Document document) {
        return new Setting(document.picture(), document.seed(), document.interventions(), document.knob(),
                document.given());
    }

    /** Whether it differs at most in the knob and in interventions: what a hand turns and drags. */
    boolean isTurned(Setting other) {
        return picture == other.picture && seed == other.seed && given == other.given;
    }
}
