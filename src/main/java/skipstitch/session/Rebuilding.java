package skipstitch.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import skipstitch.explain.survival.Survival;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Runner.Slot;

/**
 * What survived of the picture at the node that is selected: rebuilt in the background as long as somebody looks, and
 * again after each run and for each node. Used on the window's thread.
 */
public final class Rebuilding implements Sheet {
    private static final List<Variant> VARIANTS = List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP);

    private final Session session;
    private final Runner runner;
    private final Running running;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<Survival>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(false);
    private Optional<Asked> asked = Optional.empty();

    /** What was found last, or is being computed, is of this. */
    private record Asked(Results of, NodeId node) {}

    Rebuilding(Session session, Runner runner, Running running) {
        this.session = session;
        this.runner = runner;
        this.running = running;
        open.subscribe(_ -> follow());
        session.results().subscribe(_ -> follow());
        session.selection().subscribe(_ -> follow());
        session.computing().headway().subscribe(run -> run.ifPresent(_ -> makeWay()));
        session.status().subscribe(_ -> follow());
    }

    /** Lanes are run: what was found is of the ones before. */
    private void makeWay() {
        if (open.get()) {
            runner.cancel(Slot.SURVIVAL);
            asked = Optional.empty();
            stale.set(true);
        }
    }

    private void follow() {
        Optional<Asked> wanted = session.results().get()
                .filter(ran -> open.get() && ran.comparison().drawn() == session.comparison().get().drawn())
                .map(ran -> new Asked(ran, session.selection().get()));
        if (wanted.isEmpty()) {
            runner.cancel(Slot.SURVIVAL);
            asked = Optional.empty();
            found.set(Optional.empty());
            stale.set(open.get());
        } else if (!wanted.equals(asked) && session.computing().headway().get().isEmpty()) {
            begin(wanted.get());
        }
    }

    private void begin(Asked wanted) {
        asked = Optional.of(wanted);
        stale.set(true);
        boolean alike = wanted.of().comparison().drawn().skipMerges().isEmpty();
        List<Variant> variants = alike ? List.of(Variant.AS_DRAWN) : VARIANTS;
        runner.submit(Slot.SURVIVAL, ticket -> running.survival(wanted.of(), wanted.node(), variants,
                (_, _) -> !ticket.isCancelled()), fresh -> {
                    stale.set(false);
                    found.set(Optional.of(fresh));
                }, failure -> {
                    stale.set(false);
                    found.set(Optional.empty());
                    session.fail(failure);
                });
    }

    @Override
    public BooleanProperty openProperty() {
        return open;
    }

    /** What was found; of another node or an earlier run while this one's is computed. */
    public ReadOnlyObjectProperty<Optional<Survival>> found() {
        return found.getReadOnlyProperty();
    }

    /** Whether what was found is not of what is looked at now. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }
}
