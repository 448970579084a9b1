package skipstitch.explain.steps;

import java.util.List;
import skipstitch.network.NodeId;
import skipstitch.tensor.ColourScale;

/**
 * What is to be said where the stepper stands, in all lanes at once.
 *
 * @param at    where it stands
 * @param merge whose branches have colours
 * @param lanes top to bottom
 * @param scale of all maps but the picture: equal colours are equal numbers
 */
public record Step(Stepper at, NodeId merge, List<LaneStep> lanes, ColourScale scale) {
    public Step {
        lanes = List.copyOf(lanes);
    }
}
