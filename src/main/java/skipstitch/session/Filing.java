package skipstitch.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skipstitch.document.Document;
import skipstitch.files.documents.SkipFile;
import skipstitch.network.presets.Preset;
import skipstitch.session.Notice.Choice;
import skipstitch.session.Runner.Slot;

/**
 * Files of networks: opens and saves them in the background, asks before unsaved work would be lost, and offers what a
 * crash left behind. Used on the window's thread.
 */
public final class Filing {
    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

    private final Session session;
    private final Runner runner;
    private final FileChoice choice;
    private final ModelExport models;
    private final Optional<Keeper> keeper;
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private boolean saving;
    private Optional<Runnable> afterSaving = Optional.empty();

    /** @param keeping where this window leaves traces; empty for one that leaves none */
    Filing(Session session, Runner runner, Running running, FileChoice choice, Optional<Keeping> keeping) {
        this.session = session;
        this.runner = runner;
        this.choice = choice;
        models = new ModelExport(session, runner, running, choice);
        keeper = keeping.map(terms -> new Keeper(session, runner, terms, recent));
        keeper.ifPresent(each -> each.findLeftBehind(this::offer));
    }

    /** Saves to the file that it came from, or to one that the person names. */
    public void save() {
        session.origin().get().file().ifPresentOrElse(file -> write(file, true), this::saveAs);
    }

    /** Saves to a file that the person names. */
    public void saveAs() {
        Optional<Path> place = choice.placeToSave(stem(session.document().get().network().name()) + SkipFile.ENDING,
                session.origin().get().file());
        place.ifPresentOrElse(this::saveTo, () -> afterSaving = Optional.empty());
    }

    /**
     * Saves to a file, from then on this network's.
     *
     * @param place gets the ending {@code .skip.json} if it has it not; if another file has that name, one is asked
     */
    public void saveTo(Path place) {
        String name = place.getFileName() == null ? "" : place.getFileName().toString();
        boolean complete = name.endsWith(SkipFile.ENDING);
        write(complete ? place : place.resolveSibling(stem(name) + SkipFile.ENDING), complete);
    }

    /** Exports the first of the lanes that are shown as an ONNX model, to a file that the person names. */
    public void export() {
        models.export(ModelExport.Form.MODEL, stem(session.document().get().network().name()));
    }

    /** The same as a PyTorch module. */
    public void exportCode() {
        models.export(ModelExport.Form.MODULE, stem(session.document().get().network().name()));
    }

    /** A name for a file, of one for a person. */
    static String stem(String name) {
        String safe = name.replaceFirst("(\\.skip)?\\.json$", "").replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip();
        return safe.isEmpty() ? "network" : safe;
    }

    /** @param replace whether a file that is there may go */
    private void write(Path file, boolean replace) {
        Origin origin = session.origin().get();
        Document document = session.document().get();
        saving = true;
        runner.submit(Slot.SAVE, _ -> {
            if (!replace && Files.exists(file)) {
                return false;
            }
            SkipFile.write(file, document);
            return true;
        }, written -> {
            saving = false;
            if (written) {
                LOG.info("Saved {}", file);
                session.saved(origin, document, file);
                goOn();
            } else {
                askToReplace(file);
            }
        }, failure -> {
            saving = false;
            afterSaving = Optional.empty();
            notSaved(file, failure);
        });
    }

    /** What was to follow follows only if the question is answered. */
    private void askToReplace(Path file) {
        Optional<Runnable> next = afterSaving;
        afterSaving = Optional.empty();
        session.tell(Notice.asking("There is a “" + file.getFileName() + "” already.", new Choice("Replace it", () -> {
            afterSaving = next;
            write(file, true);
        }), new Choice("Save as…", () -> {
            afterSaving = next;
            saveAs();
        })));
    }

    private void goOn() {
        Optional<Runnable> next = afterSaving;
        afterSaving = Optional.empty();
        next.ifPresent(Runnable::run);
    }

    private void notSaved(Path file, Throwable failure) {
        if (failure instanceof IOException refused) {
            LOG.info("Not saved: {}", refused.toString());
            session.tell(new Notice(Notice.Kind.ERROR, "“" + file.getFileName() + "” was not saved: "
                    + SaveFailure.reason(refused) + ". Your work is still here.",
                    List.of(new Choice("Save as…", this::saveAs))));
        } else {
            session.fail(failure);
        }
    }

    /** Opens a file that the person names. */
    public void open() {
        choice.network().ifPresent(this::take);
    }

    /** Puts the network of a file that the person names beside the one that is edited. */
    public void putBeside() {
        choice.network().ifPresent(file -> runner.submit(Slot.OPEN, _ -> NetworkFile.read(file), read -> {
            session.neighbours().put(read.document().network());
            String name = file.getFileName().toString();
            if (!read.problems().isEmpty()) {
                session.tell(Notice.readPartly(name, read.problems()));
            } else if (!read.document().given().isNone()) {
                session.tell(new Notice(Notice.Kind.INFO, "“" + name
                        + "” stands beside with random weights: those that it came with are used where it is opened by itself."));
            }
        }, session::fail));
    }

    /** Opens a picture that the person names, for the network that is there. */
    public void openPicture() {
        choice.picture().ifPresent(this::take);
    }

    /** Opens a file of either kind: a network by its ending, anything else as a picture. */
    public void take(Path file) {
        if (NetworkFile.isNamed(file.toString())) {
            open(file);
        } else {
            session.picturing().choose(file);
        }
    }

    /** Opens a network's file. Where it cannot be read, or not wholly, what is open stays and the person is told. */
    public void open(Path file) {
        runner.submit(Slot.OPEN, _ -> NetworkFile.read(file), read -> opened(file, read), session::fail);
    }

    private void opened(Path file, NetworkFile read) {
        if (read.problems().isEmpty()) {
            leaving(() -> show(file, read));
        } else {
            String name = file.getFileName().toString();
            Choice go = new Choice(read.isModel() ? "Open the rest" : "Open what can be kept",
                    () -> leaving(() -> show(file, read)));
            session.tell(read.isModel() ? Notice.drawnPartly(name, read.problems(), go)
                    : Notice.readPartly(name, read.problems(), go));
        }
    }

    /** A model has no picture and no lanes: those that are there stay. */
    private void show(Path file, NetworkFile read) {
        if (!read.isModel()) {
            session.open(read.origin());
            return;
        }
        session.open(read.origin().lookingLike(session.document().get()));
        keeper.ifPresent(each -> each.remember(file));
        session.tell(new Notice(Notice.Kind.INFO, String.join(" ", read.remarks())));
    }

    /** Opens a preset, with the picture and the lanes that are there. */
    public void open(Preset preset) {
        leaving(() -> session.open(preset));
    }

    /** Opens a network of an input alone. */
    public void newNetwork() {
        leaving(session::openNew);
    }

    /** Goes on to where what is open is left: at once, or when its unsaved work was saved or given up. */
    public void leaving(Runnable goOn) {
        if (saving) {
            afterSaving = Optional.of(() -> leaving(goOn));
        } else if (session.history().get().hasUnsavedWork()) {
            session.tell(Notice.asking("“" + session.title() + "” is not saved: what you made would be lost.",
                    new Choice("Save", () -> {
                        afterSaving = Optional.of(() -> leaving(goOn));
                        save();
                    }), new Choice("Don't save", goOn)));
        } else {
            goOn.run();
        }
    }

    private void offer(List<LeftBehind> left) {
        LeftBehind newest = left.getFirst();
        List<LeftBehind> others = left.subList(1, left.size());
        session.tell(Notice.asking(newest.sentence(Instant.now()),
                new Choice("Open it", () -> leaving(() -> {
                    session.open(Origin.of(newest.document(), newest.recovered().original()), false);
                    keeper.orElseThrow().adopt(newest);
                })),
                new Choice("Forget it", () -> {
                    keeper.orElseThrow().discard(newest);
                    if (!others.isEmpty()) {
                        offer(others);
                    }
                })));
    }

    /** The files that were opened or saved last, the last one first. */
    public ReadOnlyObjectProperty<List<Path>> recent() {
        return recent.getReadOnlyProperty();
    }

    /** The window goes. */
    void close() {
        keeper.ifPresent(Keeper::close);
    }
}
