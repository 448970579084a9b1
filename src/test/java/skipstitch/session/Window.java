package skipstitch.session;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the window's thread: the test runs what arrives when it wants to. */
final class Window implements Executor {
    private static final long PATIENCE_SECONDS = 60;
    private final LinkedBlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        arrived.add(task);
    }

    /** Waits for the next thing to arrive, without running it. */
    Runnable next() {
        try {
            Runnable task = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("Nothing arrived on the window's thread");
            }
            return task;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs what arrives until the condition holds. */
    void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            next().run();
        }
    }

    /** The same for a condition that comes true in the background, of which nothing arrives. */
    void untilAnyhow(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain");
            }
            drain();
            Thread.onSpinWait();
        }
    }

    /** Runs what is there. */
    void drain() {
        for (Runnable task = arrived.poll(); task != null; task = arrived.poll()) {
            task.run();
        }
    }
}
