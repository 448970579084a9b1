package skipstitch.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import skipstitch.document.Document;
import skipstitch.document.Neighbour;
import skipstitch.document.PutBeside;
import skipstitch.document.Selection;
import skipstitch.document.SwapBeside;
import skipstitch.document.TakeAwayBeside;
import skipstitch.engine.GivenWeights;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.folding.Folding;
import skipstitch.session.Runner.Slot;
import skipstitch.session.Session.Status;

/**
 * The networks that stand beside the one that is edited: each as drawn, run on the same picture with the same seed,
 * after the lanes of the one that is edited. Used on the window's thread.
 */
public final class Neighbours {
    private final Session session;
    private final Runner runner;
    private final Running running;
    private final ReadOnlyObjectWrapper<List<Beside>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<NodeId>> selection = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    /** With the present setting. */
    private final Set<Network> refused = new HashSet<>();
    private Optional<Setting> setting = Optional.empty();

    Neighbours(Session session, Runner runner, Running running) {
        this.session = session;
        this.runner = runner;
        this.running = running;
        running.status.subscribe(_ -> run());
    }

    /** Puts a network beside. */
    public void put(Network network) {
        int before = all.get().size();
        if (before == Document.MOST_BESIDE) {
            session.tell(new Notice(Notice.Kind.INFO, "No more than " + Document.MOST_BESIDE
                    + " networks stand beside: take one away first."));
            return;
        }
        session.edit(new PutBeside(network));
        if (all.get().size() == before) {
            session.tell(new Notice(Notice.Kind.INFO, "“" + network.name() + "” stands beside already."));
        }
    }

    /** Takes a network away. */
    public void takeAway(Beside beside) {
        session.edit(new TakeAwayBeside(beside.network()));
    }

    /** Has a network change places with the one that is edited. */
    public void edit(Beside beside) {
        if (session.document().get().given().isNone()) {
            session.edit(new SwapBeside(beside.network()));
        } else {
            session.tell(new Notice(Notice.Kind.INFO, "“" + session.title()
                    + "” came with weights, which would be lost. Save it, and open “" + beside.network().name() + "” by itself."));
        }
    }

    /** Selects a node wherever it is: in the network that is edited, else in those beside alone. */
    public void select(NodeId id) {
        if (session.document().get().network().has(id)) {
            session.select(id);
        } else if (all.get().stream().anyMatch(each -> each.has(id))) {
            session.select(Selection.NONE);
            selection.set(Optional.of(id));
            session.inspect();
        }
    }

    /** Opens the fold that a node is in. */
    public void open(Beside beside, NodeId id) {
        beside.lanes().layout().folded().fold(id).ifPresent(fold ->
                fold(beside.network(), folding -> folding.opened(fold.group(), beside.network())));
    }

    /** Folds a group of a network. */
    public void fold(Network network, String path) {
        fold(network, folding -> folding.folded(path));
    }

    private void fold(Network network, UnaryOperator<Folding> change) {
        session.look(now -> now.withBeside(now.beside().stream().map(each -> each.network().equals(network)
                ? new Neighbour(each.network(), change.apply(each.folding())) : each).toList()));
    }

    /** The document is another. Whether what is inspected may be another, too. */
    boolean follow(Document now) {
        Setting wanted = new Setting(now.picture(), now.seed(), Interventions.none(), KnobStop.OWN.at(),
                GivenWeights.NONE);
        if (!setting.equals(Optional.of(wanted))) {
            setting = Optional.of(wanted);
            refused.clear();
        }
        List<Beside> before = all.get();
        List<Beside> fresh = now.beside().stream().map(each -> kept(each, before)).toList();
        boolean others = !fresh.equals(before);
        if (others) {
            all.set(fresh);
        }
        boolean left = selection.get().isPresent() && (!now.selection().nodes().isEmpty()
                || fresh.stream().noneMatch(each -> each.has(selection.get().get())));
        if (left) {
            selection.set(Optional.empty());
        }
        List<Network> networks = Beside.networks(fresh);
        before.stream().filter(each -> !networks.contains(each.network())).flatMap(each -> each.results().stream())
                .forEach(runner::dispose);
        run();
        return others || left;
    }

    private static Beside kept(Neighbour wanted, List<Beside> before) {
        Optional<Beside> known = before.stream().filter(each -> each.network().equals(wanted.network())).findFirst();
        return known.map(each -> each.neighbour().equals(wanted) ? each : each.folded(wanted))
                .orElseGet(() -> Beside.of(wanted));
    }

    /** Runs the first that was not run yet, once the lanes that are edited are done. */
    private void run() {
        Optional<Beside> next = setting.flatMap(now -> all.get().stream().filter(each -> !each.isOf(now)
                && each.network().inputShape().isPresent() && !refused.contains(each.network())).findFirst());
        boolean mayRun = running.status.get() == Status.IDLE || running.status.get() == Status.FAILED;
        runner.cancel(Slot.BESIDE);
        busy.set(next.isPresent());
        if (mayRun && next.isPresent()) {
            Network network = next.get().network();
            Comparison lanes = next.get().lanes();
            Setting now = setting.orElseThrow();
            runner.submit(Slot.BESIDE, ticket -> running.run(lanes, now, (_, _) -> !ticket.isCancelled()),
                    fresh -> publish(network, fresh), failure -> {
                        refused.add(network);
                        session.fail(failure);
                        run();
                    });
        }
    }

    private void publish(Network network, Results fresh) {
        List<Beside> now = new ArrayList<>();
        List<Results> before = new ArrayList<>();
        for (Beside each : all.get()) {
            if (each.network().equals(network)) {
                each.results().ifPresent(before::add);
                now.add(each.with(fresh.of(each.lanes())));
            } else {
                now.add(each);
            }
        }
        all.set(List.copyOf(now));
        // Supersedes what still looks into the results before, which may then go.
        session.inspect();
        before.forEach(runner::dispose);
        run();
    }

    /** Top to bottom. */
    public ReadOnlyObjectProperty<List<Beside>> all() {
        return all.getReadOnlyProperty();
    }

    /** What is selected that the network that is edited has not. */
    public ReadOnlyObjectProperty<Optional<NodeId>> selection() {
        return selection.getReadOnlyProperty();
    }

    /** Whether some of them are still to be run. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    void close() {
        all.get().forEach(each -> each.results().ifPresent(runner::dispose));
    }
}
