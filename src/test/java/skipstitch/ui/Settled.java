package skipstitch.ui;

import skipstitch.session.Session;

/** Knows whether all that a session shows is computed. Made and asked on the window's thread. */
final class Settled {
    private final Session session;
    private boolean stale = true;

    Settled(Session session) {
        this.session = session;
        session.results().subscribe(_ -> stale = true);
        session.selection().subscribe(_ -> stale = true);
        session.inspection().subscribe(_ -> stale = false);
    }

    boolean isSo() {
        return session.status().get() == Session.Status.IDLE && !stale
                && session.results().get().filter(found -> found.comparison() == session.comparison().get()).isPresent()
                && session.inspection().get().filter(found -> found.node().equals(session.selection().get())).isPresent();
    }
}
