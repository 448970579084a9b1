package skipstitch.ui;

import skipstitch.explain.Inspection;
import skipstitch.explain.steps.Step;
import skipstitch.network.NodeId;
import skipstitch.session.Session;

/** Knows whether all that a session shows is computed. Made and asked on the window's thread. */
final class Settled {
    private final Session session;
    private boolean stale = true;

    Settled(Session session) {
        this.session = session;
        // Of nodes that stand elsewhere now the results are the same.
        session.results().subscribe((before, now) -> stale |= before.isEmpty() || now.isEmpty()
                || before.get().lanes() != now.get().lanes());
        session.selection().subscribe(_ -> stale = true);
        session.neighbours().selection().subscribe(_ -> stale = true);
        session.neighbours().all().subscribe(_ -> stale = true);
        session.inspection().subscribe(_ -> stale = false);
    }

    boolean isSo() {
        return session.status().get() == Session.Status.IDLE && !session.neighbours().busy().get() && !stale
                && session.results().get().filter(found -> found.comparison() == session.comparison().get()).isPresent()
                && session.inspection().get().map(Inspection::node).map(wanted()::equals)
                        .orElseGet(this::hasNoTensor)
                && (!session.stepping().isIn() || session.stepping().step().get().filter(this::isOfNow).isPresent());
    }

    private NodeId wanted() {
        return session.neighbours().selection().get().orElseGet(() -> session.selection().get());
    }

    private boolean isOfNow(Step step) {
        return step.at().equals(session.stepping().stepper().get()) && step.merge().equals(session.merge().get());
    }

    private boolean hasNoTensor() {
        return session.results().get().orElseThrow().lanes().stream()
                .noneMatch(lane -> lane.activations().has(session.selection().get()));
    }
}
