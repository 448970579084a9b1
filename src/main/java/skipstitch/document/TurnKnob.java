package skipstitch.document;

import java.util.Optional;
import skipstitch.intervention.KnobStop;

/**
 * Moves the skip's kernels between 0, the main branch's and their own.
 *
 * @param knob    where to, from {@link KnobStop#NO_SKIP} to {@link KnobStop#OWN}
 * @param gesture turns of one number are one step, as all of one drag; 0 for a turn of its own
 */
public record TurnKnob(double knob, int gesture) implements Edit {

    /** @throws IllegalArgumentException if the knob cannot stand there */
    public TurnKnob {
        if (!KnobStop.isOnTheWay(knob)) {
            throw new IllegalArgumentException("The knob goes from 0 to 2, not to " + knob);
        }
    }

    @Override
    public Document apply(Document document) {
        return document.withKnob(knob);
    }

    @Override
    public String name() {
        return "turn the knob";
    }

    @Override
    public Optional<String> typing() {
        return gesture == 0 ? Optional.empty() : Optional.of(name() + ", gesture " + gesture);
    }
}
