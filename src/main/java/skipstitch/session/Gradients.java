package skipstitch.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import skipstitch.explain.Ran;
import skipstitch.explain.gradients.LaneGradients;
import skipstitch.explain.gradients.LogScale;
import skipstitch.explain.gradients.MergeGradient;
import skipstitch.explain.gradients.Objective;
import skipstitch.explain.gradients.Ways;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.session.Runner.Slot;

/**
 * The way back through the lanes that are shown: gone in the background as long as somebody looks, and again after each
 * run. Used on the window's thread.
 */
public final class Gradients implements Sheet {
    /** Values, gradients, and the copies of both in native memory. */
    private static final int COPIES = 6;

    private final Session session;
    private final Runner runner;
    private final Running running;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ObjectProperty<Objective> objective = new SimpleObjectProperty<>(new Objective.Mean());
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Told>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(false);

    /**
     * What going back found.
     *
     * @param of    the run whose lanes it goes back through
     * @param lanes in their order
     */
    public record Found(Results of, List<LaneGradients> lanes) implements AutoCloseable {

        List<Ran> ran() {
            return lanes.stream().map(LaneGradients::ran).toList();
        }

        @Override
        public void close() {
            lanes.forEach(LaneGradients::close);
        }
    }

    /**
     * What is to be said about one merge.
     *
     * @param lanes that have it
     */
    public record Told(NodeId merge, List<LaneTold> lanes) {}

    /** The same of one lane. */
    public record LaneTold(Lane lane, MergeGradient received, Optional<Ways> ways) {}

    Gradients(Session session, Runner runner, Running running) {
        this.session = session;
        this.runner = runner;
        this.running = running;
        open.subscribe(_ -> follow());
        objective.subscribe(_ -> follow());
        session.results().subscribe(_ -> follow());
        session.merge().subscribe(_ -> tell());
        session.computing().headway().subscribe(run -> run.ifPresent(_ -> stale.set(open.get())));
    }

    private void follow() {
        Optional<Results> ran = session.results().get();
        if (!open.get() || ran.isEmpty()) {
            runner.cancel(Slot.GRADIENTS);
            show(Optional.empty());
            return;
        }
        if (found.get().filter(known -> known.of().comparison().drawn() == ran.get().comparison().drawn()).isEmpty()) {
            show(Optional.empty());
        }
        Optional<String> refusal = refusal(ran.get());
        if (refusal.isPresent()) {
            session.tell(new Notice(Notice.Kind.WARNING, refusal.get()));
            open.set(false);
            return;
        }
        stale.set(true);
        Objective wanted = objective.get();
        runner.submit(Slot.GRADIENTS, ticket -> new Found(ran.get(),
                running.gradients(ran.get(), wanted, (_, _) -> !ticket.isCancelled())),
                fresh -> show(Optional.of(fresh)), failure -> {
                    show(Optional.empty());
                    session.fail(failure);
                });
    }

    /** Why the way back would not fit in memory. */
    private static Optional<String> refusal(Results ran) {
        long bytes = ran.lanes().stream().mapToLong(lane -> bytes(lane.lane().shapes())).sum() * COPIES;
        long room = Runtime.getRuntime().maxMemory() / 2;
        return bytes <= room ? Optional.empty() : Optional.of(String.format(
                "Gradients of these lanes need about %.1f GB, and there are %.1f GB for them. A smaller input, or one lane"
                        + " alone, needs less.", bytes / 1e9, room / 1e9));
    }

    private static long bytes(Shapes shapes) {
        return shapes.order().stream().flatMap(node -> shapes.find(node.id()).stream()).mapToLong(Shape::bytes).sum();
    }

    private void show(Optional<Found> fresh) {
        Optional<Found> before = found.get();
        stale.set(false);
        found.set(fresh);
        if (before.isPresent() || fresh.isPresent()) {
            // Supersedes what still looks into the gradients before, which may then go.
            session.inspect();
        }
        tell();
        before.filter(known -> fresh.isEmpty() || fresh.get() != known)
                .ifPresent(known -> runner.dispose(Slot.WAYS, known));
    }

    private void tell() {
        NodeId merge = session.merge().get();
        Optional<Found> of = found.get();
        if (of.isEmpty()) {
            runner.cancel(Slot.WAYS);
            told.set(Optional.empty());
            return;
        }
        runner.submit(Slot.WAYS, _ -> new Told(merge, of.get().lanes().stream()
                .flatMap(lane -> MergeGradient.of(lane.ran(), merge).stream()
                        .map(each -> new LaneTold(lane.ran().lane(), each, lane.ways(merge)))).toList()),
                fresh -> told.set(Optional.of(fresh)), failure -> {
                    told.set(Optional.empty());
                    session.fail(failure);
                });
    }

    @Override
    public BooleanProperty openProperty() {
        return open;
    }

    /** The number whose gradient is taken. */
    public ObjectProperty<Objective> objectiveProperty() {
        return objective;
    }

    /** What was found; of an earlier run of the same network while a newer one's is computed. */
    public ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    /** What is to be said about the merge whose branches have colours; of another one while that is made. */
    public ReadOnlyObjectProperty<Optional<Told>> told() {
        return told.getReadOnlyProperty();
    }

    /** One scale for the edges of all lanes. */
    public LogScale scale() {
        return LogScale.of(found.get().stream().flatMap(known -> known.lanes().stream())
                .flatMap(lane -> lane.byEdge().values().stream()).toList());
    }

    /** Whether what was found is not of the present any more. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** The gradients of a run, to be looked at in the place of its activations; empty if nobody looks at such. */
    Optional<List<Ran>> of(Comparison comparison) {
        return found.get().filter(known -> open.get() && known.of().comparison().drawn() == comparison.drawn()
                && known.of().lanes().size() == comparison.lanes().size()).map(Found::ran);
    }
}
