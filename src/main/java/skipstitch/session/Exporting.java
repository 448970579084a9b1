package skipstitch.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skipstitch.files.AtomicFile;
import skipstitch.files.Extract;
import skipstitch.files.ExtractFile;
import skipstitch.files.ExtractFile.Format;
import skipstitch.files.ExtractPicture;
import skipstitch.files.ExtractText;
import skipstitch.session.Notice.Choice;
import skipstitch.session.Runner.Slot;
import skipstitch.tensor.ColourScale;

/** Tensors and maps on their way to files and the clipboard, in the background. Used on the window's thread. */
public final class Exporting {
    /** More numbers as text than this make other programs stand still when they are pasted. */
    public static final int MOST_AS_TEXT = 2_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Exporting.class);

    private final Session session;
    private final Runner runner;
    private final FileChoice choice;

    Exporting(Session session, Runner runner, FileChoice choice) {
        this.session = session;
        this.runner = runner;
        this.choice = choice;
    }

    /**
     * Saves to a file that the person names.
     *
     * @param name  that is at hand, without an ending
     * @param scale the colours of a picture
     */
    public void save(Extract extract, Format format, ColourScale scale, String name) {
        save(name, format.ending(), file -> ExtractFile.write(file, extract, format, scale));
    }

    /**
     * Saves a table to a file that the person names.
     *
     * @param csv  its lines
     * @param name that is at hand, without an ending
     */
    public void saveTable(String csv, String name) {
        save(name, Format.CSV.ending(), file -> AtomicFile.write(file, out ->
                out.write(csv.getBytes(StandardCharsets.UTF_8))));
    }

    /** Writes a file whole or not at all. */
    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void save(String name, String ending, Writing writing) {
        choice.placeForNumbers(name + ending).ifPresent(place -> {
            boolean complete = place.toString().endsWith(ending);
            write(complete ? place : place.resolveSibling(place.getFileName() + ending), complete, writing);
        });
    }

    /** @param replace whether a file that is there may go */
    private void write(Path file, boolean replace, Writing writing) {
        // In its turn, for a network that is being saved must not be superseded.
        runner.queue(Slot.SAVE, _ -> {
            if (!replace && Files.exists(file)) {
                return false;
            }
            writing.to(file);
            return true;
        }, written -> session.tell(written ? new Notice(Notice.Kind.INFO, "Saved “" + file.getFileName() + "”.")
                : Notice.asking("There is a “" + file.getFileName() + "” already.",
                        new Choice("Replace it", () -> write(file, true, writing)))),
                failure -> notSaved(file, failure));
    }

    private void notSaved(Path file, Throwable failure) {
        if (failure instanceof IOException refused) {
            LOG.info("Not saved: {}", refused.toString());
            session.tell(new Notice(Notice.Kind.ERROR,
                    "“" + file.getFileName() + "” was not saved: " + SaveFailure.reason(refused) + "."));
        } else {
            session.fail(failure);
        }
    }

    /** Writes numbers with tabs between, as spreadsheets take them in; says why where they are too many. */
    public void text(Extract extract, Consumer<String> done) {
        if (extract.size() > MOST_AS_TEXT) {
            session.tell(new Notice(Notice.Kind.INFO, String.format(Locale.ROOT,
                    "%,d numbers are too many for the clipboard: save them as .npy or .csv instead.", extract.size())));
            return;
        }
        runner.queue(Slot.LOOK, _ -> {
            StringBuilder text = new StringBuilder();
            ExtractText.write(extract, '\t', text);
            return text.toString();
        }, done, session::fail);
    }

    /** Paints maps to be pasted elsewhere. */
    public void picture(Extract extract, ColourScale scale, Consumer<ExtractPicture> done) {
        runner.queue(Slot.LOOK, _ -> ExtractPicture.of(extract, scale), done, session::fail);
    }
}
