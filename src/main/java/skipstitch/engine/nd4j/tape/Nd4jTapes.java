package skipstitch.engine.nd4j.tape;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import skipstitch.engine.nd4j.NativeSettings;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.intervention.Interventions;
import skipstitch.network.Shapes;

/** The way in. The native library is one that {@link skipstitch.engine.nd4j.Nd4jEngine} opened, and so was tested. */
public final class Nd4jTapes implements Tapes {
    private final int threads;

    /** @param threads that native code may take for one tape; one where several tapes are used at once */
    public Nd4jTapes(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "ND4J";
    }

    /** @throws IllegalArgumentException if a layer has not as many parameters as it needs */
    @Override
    public Tape of(Shapes shapes, Interventions interventions, int batch, Mode mode, Parameters parameters) {
        NativeSettings.apply();
        Nd4j.getExecutioner();
        NativeOps natives = NativeOpsHolder.getInstance().getDeviceNativeOps();
        return new Nd4jTape(shapes, interventions, batch, mode, parameters, () -> natives.setOmpNumThreads(threads));
    }
}
