package skipstitch.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Where the details of failures go, since people are spared them. */
final class LogFile {
    private static final long MOST_BYTES = 1_000_000;
    /** Says on every start that the class path is used, which is meant. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static Optional<Path> path = Optional.empty();

    private LogFile() {}

    /** Takes all logging from the console into a file; without a file that can be written there is none. */
    static void start() {
        LogManager.getLogManager().reset();
        JAVAFX.setLevel(Level.SEVERE);
        path = folders().stream().flatMap(folder -> open(folder).stream()).findFirst();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> Logger.getLogger(LogFile.class.getName())
                .log(Level.SEVERE, failure, () -> "Uncaught in " + thread.getName()));
    }

    static Optional<Path> path() {
        return path;
    }

    private static Optional<Path> open(Path folder) {
        Path file = folder.resolve("skipstitch.log");
        try {
            Files.createDirectories(folder);
            boolean full = Files.exists(file) && Files.size(file) > MOST_BYTES;
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    full ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
            Logger.getLogger("").addHandler(new StreamHandler(out, new SimpleFormatter()) {
                @Override
                public synchronized void publish(LogRecord entry) {
                    super.publish(entry);
                    flush();
                }
            });
            return Optional.of(file);
        } catch (IOException | SecurityException _) {
            return Optional.empty();
        }
    }

    /** The platform's place for such files, then the one for temporary files. */
    private static List<Path> folders() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        Path usual = system.startsWith("windows")
                ? environment("LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve("Skipstitch")
                : system.startsWith("mac") ? home.resolve("Library/Logs/Skipstitch")
                : environment("XDG_STATE_HOME").orElse(home.resolve(".local/state")).resolve("skipstitch");
        return List.of(usual, Path.of(System.getProperty("java.io.tmpdir"),
                "skipstitch-" + System.getProperty("user.name")));
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty()).map(Path::of);
    }
}
