package skipstitch.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.document.Edit;
import skipstitch.document.History;
import skipstitch.document.Selection;
import skipstitch.document.Viewpoint;
import skipstitch.engine.Retention;
import skipstitch.engine.RunTooLarge;
import skipstitch.explain.Inspection;
import skipstitch.explain.steps.Step;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.presets.Preset;

/**
 * What is open, shown and selected. Choices go in by methods, on the window's thread; what follows from them
 * at once (shapes, costs) is published at once, what has to be run is published when it is there.
 */
public final class Session implements AutoCloseable {
    /** Of untrained weights, everywhere. */
    public static final long SEED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private final Runner runner;
    private final Running running;
    private final Computing computing;
    private final Standing standing = new Standing();
    private final Notices notices = new Notices();
    private final Carrying carrying = new Carrying(this);
    private final Folds folds = new Folds(this);
    private final Neighbours neighbours;
    private final Filing filing;
    private final Stepping stepping;
    private final Viewing viewing;
    private final Billing billing;
    private final Picturing picturing;

    private final ReadOnlyObjectWrapper<Origin> origin = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.BOTH);
    private final ReadOnlyObjectWrapper<ChosenPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Optional<Spot>> pointed = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty ownScales = new SimpleBooleanProperty(false);

    /** What the engine is doing. */
    public enum Status { STARTING, RUNNING, IDLE, STOPPED, FAILED }

    /** A session that asks for no files and leaves no traces; {@code engineStart} is called once, in the background. */
    public Session(Runner runner, Supplier<EngineStart> engineStart, Origin first) {
        this(runner, engineStart, first, FileChoice.NOBODY, Optional.empty());
    }

    /**
     * @param engineStart called once, in the background
     * @param keeping     of what is not saved; empty if nothing is to be left in the user's data folder
     */
    public Session(Runner runner, Supplier<EngineStart> engineStart, Origin first, FileChoice choice,
                   Optional<Keeping> keeping) {
        this.runner = runner;
        this.running = new Running(runner, engineStart, this::tell, this::fail, () -> pointed.set(Optional.empty()));
        this.computing = new Computing(this, runner, running);
        this.neighbours = new Neighbours(this, runner, running);
        origin.set(first);
        become(History.of(first.document(), true), Optional.empty());
        this.stepping = new Stepping(this, runner);
        this.filing = new Filing(this, runner, running, choice, keeping);
        this.viewing = new Viewing(this, runner, choice);
        this.billing = new Billing(this, runner);
        this.picturing = new Picturing(this, runner);
        Outgrown.tell(this);
    }

    /** Opens a preset, with the picture and the lanes that are there. */
    public void open(Preset chosen) {
        open(Origin.of(chosen, document.get().picture().picture()).lookingLike(document.get()));
    }

    /** Opens a network of an input alone, to draw one's own, with the picture and the lanes that are there. */
    public void openNew() {
        open(Origin.blank(document.get().picture()).lookingLike(document.get()));
    }

    /** Opens a document that can be had again; what was open before, and its history, is gone. */
    public void open(Origin fresh) {
        open(fresh, true);
    }

    /** @param saved whether it can be had again */
    void open(Origin fresh, boolean saved) {
        origin.set(fresh);
        running.forget();
        running.keep(Retention.ALL);
        become(History.of(fresh.document(), saved), Optional.empty());
        stepping.begin();
    }

    /** A file holds a document now, which is the present one or an earlier one of the same origin. */
    void saved(Origin of, Document document, Path file) {
        if (origin.get() == of) {
            origin.set(of.savedTo(file));
            history.set(history.get().saved(document));
        }
    }

    /** Does something to the document, as a step that can be undone. */
    public void edit(Edit edit) {
        History after = history.get().after(edit);
        if (after != history.get()) {
            LOG.debug("{}", edit.name());
            become(after);
        }
    }

    /** How the lanes would stand if nodes had been put elsewhere; nothing is changed. */
    public Comparison preview(Map<NodeId, Place> moved) {
        return standing.comparison.get().moved(document.get().places(), moved);
    }

    public void undo() {
        if (history.get().canUndo()) {
            become(history.get().undone());
        }
    }

    public void redo() {
        if (history.get().canRedo()) {
            become(history.get().redone());
        }
    }

    /** Goes to another step of the history, one of those that are there. */
    public void goTo(int step) {
        if (step != history.get().at()) {
            become(history.get().goneTo(step));
        }
    }

    /** Shows other lanes; that is no step of the history. */
    public void show(Shown lanes) {
        look(at -> at.withLanes(lanes.variants()));
    }

    /** Selects a node in every lane; one that no lane has is not selected. */
    public void select(NodeId id) {
        if (standing.comparison.get().layout().room(id).isPresent()) {
            select(Selection.of(id));
        }
    }

    /** Selects nodes, or an edge; the tensors shown stay those of the last node that was selected. */
    public void select(Selection wanted) {
        if (!wanted.equals(document.get().selection())) {
            look(at -> at.withSelection(wanted));
        }
    }

    /** Remembers where the lanes are looked at from; empty for wherever they fit. */
    public void lookFrom(Optional<Viewpoint> view) {
        if (!view.equals(document.get().view())) {
            look(at -> at.withView(view));
        }
    }

    void look(UnaryOperator<Document> change) {
        become(history.get().looking(change.apply(document.get())));
    }

    private void become(History next) {
        boolean alone = document.get().beside().isEmpty();
        become(next, Optional.of(document.get()));
        stepping.follow();
        // Beside others it is shown as they are, as drawn.
        if (alone && !document.get().beside().isEmpty()) {
            show(Shown.AS_DRAWN);
        } else if (!alone && document.get().beside().isEmpty() && shown.get() == Shown.AS_DRAWN) {
            show(Shown.BOTH);
        }
    }

    /** Makes a history's present what is open, and has done again what differs from before. */
    private void become(History next, Optional<Document> before) {
        Document now = next.now();
        boolean otherLanes = before.filter(each -> each.network() == now.network() && each.lanes().equals(now.lanes())
                && each.seed() == now.seed()).isEmpty();
        boolean otherPlaces = before.filter(each -> each.places().equals(now.places())
                && each.folding().equals(now.folding())).isEmpty();
        boolean otherSetting = before.map(Setting::of).filter(Setting.of(now)::equals).isEmpty();
        NodeId lookedAt = standing.selection.get();
        history.set(next);
        document.set(now);
        if (before.filter(each -> each.network() == now.network()).isEmpty()) {
            carrying.letGo();
        }
        picture.set(now.picture());
        boolean unknown = otherLanes || otherSetting;
        if (otherLanes) {
            pointed.set(Optional.empty());
            running.stopLooking();
            standing.compare(now, before.isEmpty());
        } else if (otherPlaces) {
            unknown |= !move(now);
        } else {
            standing.follow(now);
        }
        shown.set(Shown.of(now.lanes()));
        boolean besides = neighbours.follow(now);
        if (unknown) {
            run();
        } else if (besides || !standing.selection.get().equals(lookedAt)) {
            inspect();
        }
    }

    /** Nodes stand elsewhere; what was found in them stays, if it was found already. */
    private boolean move(Document now) {
        Comparison before = standing.comparison.get();
        Comparison moved = before.placed(now.places(), now.folding());
        boolean found = running.moved(before, moved);
        standing.move(now, moved);
        return found;
    }

    /** Runs the lanes that are shown. */
    void run() {
        if (standing.comparison.get().drawn().inputShape().isPresent()) {
            running.run(standing.comparison.get(), Setting.of(document.get()), this::looking);
        } else {
            running.rest();
        }
    }

    /** Looks into what was run. */
    void inspect() {
        running.inspect(looking());
    }

    private Optional<Running.Looking> looking() {
        return standing.looking(neighbours.selection().get(), neighbours.all().get());
    }

    /** Says a sentence; an earlier one goes, but a question waits for its answer. */
    public void tell(Notice said) {
        notices.tell(said);
    }

    void withdraw(Notice said) {
        notices.withdraw(said);
    }

    void fail(Throwable failure) {
        if (failure instanceof RunTooLarge refusal) {
            computing.refused(refusal);
        } else {
            notices.fail(failure);
        }
    }

    public void dismissNotice() {
        notices.dismiss();
    }

    /** The files of networks. */
    public Filing filing() {
        return filing;
    }

    /** Where it steps. */
    public Stepping stepping() {
        return stepping;
    }

    /** The layer after the merge, in all variants. */
    public Proving proving() {
        return running.proving;
    }

    /** What goes in. */
    public Picturing picturing() {
        return picturing;
    }

    /** What is drawn as one card. */
    public Folds folds() {
        return folds;
    }

    /** The networks that stand beside. */
    public Neighbours neighbours() {
        return neighbours;
    }

    /** The edge in the hand. */
    public Carrying carrying() {
        return carrying;
    }

    /** The tensor that is looked at large. */
    public Viewing viewing() {
        return viewing;
    }

    /** The run that is under way. */
    public Computing computing() {
        return computing;
    }

    /** What the network costs in its variants. */
    public Billing billing() {
        return billing;
    }

    /** What was opened, and the file that it is saved to. */
    public ReadOnlyObjectProperty<Origin> origin() {
        return origin.getReadOnlyProperty();
    }

    /** What the window calls the network. */
    public String title() {
        return origin.get().title(history.get().now().network());
    }

    /** All that was done since. */
    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    /** The present document. */
    public ReadOnlyObjectProperty<Document> document() {
        return document.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChosenPicture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** The merge whose branches have colours: the last one selected. */
    public ReadOnlyObjectProperty<NodeId> merge() {
        return standing.merge.getReadOnlyProperty();
    }

    /** The node whose tensors are shown. */
    public ReadOnlyObjectProperty<NodeId> selection() {
        return standing.selection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Comparison> comparison() {
        return standing.comparison.getReadOnlyProperty();
    }

    /** What the last run found; of an earlier comparison while a new one runs. */
    public ReadOnlyObjectProperty<Optional<Results>> results() {
        return running.results.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Inspection>> inspection() {
        return running.inspection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notices.shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Status> status() {
        return running.status.getReadOnlyProperty();
    }

    /** Empty until the engine has started. */
    public ReadOnlyObjectProperty<String> engineName() {
        return running.engineName.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<Spot>> pointed() {
        return pointed;
    }

    /** Whether each panel has a scale of its own, instead of one for all. */
    public BooleanProperty ownScales() {
        return ownScales;
    }

    /** Ends all work, then closes what it used. */
    @Override
    public void close() {
        filing.close();
        neighbours.close();
        running.close();
    }
}
