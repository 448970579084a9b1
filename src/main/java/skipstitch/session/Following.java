package skipstitch.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import skipstitch.engine.Progress;
import skipstitch.engine.Walk;
import skipstitch.network.Cost;
import skipstitch.session.Headway.Stage;

/** Follows a run, on its thread: tells how far it has come and calls it off. */
final class Following {
    /** What it costs to read and write a value, in multiply-adds. */
    private static final long MULTIPLY_ADDS_PER_VALUE = 16;
    /** Before, the pace says nothing. */
    private static final double LEAST_SECONDS = 0.2;

    private final Comparison comparison;
    private final BooleanSupplier goOn;
    private final Consumer<Headway> tell;

    /**
     * @param goOn whether the run is still wanted
     * @param tell takes what there is to tell, before each layer
     */
    Following(Comparison comparison, BooleanSupplier goOn, Consumer<Headway> tell) {
        this.comparison = comparison;
        this.goOn = goOn;
        this.tell = tell;
    }

    /** While weights are made. */
    Progress weights() {
        return (done, of) -> {
            tell.accept(new Headway(comparison, Stage.WEIGHTS, done, of, OptionalDouble.empty(), Optional.empty(),
                    Map.of()));
            return goOn.getAsBoolean();
        };
    }

    /**
     * Goes through all layers.
     *
     * @return how long computing took, in nanoseconds
     * @throws CancellationException if the run is not wanted any more
     */
    long walk(Walk walk, Looks looks) {
        List<Walk.Stop> stops = walk.stops();
        long all = stops.stream().mapToLong(this::work).sum();
        long behind = 0;
        long nanos = 0;
        for (int done = 0; done < stops.size(); done++) {
            if (!goOn.getAsBoolean()) {
                throw new CancellationException();
            }
            tell.accept(new Headway(comparison, Stage.LAYERS, done, stops.size(),
                    left(nanos / 1e9, (double) behind / all), Optional.of(walk.footprint()), looks.made()));
            long start = System.nanoTime();
            walk.advance();
            nanos += System.nanoTime() - start;
            behind += work(stops.get(done));
            looks.computed(stops.get(done).node().id());
        }
        return nanos;
    }

    private long work(Walk.Stop stop) {
        Cost cost = comparison.costs(comparison.lanes().get(stop.pass())).of(stop.node().id());
        return 1 + cost.macs() + MULTIPLY_ADDS_PER_VALUE * comparison.lanes().get(stop.pass()).shapes()
                .shape(stop.node().id()).elements();
    }

    private static OptionalDouble left(double seconds, double share) {
        return seconds < LEAST_SECONDS || share == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(seconds * (1 - share) / share);
    }
}
