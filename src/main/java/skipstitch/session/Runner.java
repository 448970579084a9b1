package skipstitch.session;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All background work. Each kind has a slot with one thread; a request supersedes the one before it in its
 * slot, and nothing of a superseded request reaches the window.
 */
public final class Runner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    /** The layer that is being computed ends within it, on any machine that the app is of use on. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Executor ui;
    private final Map<Slot, ExecutorService> workers = new EnumMap<>(Slot.class);
    private final Map<Slot, Ticket> newest = new EnumMap<>(Slot.class);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> thread(task, "clock"));

    /** Kinds of work that do not supersede each other. */
    public enum Slot {
        RUN, EXPLAIN, STEP, PROVE, LOOK, BILL, BESIDE, PICTURE, GRADIENTS, WAYS, DEPTH, SURVIVAL, OPEN, SAVE, EXPORT,
        AUTOSAVE
    }

    /** One request's permission to go on. */
    public static final class Ticket {
        private volatile boolean cancelled;

        public boolean isCancelled() {
            return cancelled;
        }
    }

    /** Work that looks at its ticket from time to time. */
    @FunctionalInterface
    public interface Job<T> {
        T run(Ticket ticket) throws Exception;
    }

    /** @param ui runs what is to happen on the window's thread */
    public Runner(Executor ui) {
        this.ui = ui;
        for (Slot slot : Slot.values()) {
            workers.put(slot, Executors.newSingleThreadExecutor(
                    task -> thread(task, slot.name().toLowerCase(Locale.ROOT))));
        }
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, "skipstitch-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs a job in the background. Called on the window's thread, as are {@code done} and {@code failed}; a
     * superseded job calls neither, and what it made is closed. After {@link #close()} nothing is run.
     */
    public <T> void submit(Slot slot, Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        Ticket ticket = new Ticket();
        cancel(slot);
        newest.put(slot, ticket);
        start(slot, ticket, job, done, failed);
    }

    /** The same in its turn: it supersedes nothing in its slot, and nothing supersedes it. */
    public <T> void queue(Slot slot, Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        start(slot, new Ticket(), job, done, failed);
    }

    private <T> void start(Slot slot, Ticket ticket, Job<T> job, Consumer<? super T> done,
                           Consumer<? super Throwable> failed) {
        if (workers.get(slot).isShutdown()) {
            return;
        }
        workers.get(slot).execute(() -> {
            if (ticket.isCancelled()) {
                return;
            }
            try {
                T result = job.run(ticket);
                ui.execute(() -> {
                    if (!ticket.isCancelled()) {
                        done.accept(result);
                    } else if (result instanceof AutoCloseable unwanted) {
                        dispose(unwanted);
                    }
                });
            } catch (CancellationException e) {
                LOG.debug("{} called off", slot);
            } catch (Throwable failure) {
                ui.execute(() -> {
                    // A request of meanwhile has no use for an older one's failure.
                    if (ticket.isCancelled()) {
                        LOG.warn("{} failed after it was superseded", slot, failure);
                    } else {
                        failed.accept(failure);
                    }
                });
            }
        });
    }

    /** Calls off what runs or waits in a slot. */
    public void cancel(Slot slot) {
        Ticket before = newest.get(slot);
        if (before != null) {
            before.cancelled = true;
        }
    }

    /**
     * Does something on the window's thread after a while, unless that is called off.
     *
     * @return calls it off
     */
    public Runnable after(Duration delay, Runnable task) {
        Ticket ticket = new Ticket();
        if (!clock.isShutdown()) {
            clock.schedule(() -> ui.execute(() -> {
                if (!ticket.isCancelled()) {
                    task.run();
                }
            }), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
        return () -> ticket.cancelled = true;
    }

    /** Closes something in the background, after the run that may still use it. */
    public void dispose(AutoCloseable resource) {
        dispose(Slot.RUN, resource);
    }

    /** Closes something in the background, after what may still use it in a slot. */
    public void dispose(Slot slot, AutoCloseable resource) {
        if (!workers.get(slot).isShutdown()) {
            workers.get(slot).execute(() -> {
                try {
                    resource.close();
                } catch (Exception e) {
                    LOG.error("Closing failed", e);
                }
            });
        }
    }

    /**
     * Calls all work off and waits until no run and no save is left and what was disposed of is closed: the process
     * must not end, nor memory be freed, under native code that runs.
     */
    @Override
    public void close() {
        newest.keySet().forEach(this::cancel);
        clock.shutdownNow();
        workers.values().forEach(ExecutorService::shutdown);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Slot slot : List.of(Slot.RUN, Slot.BESIDE, Slot.GRADIENTS, Slot.WAYS, Slot.DEPTH, Slot.SURVIVAL,
                    Slot.SAVE, Slot.EXPORT, Slot.AUTOSAVE)) {
                if (!workers.get(slot).awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("{} goes on after {} s", slot, PATIENCE.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
