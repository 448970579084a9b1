package skipstitch.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Footprint;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Pass;
import skipstitch.engine.Retention;
import skipstitch.engine.Walk;

/**
 * Computes a layer for each permit.
 *
 * @param passed layers that were computed
 */
public record Stepwise(Engine plain, Semaphore permits, List<Walk.Stop> passed) implements Engine {
    public Stepwise(Engine plain) {
        this(plain, new Semaphore(0), new ArrayList<>());
    }

    @Override
    public String name() {
        return plain.name();
    }

    @Override
    public Footprint footprint(List<Pass> passes, Retention retention) {
        return plain.footprint(passes, retention);
    }

    @Override
    public Walk begin(List<Pass> passes, Retention retention) {
        Walk walk = plain.begin(passes, retention);
        return new Walk() {
            private int done;

            @Override
            public Footprint footprint() {
                return walk.footprint();
            }

            @Override
            public List<Stop> stops() {
                return walk.stops();
            }

            @Override
            public void advance() {
                permits.acquireUninterruptibly();
                walk.advance();
                passed.add(stops().get(done++));
            }

            @Override
            public void advance(LayerWeights weights) {
                walk.advance(weights);
            }

            @Override
            public List<Activations> activations() {
                return walk.activations();
            }

            @Override
            public void close() {
                walk.close();
            }
        };
    }

    @Override
    public void close() {
        plain.close();
    }
}
