package skipstitch.files.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import skipstitch.files.AtomicFile;

/** The files that were opened or saved last, for all windows. Losing the list does no harm, so nothing here fails. */
public final class RecentFiles {
    private static final int MOST = 10;
    /** A line for each path; none of them can hold a line end and be listed. */
    private static final String LIST = "recent.txt";

    private final DataFolder data;

    public RecentFiles(DataFolder data) {
        this.data = data;
    }

    /** Those of them that are still there, the last one first; at most ten. */
    public List<Path> list() {
        return written().stream().filter(Files::isRegularFile).toList();
    }

    /** A file was opened or saved. */
    public void add(Path file) {
        Path path = file.toAbsolutePath().normalize();
        List<String> lines = Stream.concat(Stream.of(path), written().stream()).distinct().limit(MOST)
                .map(Path::toString).filter(line -> line.lines().count() == 1).toList();
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(data.make("").resolve(LIST), out -> out.write(bytes));
        } catch (IOException _) {
            // The list stays as it was.
        }
    }

    private List<Path> written() {
        Path list = data.path().resolve(LIST);
        List<Path> paths = new ArrayList<>();
        try (Stream<String> lines = Files.isRegularFile(list) ? Files.lines(list) : Stream.<String>empty()) {
            lines.limit(MOST).flatMap(line -> path(line).stream()).forEach(paths::add);
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
        return paths;
    }

    private static Optional<Path> path(String line) {
        try {
            return Optional.of(Path.of(line)).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
