package skipstitch.session;

import java.util.Optional;

/**
 * One after another: what was begun is finished, and of what is wanted meanwhile only the newest is begun then. So a
 * drag shows what it does while it lasts. Used on the window's thread.
 */
final class Turn {
    private boolean busy;
    private Optional<Runnable> next = Optional.empty();

    /** Begins at once, or when the turn comes, unless something newer is wanted by then. */
    void want(Runnable begin) {
        if (busy) {
            next = Optional.of(begin);
        } else {
            now(begin);
        }
    }

    /** Begins at once; what was begun before is of no use any more. */
    void now(Runnable begin) {
        next = Optional.empty();
        busy = true;
        begin.run();
    }

    /** Whether something newer is wanted when what was begun has ended. */
    boolean isWaiting() {
        return next.isPresent();
    }

    boolean isBusy() {
        return busy;
    }

    /** What was begun has ended. Whether something newer was wanted, and is begun now. */
    boolean ended() {
        Optional<Runnable> wanted = next;
        free();
        wanted.ifPresent(this::now);
        return wanted.isPresent();
    }

    /** What was begun was called off. */
    void free() {
        next = Optional.empty();
        busy = false;
    }
}
