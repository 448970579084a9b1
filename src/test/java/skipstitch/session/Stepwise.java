package skipstitch.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import skipstitch.engine.Engine;
import skipstitch.engine.Footprint;
import skipstitch.engine.Pass;
import skipstitch.engine.Retention;
import skipstitch.engine.Walk;
import skipstitch.engine.WalkAround;

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
        return new WalkAround(plain.begin(passes, retention)) {
            private int done;

            @Override
            public void advance() {
                permits.acquireUninterruptibly();
                super.advance();
                passed.add(stops().get(done++));
            }
        };
    }

    @Override
    public void close() {
        plain.close();
    }
}
