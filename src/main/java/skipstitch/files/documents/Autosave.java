package skipstitch.files.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import skipstitch.document.Document;
import skipstitch.files.AtomicFile;

/**
 * Keeps what is not saved yet of one window, so that a crash costs little. The file is a {@code .skip.json} named by
 * the process and the window; beside it stands the path of the file that it is a newer version of. What a process left
 * that no longer runs can be had back.
 *
 * <p>Call it on one thread, and not on the window's.
 */
public final class Autosave {
    private static final String FOLDER = "unsaved";
    private static final String ORIGINAL = ".original";

    private final DataFolder data;
    private final Owner owner = Owner.here();
    private boolean complained;

    /** For a new window. */
    public Autosave(DataFolder data) {
        this.data = data;
    }

    /**
     * What a process left behind.
     *
     * @param file     can be read by {@link SkipFile}
     * @param original the user's file that it is a newer version of, if it had one
     * @param time     when it was kept
     */
    public record Recovered(Path file, Optional<Path> original, Instant time) {}

    /**
     * Keeps a document, in place of the one before.
     *
     * @param original the user's file that it is a newer version of
     * @return where that is not possible a sentence for the person, the first time only
     */
    public Optional<String> keep(Document document, Optional<Path> original) {
        try {
            Path folder = data.make(FOLDER);
            // First, so that whoever finds the document finds whose it is.
            if (original.isPresent()) {
                byte[] path = original.get().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(folder.resolve(owner + ORIGINAL), out -> out.write(path));
            } else {
                Files.deleteIfExists(folder.resolve(owner + ORIGINAL));
            }
            SkipFile.write(folder.resolve(owner + SkipFile.ENDING), document);
            complained = false;
            return Optional.empty();
        } catch (IOException e) {
            boolean first = !complained;
            complained = true;
            return first ? Optional.of("What you make is not kept in case of a crash, since “" + data.path()
                    + "” cannot be written to: save often.") : Optional.empty();
        }
    }

    /** There is nothing unsaved any more: it was saved, or is not wanted. */
    public void forget() {
        discard(data.path().resolve(FOLDER).resolve(owner + SkipFile.ENDING));
    }

    /** What is there of processes that no longer run, the newest first. */
    public List<Recovered> leftBehind() {
        List<Recovered> found = new ArrayList<>();
        Path folder = data.path().resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SkipFile.ENDING)) {
                for (Path file : files) {
                    if (Owner.parse(stem(file)).filter(each -> !each.isRunning()).isPresent()) {
                        found.add(new Recovered(file, original(file), Files.getLastModifiedTime(file).toInstant()));
                    }
                }
            } catch (IOException | DirectoryIteratorException _) {
                // What cannot be listed cannot be offered.
            }
        }
        found.sort(Comparator.comparing(Recovered::time).reversed());
        return found;
    }

    /** Takes away what was left behind: it was had back, or is not wanted. */
    public void discard(Recovered recovered) {
        discard(recovered.file());
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(besides(file));
            try (DirectoryStream<Path> weights = Files.newDirectoryStream(file.getParent(),
                    stem(file) + ".*" + WeightsFile.ENDING)) {
                for (Path each : weights) {
                    Files.delete(each);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // It will be offered once more, which does no harm.
        }
    }

    private static Optional<Path> original(Path file) {
        try {
            return Optional.of(Path.of(Files.readString(besides(file))));
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Path besides(Path file) {
        return file.resolveSibling(stem(file) + ORIGINAL);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SkipFile.ENDING.length());
    }
}
