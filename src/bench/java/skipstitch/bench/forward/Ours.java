package skipstitch.bench.forward;

import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.tensor.Tensor;

/** Skipstitch: hashing the picture and asking the memo count along. */
final class Ours implements Contender {
    /** So that old activations are freed along the way, as in a long session. */
    private static final long MOST_BYTES = 2L << 30;

    private final Task task;
    private final Engine engine;

    Ours(Task task) throws EngineUnavailable {
        this.task = task;
        this.engine = Nd4jEngine.open(MOST_BYTES);
    }

    private Activations run(Tensor picture) {
        return engine.run(new Pass(task.lane().shapes(), task.weights(), picture), Progress.NONE);
    }

    @Override
    public double pass(Tensor picture) throws Exception {
        return Contender.millis(() -> run(picture).close());
    }

    @Override
    public void close() {
        engine.close();
    }
}
