package skipstitch.engine.plain;

import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.intervention.Interventions;
import skipstitch.network.Shapes;

/** Both ways in plain Java and double precision: the tests' reference, and stand-in for small networks. */
public final class PlainTapes implements Tapes {

    @Override
    public String name() {
        return PlainBackend.NAME;
    }

    /** @throws IllegalArgumentException if the batch is below 1, or a layer's parameters are missing */
    @Override
    public Tape of(Shapes shapes, Interventions interventions, int batch, Mode mode, Parameters parameters) {
        if (batch < 1) {
            throw new IllegalArgumentException("A batch has at least one sample, not " + batch);
        }
        return new PlainTape(shapes, interventions, batch, new BatchLayers(shapes, mode, parameters), parameters);
    }
}
