package skipstitch.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
import skipstitch.document.ChoosePicture;
import skipstitch.document.ChosenPicture;
import skipstitch.document.CropBox;
import skipstitch.document.Document;
import skipstitch.document.Edit;
import skipstitch.document.History;
import skipstitch.document.Picture;
import skipstitch.document.Selection;
import skipstitch.document.Viewpoint;
import skipstitch.engine.RunTooLarge;
import skipstitch.explain.Inspection;
import skipstitch.files.PictureFile;
import skipstitch.files.UnreadablePicture;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Shape;
import skipstitch.network.presets.Preset;
import skipstitch.session.Runner.Slot;

/**
 * What is open, shown and selected. Choices go in by methods, on the window's thread; what follows from them
 * at once (shapes, costs) is published at once, what has to be run is published when it is there.
 */
public final class Session implements AutoCloseable {
    /** Of untrained weights, everywhere. */
    public static final long SEED = 1;

    private static final Shape FIRST_INPUT = new Shape(1, 32, 32);
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Runner runner;
    private final Running running;
    private final Carrying carrying = new Carrying(this);

    private final ReadOnlyObjectWrapper<Origin> origin = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.BOTH);
    private final ReadOnlyObjectWrapper<ChosenPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<NodeId> merge = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<NodeId> selection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Spot>> pointed = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty ownScales = new SimpleBooleanProperty(false);

    /** What the engine is doing. */
    public enum Status { STARTING, RUNNING, IDLE, FAILED }

    /** @param engineStart called once, in the background */
    public Session(Runner runner, Supplier<EngineStart> engineStart, Origin first) {
        this.runner = runner;
        this.running = new Running(runner, engineStart, this::tell, this::fail, () -> pointed.set(Optional.empty()));
        open(first);
    }

    /** Opens a preset, with the picture and the lanes that are there. */
    public void open(Preset chosen) {
        Origin fresh = Origin.of(chosen, document.get().picture().picture());
        open(new Origin(fresh.document().withPicture(document.get().picture()).withLanes(document.get().lanes()),
                fresh.title(), fresh.remark(), Optional.empty()));
    }

    /** Opens a network of an input alone, to draw one's own, with the picture and the lanes that are there. */
    public void openNew() {
        Document present = document.get();
        Network empty = new Network("New network", List.of(
                new Node(NodeId.of("input"), "", "", new Layer.Input(FIRST_INPUT), List.of())));
        open(new Origin(Document.of(empty, present.picture(), SEED).withLanes(present.lanes()), empty.name(), "",
                Optional.empty()));
    }

    /** Opens a document; what was open before, and its history, is gone. */
    public void open(Origin fresh) {
        origin.set(fresh);
        running.forget();
        become(History.of(fresh.document(), fresh.file().isPresent()), Optional.empty());
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
        Map<NodeId, Place> places = new HashMap<>(document.get().places());
        places.putAll(moved);
        return comparison.get().placed(places);
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

    /**
     * Goes to another step of the history.
     *
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public void goTo(int step) {
        if (step != history.get().at()) {
            become(history.get().goneTo(step));
        }
    }

    /** Shows other lanes; that is no step of the history. */
    public void show(Shown lanes) {
        look(at -> at.withLanes(lanes.variants()));
    }

    public void choose(Picture chosen) {
        edit(new ChoosePicture(ChosenPicture.whole(chosen)));
    }

    /** Chooses the part of the picture that the network sees. */
    public void crop(CropBox box) {
        edit(new ChoosePicture(new ChosenPicture(picture.get().picture(), Optional.of(box))));
    }

    /** Reads a picture in the background; one that cannot be read leaves the old one and says why. */
    public void choose(Path file) {
        runner.submit(Slot.PICTURE, _ -> PictureFile.read(file), this::choose, this::fail);
    }

    /** Selects a node in every lane; one that no lane has is not selected. */
    public void select(NodeId id) {
        if (comparison.get().layout().boxes().containsKey(id)) {
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

    private void look(UnaryOperator<Document> change) {
        become(history.get().looking(change.apply(document.get())));
    }

    private void become(History next) {
        become(next, Optional.of(document.get()));
    }

    /** Makes a history's present what is open, and has done again what differs from before. */
    private void become(History next, Optional<Document> before) {
        Document now = next.now();
        boolean otherLanes = before.filter(each -> each.network() == now.network() && each.lanes().equals(now.lanes())
                && each.seed() == now.seed()).isEmpty();
        boolean otherPlaces = before.filter(each -> each.places().equals(now.places())).isEmpty();
        boolean otherPicture = before.filter(each -> each.picture() == now.picture()).isEmpty();
        NodeId lookedAt = selection.get();
        history.set(next);
        document.set(now);
        if (before.filter(each -> each.network() == now.network()).isEmpty()) {
            carrying.letGo();
        }
        picture.set(now.picture());
        boolean unknown = otherLanes || otherPicture;
        if (otherLanes) {
            compare(now, before.isEmpty());
        } else if (otherPlaces) {
            unknown |= !move(now);
        } else {
            follow(now, comparison.get());
        }
        shown.set(Shown.of(now.lanes()));
        if (unknown) {
            run();
        } else if (!selection.get().equals(lookedAt)) {
            running.inspect(looking());
        }
    }

    private void compare(Document now, boolean anew) {
        pointed.set(Optional.empty());
        running.stopLooking();
        Comparison lanes = Comparison.of(now.network(), now.places(), Shown.of(now.lanes()));
        if (anew) {
            selection.set(firstShown(now.network()));
            merge.set(selection.get());
        }
        follow(now, lanes);
        comparison.set(lanes);
    }

    private static NodeId firstShown(Network network) {
        return network.skipMerges().stream().findFirst().orElseGet(() -> network.nodes().getFirst()).id();
    }

    /** Nodes stand elsewhere; what was found in them stays, if it was found already. */
    private boolean move(Document now) {
        Comparison before = comparison.get();
        Comparison moved = before.placed(now.places());
        boolean found = running.moved(before, moved);
        follow(now, moved);
        comparison.set(moved);
        return found;
    }

    /** Shows the tensors of what is selected, of what was shown before, or of the first merge. */
    private void follow(Document now, Comparison lanes) {
        NodeId wanted = now.selection().shown().or(() -> Optional.of(selection.get()))
                .filter(lanes.layout().boxes()::containsKey).orElseGet(() -> firstShown(now.network()));
        boolean merges = now.network().find(wanted).filter(Node::mergesSkip).isPresent();
        if (merges || !now.network().has(merge.get())) {
            merge.set(merges ? wanted : firstShown(now.network()));
        }
        selection.set(wanted);
    }

    private void run() {
        if (comparison.get().drawn().inputShape().isPresent()) {
            running.run(comparison.get(), picture.get(), document.get().seed(), this::looking);
        } else {
            running.forget();
        }
    }

    private Optional<Running.Looking> looking() {
        return Optional.of(new Running.Looking(comparison.get(), selection.get(), merge.get()));
    }

    /** Says a sentence; an earlier one goes. */
    public void tell(Notice said) {
        notice.set(Optional.of(said));
    }

    private void fail(Throwable failure) {
        tell(new Notice(Notice.Kind.ERROR, switch (failure) {
            case UnreadablePicture _, RunTooLarge _ -> {
                LOG.info("Refused: {}", failure.getMessage());
                yield failure.getMessage();
            }
            default -> {
                LOG.error("Failed", failure);
                yield "Something went wrong that should not have; the log has the details. What you see is as it was.";
            }
        }));
    }

    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    /** The edge in the hand. */
    public Carrying carrying() {
        return carrying;
    }

    /** What was opened, and the file that it is saved to. */
    public ReadOnlyObjectProperty<Origin> origin() {
        return origin.getReadOnlyProperty();
    }

    /** What the window calls the network: its own name once a person gave it another. */
    public String title() {
        Origin first = origin.get();
        String name = history.get().now().network().name();
        return name.equals(first.document().network().name()) ? first.title() : name;
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
        return merge.getReadOnlyProperty();
    }

    /** The node whose tensors are shown. */
    public ReadOnlyObjectProperty<NodeId> selection() {
        return selection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Comparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /** What the last run found; of an earlier comparison while a new one runs. */
    public ReadOnlyObjectProperty<Optional<Results>> results() {
        return running.results.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Inspection>> inspection() {
        return running.inspection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
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
        running.close();
    }
}
