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
    private final Notices notices = new Notices();
    private final Carrying carrying = new Carrying(this);
    private final Folds folds = new Folds(this);
    private final Neighbours neighbours;
    private final Present present;
    private final Filing filing;
    private final Stepping stepping;
    private final Viewing viewing;
    private final Picturing picturing;
    private final Sheets sheets;
    private final ReadOnlyObjectWrapper<Origin> origin = new ReadOnlyObjectWrapper<>();
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
        this.running = new Running(runner, engineStart, this::tell, this::fail, () -> pointed().set(Optional.empty()));
        this.computing = new Computing(this, runner, running);
        this.neighbours = new Neighbours(this, runner, running);
        this.present = new Present(running, neighbours, carrying);
        origin.set(first);
        present.become(History.of(first.document(), true), Optional.empty());
        this.stepping = new Stepping(this, runner);
        this.filing = new Filing(this, runner, running, choice, keeping);
        this.viewing = new Viewing(this, runner, choice);
        this.picturing = new Picturing(this, runner);
        this.sheets = Sheets.of(this, runner, running);
        Outgrown.tell(this);
    }

    /** Opens a preset, with the picture and the lanes that are there. */
    public void open(Preset chosen) {
        open(Origin.of(chosen, present.document.get().picture().picture()).lookingLike(present.document.get()));
    }

    /** Opens a network of an input alone, to draw one's own, with the picture and the lanes that are there. */
    public void openNew() {
        open(Origin.blank(present.document.get().picture()).lookingLike(present.document.get()));
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
        present.become(History.of(fresh.document(), saved), Optional.empty());
        stepping.begin();
    }

    /** A file holds a document now, which is the present one or an earlier one of the same origin. */
    void saved(Origin of, Document document, Path file) {
        if (origin.get() == of) {
            origin.set(of.savedTo(file));
            present.history.set(present.history.get().saved(document));
        }
    }

    /** Does something to the document, as a step that can be undone. */
    public void edit(Edit edit) {
        History after = present.history.get().after(edit);
        if (after != present.history.get()) {
            LOG.debug("{}", edit.name());
            become(after);
        }
    }

    /** How the lanes would stand if nodes had been put elsewhere; nothing is changed. */
    public Comparison preview(Map<NodeId, Place> moved) {
        return present.standing.comparison.get().moved(present.document.get().places(), moved);
    }

    public void undo() {
        if (present.history.get().canUndo()) {
            become(present.history.get().undone());
        }
    }

    public void redo() {
        if (present.history.get().canRedo()) {
            become(present.history.get().redone());
        }
    }

    /** Goes to another step of the history, one of those that are there. */
    public void goTo(int step) {
        if (step != present.history.get().at()) {
            become(present.history.get().goneTo(step));
        }
    }

    /** Shows other lanes; that is no step of the history. */
    public void show(Shown lanes) {
        look(at -> at.withLanes(lanes.variants()));
    }

    /** Selects a node in every lane; one that no lane has is not selected. */
    public void select(NodeId id) {
        if (present.standing.comparison.get().layout().room(id).isPresent()) {
            select(Selection.of(id));
        }
    }

    /** Selects nodes, or an edge; the tensors shown stay those of the last node that was selected. */
    public void select(Selection wanted) {
        if (!wanted.equals(present.document.get().selection())) {
            look(at -> at.withSelection(wanted));
        }
    }

    /** Remembers where the lanes are looked at from; empty for wherever they fit. */
    public void lookFrom(Optional<Viewpoint> view) {
        if (!view.equals(present.document.get().view())) {
            look(at -> at.withView(view));
        }
    }

    void look(UnaryOperator<Document> change) {
        become(present.history.get().looking(change.apply(present.document.get())));
    }

    private void become(History next) {
        boolean alone = present.document.get().beside().isEmpty();
        present.become(next, Optional.of(present.document.get()));
        stepping.follow();
        // Beside others it is shown as they are, as drawn.
        if (alone && !present.document.get().beside().isEmpty()) {
            show(Shown.AS_DRAWN);
        } else if (!alone && present.document.get().beside().isEmpty() && present.shown.get() == Shown.AS_DRAWN) {
            show(Shown.BOTH);
        }
    }

    /** Runs the lanes that are shown. */
    void run() {
        present.run();
    }

    /** Looks into what was run. */
    void inspect() {
        present.inspect();
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

    /** What is looked into now and then. */
    public Sheets sheets() {
        return sheets;
    }

    /** What was opened, and the file that it is saved to. */
    public ReadOnlyObjectProperty<Origin> origin() {
        return origin.getReadOnlyProperty();
    }

    /** What the window calls the network. */
    public String title() {
        return origin.get().title(present.history.get().now().network());
    }

    /** All that was done since. */
    public ReadOnlyObjectProperty<History> history() {
        return present.history.getReadOnlyProperty();
    }

    /** The present document. */
    public ReadOnlyObjectProperty<Document> document() {
        return present.document.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shown> shown() {
        return present.shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChosenPicture> picture() {
        return present.picture.getReadOnlyProperty();
    }

    /** The merge whose branches have colours: the last one selected. */
    public ReadOnlyObjectProperty<NodeId> merge() {
        return present.standing.merge.getReadOnlyProperty();
    }

    /** The node whose tensors are shown. */
    public ReadOnlyObjectProperty<NodeId> selection() {
        return present.standing.selection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Comparison> comparison() {
        return present.standing.comparison.getReadOnlyProperty();
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
        return present.pointed;
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
