package skipstitch.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.Route;
import skipstitch.explain.steps.Step;
import skipstitch.explain.steps.Stepper;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;

/**
 * Where the session steps, and playing on by itself. The layer stepped to is the layer selected; an edit or another choice
 * of lanes leaves the stepper where it is, or at the nearest layer that is left. Used on the window's thread.
 */
public final class Stepping {
    private final Session session;
    private final Runner runner;
    private final ReadOnlyObjectWrapper<Stepper> stepper;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.NORMAL);
    private final Explaining explaining;
    private Optional<Stepper> entered = Optional.empty();
    private Runnable stopClock = () -> { };

    /** How long a step is looked at while playing. */
    public enum Speed {
        SLOW("Slow", 3000),
        NORMAL("Normal", 1500),
        FAST("Fast", 700);

        private final String title;
        private final Duration each;

        Speed(String title, long millis) {
            this.title = title;
            this.each = Duration.ofMillis(millis);
        }

        public String title() {
            return title;
        }
    }

    Stepping(Session session, Runner runner) {
        this.session = session;
        this.runner = runner;
        this.stepper = new ReadOnlyObjectWrapper<>(
                Stepper.at(Route.of(session.comparison().get().lanes()), session.selection().get()));
        this.explaining = new Explaining(session, runner, this);
    }

    /** Lanes or selection may be others now. */
    void follow() {
        List<Lane> lanes = session.comparison().get().lanes();
        if (!stepper.get().route().lanes().equals(lanes)) {
            onto(Route.of(lanes));
        }
        Stepper now = stepper.get();
        NodeId selected = session.selection().get();
        if (now.route().has(selected) && !now.node().equals(selected)) {
            stepper.set(now.to(selected));
        }
    }

    /** After an edit one who had gone in stays there, whatever the edit selected. */
    private void onto(Route route) {
        Stepper fresh = stepper.get().on(route);
        entered = entered.map(each -> each.on(route));
        stepper.set(fresh);
        if (fresh.depth() != Depth.NETWORK) {
            session.select(fresh.node());
        }
    }

    /** Another network was opened: at its first merge, looking at the whole. */
    void begin() {
        pause();
        entered = Optional.empty();
        stepper.set(Stepper.at(Route.of(session.comparison().get().lanes()), session.selection().get()));
    }

    /** Goes elsewhere: {@code go(Stepper::next)}. */
    public void go(UnaryOperator<Stepper> move) {
        Stepper before = stepper.get();
        Stepper after = move.apply(before);
        if (after.equals(before)) {
            return;
        }
        if (before.depth() == Depth.NETWORK && after.depth() != Depth.NETWORK) {
            entered = Optional.of(before);
        }
        stepper.set(after);
        session.select(after.node());
    }

    /** Back to the whole network, and to the layer where one went in. Whether one was in. */
    public boolean leave() {
        pause();
        if (!isIn()) {
            return false;
        }
        Stepper start = entered.orElseGet(stepper::get).at(Depth.NETWORK);
        go(_ -> start);
        return true;
    }

    /** Whether one looks more closely than at the network. */
    public boolean isIn() {
        return stepper.get().depth() != Depth.NETWORK;
    }

    /** Steps on by itself, from the first one if it is at the last; or stops doing so. */
    public void togglePlay() {
        if (playing.get()) {
            pause();
        } else {
            if (stepper.get().isAtEnd()) {
                go(Stepper::first);
            }
            playing.set(true);
            wind();
        }
    }

    public void pause() {
        stopClock.run();
        playing.set(false);
    }

    private void wind() {
        stopClock = runner.after(speed.get().each, () -> {
            go(Stepper::next);
            if (stepper.get().isAtEnd()) {
                pause();
            } else {
                wind();
            }
        });
    }

    public ReadOnlyObjectProperty<Stepper> stepper() {
        return stepper.getReadOnlyProperty();
    }

    /** What is to be said there, of the last run; empty while one looks at the whole network. */
    public ReadOnlyObjectProperty<Optional<Step>> step() {
        return explaining.step.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /** Of playing; from the next step on. */
    public ObjectProperty<Speed> speed() {
        return speed;
    }
}
