package skipstitch.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Passes on the newest of what comes in faster than it can be shown: at most 30 times a second, and nothing of what
 * takes less than a moment in all. Any thread may tell; what is told is taken on the window's thread.
 */
final class Gently<T> implements Consumer<T> {
    private static final Duration FIRST = Duration.ofMillis(120);
    private static final Duration BETWEEN = Duration.ofMillis(34);

    private final Runner runner;
    private final Consumer<? super T> take;
    private final AtomicReference<T> newest = new AtomicReference<>();
    private volatile Duration wait = FIRST;

    Gently(Runner runner, Consumer<? super T> take) {
        this.runner = runner;
        this.take = take;
    }

    @Override
    public void accept(T fresh) {
        if (newest.getAndSet(fresh) == null) {
            runner.after(wait, () -> {
                wait = BETWEEN;
                take.accept(newest.getAndSet(null));
            });
        }
    }
}
