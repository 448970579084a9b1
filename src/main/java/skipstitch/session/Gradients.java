package skipstitch.session;

import java.util.List;
import java.util.Locale;
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
import skipstitch.network.Costs;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.session.Runner.Slot;

/**
 * The way back through the lanes that are shown: gone in the background as long as somebody looks, and again after each
 * run. Used on the window's thread.
 */
public final class Gradients implements Sheet {
    /** Values, gradients, and the copies of both in native memory. */
    private static final int COPIES = 6;
    /** Weights, their gradients, and the copies of both. */
    private static final int WEIGHT_COPIES = 4;

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
     * @param scale one for the edges of all lanes
     */
    public record Found(Results of, List<LaneGradients> lanes, LogScale scale) implements AutoCloseable {

        static Found of(Results ran, List<LaneGradients> lanes) {
            return new Found(ran, lanes, LogScale.of(lanes.stream()
                    .flatMap(lane -> lane.byEdge().values().stream()).toList()));
        }

        List<Ran> ran() {
            return lanes.stream().map(LaneGradients::ran).toList();
        }

        /** Whether nothing but places on the screen has changed since. */
        boolean isOf(Results ran, Objective wanted) {
            return of.lanes() == ran.lanes() && lanes.stream().map(LaneGradients::objective).allMatch(wanted::equals);
        }

        boolean isOf(Network drawn) {
            return of.comparison().drawn() == drawn;
        }

        private List<Variant> variants() {
            return lanes.stream().map(lane -> lane.ran().lane().variant()).toList();
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
        Objective wanted = objective.get();
        if (found.get().filter(known -> known.isOf(ran.get(), wanted)).isPresent()) {
            runner.cancel(Slot.GRADIENTS);
            stale.set(false);
            return;
        }
        if (found.get().filter(known -> known.isOf(ran.get().comparison().drawn())).isEmpty()) {
            show(Optional.empty());
        }
        Optional<String> refusal = refusal(ran.get());
        if (refusal.isPresent()) {
            session.tell(new Notice(Notice.Kind.WARNING, refusal.get()));
            open.set(false);
            return;
        }
        stale.set(true);
        runner.submit(Slot.GRADIENTS, ticket -> Found.of(ran.get(),
                running.gradients(ran.get(), wanted, (_, _) -> !ticket.isCancelled())),
                fresh -> show(Optional.of(fresh)), failure -> {
                    show(Optional.empty());
                    session.fail(failure);
                });
    }

    /** Why the way back would not fit in memory. */
    private static Optional<String> refusal(Results ran) {
        long bytes = ran.lanes().stream().mapToLong(lane -> bytes(lane.lane())).sum();
        long room = Runtime.getRuntime().maxMemory() / 2;
        return bytes <= room ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "Gradients of these lanes need about %.1f GB, and there are %.1f GB for them. A smaller input, or one lane"
                        + " alone, needs less.", bytes / 1e9, room / 1e9));
    }

    private static long bytes(Lane lane) {
        long values = lane.shapes().order().stream().flatMap(node -> lane.shapes().find(node.id()).stream())
                .mapToLong(Shape::bytes).sum();
        return values * COPIES + Costs.of(lane).total().params() * Float.BYTES * WEIGHT_COPIES;
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

    /** Whether what was found is not of the present any more. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** The gradients of a run, to be looked at in the place of its activations; empty if nobody looks at such. */
    Optional<List<Ran>> of(Comparison comparison) {
        return found.get().filter(known -> open.get() && known.isOf(comparison.drawn())
                && known.variants().equals(comparison.lanes().stream().map(Lane::variant).toList())).map(Found::ran);
    }
}
