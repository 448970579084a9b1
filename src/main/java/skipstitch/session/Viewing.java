package skipstitch.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import skipstitch.explain.Closeup;
import skipstitch.explain.Closeup.Subject;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Runner.Slot;

/**
 * The tensor that is looked at large: read in the background, and again after each run. Closes when its node is gone.
 * Used on the window's thread.
 */
public final class Viewing {
    private final Session session;
    private final Runner runner;
    private final Exporting exporting;
    private final ReadOnlyObjectWrapper<Optional<Closeup>> closeup = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Subject> wanted = Optional.empty();
    private Optional<Network> beside = Optional.empty();

    Viewing(Session session, Runner runner, FileChoice choice) {
        this.session = session;
        this.runner = runner;
        this.exporting = new Exporting(session, runner, choice);
        // What still reads the results before is superseded here, as those are closed next.
        session.results().subscribe(_ -> read());
        session.neighbours().all().subscribe(now -> {
            if (beside.isPresent() && now.stream().noneMatch(each -> each.network().equals(beside.get()))) {
                close();
            } else if (beside.isPresent()) {
                read();
            }
        });
        session.comparison().subscribe(now -> {
            if (wanted.isPresent() && beside.isEmpty()
                    && now.lanes().stream().noneMatch(lane -> lane.network().has(wanted.get().node()))) {
                close();
            }
        });
    }

    /** Opens a node's output as the first lane has it. */
    public void open(NodeId node) {
        open(new Subject(node, Optional.empty(), Optional.empty()));
    }

    /** Opens a node's output as a lane has it, or the first lane that has it. */
    public void open(NodeId node, Variant lane) {
        open(new Subject(node, Optional.empty(), Optional.of(lane)));
    }

    /** Opens a tensor. */
    public void open(Subject subject) {
        open(subject, Optional.empty());
    }

    /** Opens a tensor of a network that stands beside; if empty, of the one that is edited. */
    public void open(Subject subject, Optional<Network> of) {
        wanted = Optional.of(subject);
        beside = of;
        read();
    }

    private Optional<Results> results() {
        return beside.isEmpty()
                ? session.results().get().filter(found -> found.comparison() == session.comparison().get())
                : session.neighbours().all().get().stream().filter(each -> each.network().equals(beside.get()))
                        .flatMap(each -> each.results().stream()).findFirst();
    }

    private void read() {
        if (wanted.isEmpty()) {
            return;
        }
        Subject now = wanted.get();
        runner.cancel(Slot.LOOK);
        results().ifPresent(found -> {
            NodeId merge = session.merge().get();
            runner.submit(Slot.LOOK,
                    _ -> Closeup.of(found.comparison().drawn(), found.lanes(), now, merge), this::show, failure -> {
                        close();
                        session.fail(failure);
                    });
        });
    }

    private void show(Optional<Closeup> found) {
        if (found.isPresent()) {
            closeup.set(found);
        } else {
            session.tell(new Notice(Notice.Kind.INFO,
                    wanted.orElseThrow().node() + " has no tensor to look at: its shapes do not fit."));
            close();
        }
    }

    /** Whether there was something to close. */
    public boolean close() {
        boolean was = closeup.get().isPresent();
        wanted = Optional.empty();
        beside = Optional.empty();
        runner.cancel(Slot.LOOK);
        closeup.set(Optional.empty());
        return was;
    }

    /** What is open, as the last run found it. */
    public ReadOnlyObjectProperty<Optional<Closeup>> closeup() {
        return closeup.getReadOnlyProperty();
    }

    /** Takes numbers and pictures elsewhere. */
    public Exporting exporting() {
        return exporting;
    }
}
