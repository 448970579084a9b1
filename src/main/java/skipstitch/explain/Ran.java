package skipstitch.explain;

import skipstitch.engine.Activations;
import skipstitch.engine.Weights;
import skipstitch.intervention.Interventions;
import skipstitch.network.Lane;

/**
 * A lane that was run: with which weights, and what came of it.
 *
 * @param interventions what was done to tensors on the lane's edges
 */
public record Ran(Lane lane, Weights weights, Activations activations, Interventions interventions) {

    /** With no tensor intervened on. */
    public Ran(Lane lane, Weights weights, Activations activations) {
        this(lane, weights, activations, Interventions.none());
    }
}
