package skipstitch.session;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import skipstitch.explain.proofs.NextLayer;
import skipstitch.network.NodeId;
import skipstitch.session.Runner.Slot;

/**
 * Looks at the layer after the merge in all variants, as long as somebody watches: it takes runs of lanes that are not
 * shown. Used on the window's thread.
 */
public final class Proving {
    private final Runner runner;
    private final LaneRuns runs;
    private final ReadOnlyObjectProperty<Optional<Results>> results;
    private final Consumer<Throwable> fail;
    private final Turn turn = new Turn();
    private final ReadOnlyObjectWrapper<Optional<NextLayer>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Running.Looking> at = Optional.empty();
    private int watchers;

    Proving(Runner runner, LaneRuns runs, ReadOnlyObjectWrapper<Optional<Results>> results, Consumer<Throwable> fail) {
        this.runner = runner;
        this.runs = runs;
        this.results = results.getReadOnlyProperty();
        this.fail = fail;
    }

    /** What was found, for the merge that is selected; of an earlier setting while a new one is being run. */
    public ReadOnlyObjectProperty<Optional<NextLayer>> found() {
        return found.getReadOnlyProperty();
    }

    /**
     * Somebody watches.
     *
     * @return to be called once when nobody does any more
     */
    public Runnable watch() {
        watchers++;
        at.ifPresent(this::look);
        boolean[] watching = {true};
        return () -> {
            watchers -= watching[0] ? 1 : 0;
            watching[0] = false;
        };
    }

    /** Looks again, at what was run last. */
    void look(Running.Looking wanted) {
        at = Optional.of(wanted);
        // What was found for another merge is no answer for this one.
        if (found.get().filter(each -> !each.merge().equals(wanted.merge())).isPresent()) {
            found.set(Optional.empty());
        }
        if (watchers > 0) {
            turn.want(this::begin);
        }
    }

    private void begin() {
        Optional<Results> ran = results.get().filter(each -> at.filter(looking ->
                looking.comparison().drawn() == each.comparison().drawn()).isPresent());
        if (ran.isEmpty()) {
            turn.free();
            return;
        }
        NodeId merge = at.orElseThrow().merge();
        runner.submit(Slot.PROVE, ticket -> runs.prove(ran.get().comparison(), ran.get().setting(), merge,
                (_, _) -> !ticket.isCancelled()), fresh -> {
                    if (at.filter(looking -> looking.merge().equals(merge)).isPresent()) {
                        found.set(Optional.of(fresh));
                    }
                    turn.ended();
                }, failure -> {
                    found.set(Optional.empty());
                    turn.ended();
                    fail.accept(failure);
                });
    }

    /** Other lanes are to be run: what is on its way is of no use any more. */
    void stop() {
        runner.cancel(Slot.PROVE);
        turn.free();
    }

    /** Another network is open, or none that can be run. */
    void forget() {
        stop();
        at = Optional.empty();
        found.set(Optional.empty());
    }
}
