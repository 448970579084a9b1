package skipstitch.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import skipstitch.document.ResizeInput;
import skipstitch.engine.Retention;
import skipstitch.engine.RunTooLarge;
import skipstitch.network.InputSizes;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.session.Notice.Choice;
import skipstitch.session.Runner.Slot;
import skipstitch.session.Session.Status;

/** The run that is under way: how far it has come, and what a person may do about it. Used on the window's thread. */
public final class Computing {
    private final Session session;
    private final Runner runner;
    private final Running running;
    private Optional<Notice> asked = Optional.empty();

    Computing(Session session, Runner runner, Running running) {
        this.session = session;
        this.runner = runner;
        this.running = running;
        running.status.subscribe(this::withdraw);
    }

    /** What was asked about a run is of no use once there is another. */
    private void withdraw(Status now) {
        if (now != Status.STOPPED && now != Status.FAILED) {
            asked.ifPresent(session::withdraw);
            asked = Optional.empty();
        }
    }

    /** How far the run that is under way has come; empty if there is none, or if it has only just begun. */
    public ReadOnlyObjectProperty<Optional<Headway>> headway() {
        return running.headway.getReadOnlyProperty();
    }

    /** Whether tensors that nothing reads any more are let go, to be computed again when somebody looks. */
    public boolean isSparing() {
        return running.retention() == Retention.WHAT_IS_TO_BE_READ;
    }

    /** Calls off the run that is under way, as soon as its present layer is done. Whether there was one. */
    public boolean stop() {
        Optional<Running.Stopped> stopped = running.stop();
        stopped.ifPresent(at -> ask(new Notice(Notice.Kind.INFO, "Stopped" + at.headway()
                .map(headway -> " " + where(headway)).orElse("") + ". Pale pictures are not of this run.",
                List.of(new Choice("Run again", session::run)))));
        return stopped.isPresent();
    }

    private static String where(Headway headway) {
        return switch (headway.stage()) {
            case WEIGHTS -> "while weights were made";
            case LAYERS -> "after " + headway.done() + " of " + headway.of() + " layers";
        };
    }

    private void ask(Notice notice) {
        asked = Optional.of(notice);
        session.tell(notice);
    }

    /** Says that a run does not fit in memory, and offers what would. */
    void refused(RunTooLarge refusal) {
        Comparison lanes = session.comparison().get();
        Setting setting = Setting.of(session.document().get());
        record Ways(Optional<Shape> smaller, boolean spare) {}
        // Sizes are tried one after the other, which takes a moment for a large network.
        runner.submit(Slot.RUN, ticket -> new Ways(Smaller.of(lanes, refusal), !isSparing()
                && running.fitsSparingly(lanes, setting, (_, _) -> !ticket.isCancelled())), ways -> {
            List<Choice> choices = new ArrayList<>();
            ways.smaller().ifPresent(found -> choices.add(new Choice("Use " + found.height() + "×" + found.width(),
                    () -> resize(lanes, found))));
            if (ways.spare()) {
                choices.add(new Choice("Keep only what is looked at", this::spare));
            }
            ask(new Notice(Notice.Kind.ERROR, refusal.getMessage(), choices));
        }, session::fail);
    }

    private void resize(Comparison lanes, Shape input) {
        InputSizes.of(lanes.drawn()).map(sizes -> sizes.node().id())
                .ifPresent((NodeId node) -> session.edit(new ResizeInput(node, input)));
    }

    private void spare() {
        running.keep(Retention.WHAT_IS_TO_BE_READ);
        session.run();
    }
}
