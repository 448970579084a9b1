package skipstitch.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import skipstitch.engine.tape.Tapes;
import skipstitch.explain.depth.Deletions;
import skipstitch.explain.depth.DepthPictures;
import skipstitch.explain.depth.DepthSettings;
import skipstitch.explain.depth.DepthStudy;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Fitting;
import skipstitch.session.Runner.Slot;

/**
 * Chains of many blocks, measured in the background as long as somebody looks. While a dial is turned, what was begun
 * is finished, and of what is wanted meanwhile only the newest is begun then. Used on the window's thread.
 */
public final class Deepening implements Sheet {
    /** Always the same ones, so that one seed gives one curve. */
    private static final List<BuiltInPicture> PICTURES =
            List.of(BuiltInPicture.HOUSE, BuiltInPicture.STREET, BuiltInPicture.CELLS, BuiltInPicture.FRUIT);

    private final Session session;
    private final Runner runner;
    private final Running running;
    private final Turn turn = new Turn();
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final BooleanProperty deleting = new SimpleBooleanProperty(false);
    private final ObjectProperty<DepthSettings> settings = new SimpleObjectProperty<>(DepthSettings.usual());
    private final ReadOnlyObjectWrapper<Optional<DepthStudy>> study = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Deletions>> deletions = new ReadOnlyObjectWrapper<>(Optional.empty());

    Deepening(Session session, Runner runner, Running running) {
        this.session = session;
        this.runner = runner;
        this.running = running;
        open.subscribe(_ -> follow());
        settings.subscribe(_ -> follow());
        deleting.subscribe(_ -> delete());
    }

    private void follow() {
        if (!open.get()) {
            turn.free();
            runner.cancel(Slot.DEPTH);
        } else if (!isFresh()) {
            turn.want(this::begin);
        }
    }

    private void begin() {
        DepthSettings wanted = settings.get();
        runner.submit(Slot.DEPTH, ticket -> DepthStudy.of(wanted, tapes(), pictures(), (_, _) -> !ticket.isCancelled()),
                fresh -> {
                    study.set(Optional.of(fresh));
                    if (!turn.ended()) {
                        delete();
                    }
                }, failure -> {
                    turn.ended();
                    session.fail(failure);
                });
    }

    /** After the curves, which are what one looks at while a dial is turned. */
    private void delete() {
        if (open.get() && deleting.get() && isFresh() && !hasFreshDeletions()) {
            DepthSettings wanted = settings.get();
            runner.submit(Slot.DEPTH,
                    ticket -> Deletions.of(wanted, tapes(), pictures(), (_, _) -> !ticket.isCancelled()),
                    fresh -> deletions.set(Optional.of(fresh)), session::fail);
        }
    }

    /** Layers are small: to share one among cores takes longer than to compute it. */
    private Tapes tapes() {
        return running.engineStart().tapes(1);
    }

    private static DepthPictures pictures() {
        return DepthPictures.of(PICTURES.stream()
                .map(each -> Fitting.toTensor(each.load(), DepthPictures.shape())).toList());
    }

    @Override
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether somebody looks at what a block less does. */
    public BooleanProperty deletingProperty() {
        return deleting;
    }

    public ObjectProperty<DepthSettings> settingsProperty() {
        return settings;
    }

    /** What was measured last; of settings before while the present ones are measured. */
    public ReadOnlyObjectProperty<Optional<DepthStudy>> study() {
        return study.getReadOnlyProperty();
    }

    /** The same of blocks deleted. */
    public ReadOnlyObjectProperty<Optional<Deletions>> deletions() {
        return deletions.getReadOnlyProperty();
    }

    /** Whether what was measured is of the present settings. */
    public boolean isFresh() {
        return study.get().filter(known -> known.settings().equals(settings.get())).isPresent();
    }

    /** The same of blocks deleted. */
    public boolean hasFreshDeletions() {
        return deletions.get().filter(known -> known.settings().equals(settings.get())).isPresent();
    }
}
