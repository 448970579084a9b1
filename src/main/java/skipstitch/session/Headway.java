package skipstitch.session;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import skipstitch.engine.Footprint;
import skipstitch.network.NodeId;

/**
 * How far a run has come.
 *
 * @param comparison  the lanes that are run
 * @param stage       what is being done
 * @param done        layers for which it is done, in all lanes
 * @param of          layers in all
 * @param secondsLeft for the layers that are left; empty while nothing can be said
 * @param footprint   memory, once it is known
 * @param looks       the pictures that are there, each of all lanes that have the node
 */
public record Headway(Comparison comparison, Stage stage, int done, int of, OptionalDouble secondsLeft,
                      Optional<Footprint> footprint, Map<NodeId, Results.Look> looks) {

    /** Weights are drawn and norms calibrated first. */
    public enum Stage { WEIGHTS, LAYERS }
}
