package skipstitch.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skipstitch.document.ChosenPicture;
import skipstitch.engine.RunTooLarge;
import skipstitch.explain.Inspection;
import skipstitch.explain.Inspector;
import skipstitch.document.CropBox;
import skipstitch.document.Picture;
import skipstitch.files.PictureFile;
import skipstitch.files.UnreadablePicture;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Preset;
import skipstitch.session.Runner.Slot;

/**
 * What is open, shown and selected. Choices go in by methods, on the window's thread; what follows from them
 * at once (shapes, costs) is published at once, what has to be run is published when it is there.
 */
public final class Session implements AutoCloseable {
    /** Of untrained weights, everywhere. */
    public static final long SEED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Runner runner;
    private final LaneRuns runs;

    private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.BOTH);
    private final ReadOnlyObjectWrapper<ChosenPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<NodeId> merge = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<NodeId> selection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Results>> results = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Inspection>> inspection = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.STARTING);
    private final ReadOnlyObjectWrapper<String> engineName = new ReadOnlyObjectWrapper<>("");
    private final ObjectProperty<Optional<Spot>> pointed = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty ownScales = new SimpleBooleanProperty(false);

    /** What the engine is doing. */
    public enum Status { STARTING, RUNNING, IDLE, FAILED }

    /** @param engineStart called once, in the background */
    public Session(Runner runner, Supplier<EngineStart> engineStart, Preset first, Picture firstPicture) {
        this.runner = runner;
        this.runs = new LaneRuns(engineStart);
        picture.set(ChosenPicture.whole(firstPicture));
        open(first);
    }

    /** Opens a network, with its first merge selected. */
    public void open(Preset chosen) {
        preset.set(chosen);
        Network network = chosen.network();
        merge.set(network.skipMerges().stream().findFirst()
                .map(Node::id).orElseGet(() -> network.nodes().getFirst().id()));
        selection.set(merge.get());
        inspection.set(Optional.empty());
        compare();
    }

    public void show(Shown lanes) {
        if (lanes != shown.get()) {
            shown.set(lanes);
            compare();
        }
    }

    public void choose(Picture chosen) {
        picture.set(ChosenPicture.whole(chosen));
        run();
    }

    /** Chooses the part of the picture that the network sees. */
    public void crop(CropBox box) {
        picture.set(new ChosenPicture(picture.get().picture(), Optional.of(box)));
        run();
    }

    /** Reads a picture in the background; one that cannot be read leaves the old one and says why. */
    public void choose(Path file) {
        runner.submit(Slot.FILE, _ -> PictureFile.read(file), this::choose, this::fail);
    }

    /** Selects a node in every lane. */
    public void select(NodeId id) {
        if (!id.equals(selection.get()) && comparison.get().layout().places().containsKey(id)) {
            preset.get().network().find(id).filter(Node::mergesSkip).ifPresent(_ -> merge.set(id));
            selection.set(id);
            inspect();
        }
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

    private void compare() {
        pointed.set(Optional.empty());
        runner.cancel(Slot.EXPLAIN);
        comparison.set(Comparison.of(preset.get().network(), shown.get()));
        run();
    }

    private void run() {
        Comparison lanes = comparison.get();
        ChosenPicture chosen = picture.get();
        status.set(runs.started().isEmpty() ? Status.STARTING : Status.RUNNING);
        runner.submit(Slot.RUN, ticket -> runs.run(lanes, chosen, (_, _) -> !ticket.isCancelled()), this::publish, failure -> {
            nameEngine();
            status.set(Status.FAILED);
            fail(failure);
        });
    }

    private void publish(Results fresh) {
        nameEngine();
        Optional<Results> before = results.get();
        results.set(Optional.of(fresh));
        status.set(Status.IDLE);
        // Supersedes what still looks into the results before, which may then go.
        inspect();
        before.ifPresent(runner::dispose);
    }

    /** Says which engine computes, and why if it is not the wanted one, as soon as that is known. */
    private void nameEngine() {
        runs.started().filter(_ -> engineName.get().isEmpty()).ifPresent(started -> {
            engineName.set(started.engine().name());
            started.notice().ifPresent(this::tell);
        });
    }

    private void inspect() {
        NodeId id = selection.get();
        NodeId coloured = merge.get();
        results.get().filter(found -> found.comparison() == comparison.get()).ifPresent(found ->
                runner.submit(Slot.EXPLAIN,
                        _ -> Inspector.inspect(found.comparison().drawn(), found.lanes(), id, coloured), fresh -> {
                            pointed.set(Optional.empty());
                            inspection.set(fresh);
                        }, this::fail));
    }

    public ReadOnlyObjectProperty<Preset> preset() {
        return preset.getReadOnlyProperty();
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

    public ReadOnlyObjectProperty<NodeId> selection() {
        return selection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Comparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /** What the last run found; of an earlier comparison while a new one runs. */
    public ReadOnlyObjectProperty<Optional<Results>> results() {
        return results.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Inspection>> inspection() {
        return inspection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Status> status() {
        return status.getReadOnlyProperty();
    }

    /** Empty until the engine has started. */
    public ReadOnlyObjectProperty<String> engineName() {
        return engineName.getReadOnlyProperty();
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
        results.get().ifPresent(runner::dispose);
        runner.dispose(runs);
        runner.close();
    }
}
