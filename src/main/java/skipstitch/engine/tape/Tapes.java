package skipstitch.engine.tape;

import skipstitch.intervention.Interventions;
import skipstitch.network.Shapes;

/** Makes tapes. May be called by any thread. */
public interface Tapes {

    /** What computes, for a person. */
    String name();

    /**
     * Makes a network ready; what of it has no shape is left out.
     *
     * @param interventions what is done to tensors on its edges
     * @param batch         N, at least 1
     * @param parameters    shared with whoever trains, and other tapes
     */
    Tape of(Shapes shapes, Interventions interventions, int batch, Mode mode, Parameters parameters);

    default Tape of(Shapes shapes, int batch, Mode mode, Parameters parameters) {
        return of(shapes, Interventions.none(), batch, mode, parameters);
    }
}
