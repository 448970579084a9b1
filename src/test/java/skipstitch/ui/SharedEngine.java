package skipstitch.ui;

import java.util.List;
import java.util.Optional;
import skipstitch.engine.Engine;
import skipstitch.engine.Footprint;
import skipstitch.engine.Pass;
import skipstitch.engine.Retention;
import skipstitch.engine.Walk;
import skipstitch.session.EngineStart;

/** The engine that the app would start, started once for all windows of the tests: sessions do not close it. */
record SharedEngine(Engine shared) implements Engine {
    private static Optional<EngineStart> started = Optional.empty();

    static synchronized EngineStart start() {
        if (started.isEmpty()) {
            EngineStart fresh = EngineStart.open();
            started = Optional.of(new EngineStart(new SharedEngine(fresh.engine()), fresh.tapes(), fresh.notice()));
        }
        return started.get();
    }

    @Override
    public String name() {
        return shared.name();
    }

    @Override
    public Footprint footprint(List<Pass> passes, Retention retention) {
        return shared.footprint(passes, retention);
    }

    @Override
    public Walk begin(List<Pass> passes, Retention retention) {
        return shared.begin(passes, retention);
    }

    @Override
    public void close() {
        // The next window runs on it.
    }
}
