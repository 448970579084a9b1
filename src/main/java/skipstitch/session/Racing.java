package skipstitch.session;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import skipstitch.engine.tape.Tapes;
import skipstitch.files.races.CurveCsv;
import skipstitch.session.Notice.Choice;
import skipstitch.session.RaceStanding.State;
import skipstitch.session.Runner.Slot;
import skipstitch.session.Runner.Ticket;
import skipstitch.training.Race;
import skipstitch.training.RaceSettings;
import skipstitch.training.Unraceable;

/**
 * The race: one at a time, in the background, whatever is edited or looked at meanwhile. Used on the window's thread.
 */
public final class Racing implements Sheet {
    private final Session session;
    private final Runner runner;
    private final Running running;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<RaceStanding>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper(false);
    private Optional<Heat> heat = Optional.empty();

    /** One race on its way: whether it pauses, and how long it has gone. */
    private static final class Heat {
        private static final long GLANCE_MILLIS = 50;

        private boolean paused;

        synchronized void pause(boolean wanted) {
            paused = wanted;
            notifyAll();
        }

        /** Until it may go on; how long that took, in nanoseconds. */
        synchronized long hold(Ticket ticket) throws InterruptedException {
            long start = System.nanoTime();
            while (paused && !ticket.isCancelled()) {
                wait(GLANCE_MILLIS);
            }
            return System.nanoTime() - start;
        }
    }

    Racing(Session session, Runner runner, Running running) {
        this.session = session;
        this.runner = runner;
        this.running = running;
    }

    /** Starts a race; one that is under way is called off. */
    public void start(RaceSettings settings) {
        refusal.set(Optional.empty());
        standing.set(Optional.empty());
        Heat fresh = new Heat();
        on(Optional.of(fresh));
        Gently<RaceStanding> tell = new Gently<>(runner, now -> show(fresh, now));
        runner.submit(Slot.RACE, ticket -> race(settings, tapes(), fresh, ticket, tell), last -> {
            show(fresh, last);
            on(Optional.empty());
        }, failure -> {
            on(Optional.empty());
            if (failure instanceof Unraceable why) {
                refusal.set(Optional.of(why.getMessage()));
            } else {
                standing.set(standing.get().map(known -> known.with(State.STOPPED)));
                session.fail(failure);
            }
        });
    }

    /** One core is left to the window. */
    private Tapes tapes() {
        return running.engineStart().tapes(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    private static RaceStanding race(RaceSettings settings, Tapes tapes, Heat heat, Ticket ticket,
                                     Gently<RaceStanding> tell) throws Unraceable, InterruptedException {
        try (Race race = Race.of(settings, tapes)) {
            long start = System.nanoTime();
            boolean more = true;
            while (more && !ticket.isCancelled()) {
                start += heat.hold(ticket);
                if (!ticket.isCancelled()) {
                    more = race.step();
                    tell.accept(RaceStanding.of(race, (System.nanoTime() - start) / 1e9));
                }
            }
            return RaceStanding.of(race, (System.nanoTime() - start) / 1e9);
        }
    }

    private void on(Optional<Heat> now) {
        heat = now;
        underWay.set(now.isPresent());
    }

    private void show(Heat of, RaceStanding fresh) {
        if (heat.filter(now -> now == of).isPresent()) {
            standing.set(Optional.of(of.paused && fresh.state() == State.GOING ? fresh.with(State.PAUSED) : fresh));
        }
    }

    /** Halts after the step that it is at, or goes on. */
    public void pause(boolean wanted) {
        heat.ifPresent(now -> {
            now.pause(wanted);
            standing.set(standing.get().map(known -> known.with(wanted ? State.PAUSED : State.GOING)));
        });
    }

    /** Calls the race off, at the latest after the step that it is at; what it has found stays. */
    public void cancel() {
        heat.ifPresent(_ -> {
            runner.cancel(Slot.RACE);
            standing.set(standing.get().map(known -> known.with(State.STOPPED)));
            on(Optional.empty());
        });
    }

    /** Saves the curves as they are by now as CSV, to a file that the person names. */
    public void save() {
        standing.get().ifPresent(known -> session.viewing().exporting().saveTable(
                CurveCsv.together(known.settings().task(), known.curves()), Filing.stem(
                        known.settings().network().name()) + "-race"));
    }

    /** Whether a race is on its way, or pauses. */
    public ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    /** Goes on to where the window is closed: at once, or when the race that is under way was given up. */
    public void leaving(Runnable goOn) {
        if (heat.isEmpty()) {
            goOn.run();
            return;
        }
        long done = Math.round(100 * standing.get().map(RaceStanding::progress).orElse(0.0));
        session.tell(Notice.asking("A race is under way, " + done + " % of it done: it would be lost.",
                new Choice("Give it up", () -> {
                    cancel();
                    goOn.run();
                }), new Choice("Look at it", () -> open.set(true))));
    }

    @Override
    public BooleanProperty openProperty() {
        return open;
    }

    /** How the race stands, or stood when it ended; empty before the first. */
    public ReadOnlyObjectProperty<Optional<RaceStanding>> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Why the race that was wanted last could not start; empty if it could. */
    public ReadOnlyObjectProperty<Optional<String>> refusal() {
        return refusal.getReadOnlyProperty();
    }
}
