package skipstitch.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import skipstitch.document.ChosenPicture;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.RunTooLarge;
import skipstitch.engine.Weights;
import skipstitch.explain.Ran;
import skipstitch.files.Fitting;
import skipstitch.network.Lane;
import skipstitch.network.Network;

/**
 * Runs the lanes of a comparison: the engine, started when it is first wanted, and the weights of the network that
 * is open. All but {@link #started} belongs to the runner's thread for runs.
 */
final class LaneRuns implements AutoCloseable {
    private final Supplier<EngineStart> engineStart;
    private volatile Optional<EngineStart> started = Optional.empty();
    private Optional<LaneWeights> weights = Optional.empty();

    LaneRuns(Supplier<EngineStart> engineStart) {
        this.engineStart = engineStart;
    }

    /** The engine, once there is one. Any thread may ask. */
    Optional<EngineStart> started() {
        return started;
    }

    /**
     * Runs every lane on the picture.
     *
     * @param seed of the weights
     * @throws RunTooLarge           if a lane's pass would not fit in memory
     * @throws CancellationException if {@code progress} called it off
     */
    Results run(Comparison comparison, ChosenPicture chosen, long seed, Progress progress) {
        Engine engine = engine();
        Pictures pictures = input -> Fitting.toTensor(chosen.picture(), chosen.box(input), input);
        LaneWeights drawn = weights(comparison.drawn(), seed, engine);
        List<Ran> ran = new ArrayList<>();
        try {
            long nanos = 0;
            int computed = 0;
            for (Lane lane : comparison.lanes()) {
                Weights laneWeights = drawn.of(lane, progress);
                long start = System.nanoTime();
                Activations activations = engine.run(new Pass(lane.shapes(), laneWeights, pictures), progress);
                nanos += System.nanoTime() - start;
                ran.add(new Ran(lane, laneWeights, activations));
                computed += activations.computed().size();
            }
            return Results.of(comparison, ran, nanos / 1e6, computed);
        } catch (RuntimeException | Error failure) {
            ran.forEach(each -> each.activations().close());
            throw failure;
        }
    }

    private Engine engine() {
        if (started.isEmpty()) {
            started = Optional.of(engineStart.get());
        }
        return started.get().engine();
    }

    private LaneWeights weights(Network drawn, long seed, Engine engine) {
        LaneWeights known = weights.filter(each -> each.network() == drawn && each.seed() == seed)
                .orElseGet(() -> new LaneWeights(drawn, seed, engine));
        weights = Optional.of(known);
        return known;
    }

    @Override
    public void close() {
        started.ifPresent(each -> each.engine().close());
    }
}
