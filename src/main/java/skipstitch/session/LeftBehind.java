package skipstitch.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skipstitch.document.Document;
import skipstitch.files.documents.Autosave;
import skipstitch.files.documents.SkipFile;
import skipstitch.files.documents.UnreadableDocument;

/**
 * What a window kept that ended without saving.
 *
 * @param recovered where it is
 * @param document  what it is
 */
record LeftBehind(Autosave.Recovered recovered, Document document) {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    /** All that can be read, the newest first. */
    static List<LeftBehind> in(Autosave autosave) {
        List<LeftBehind> all = new ArrayList<>();
        for (Autosave.Recovered each : autosave.leftBehind()) {
            try {
                all.add(new LeftBehind(each, SkipFile.read(each.file()).document()));
            } catch (UnreadableDocument e) {
                LOG.warn("What was kept cannot be had back: {}", e.getMessage());
            }
        }
        return List.copyOf(all);
    }

    /** {@code Skipstitch ended without saving “residual-block”, 3 minutes ago.} */
    String sentence(Instant now) {
        String name = recovered.original().map(Path::getFileName).map(Path::toString)
                .orElse(document.network().name());
        return "Skipstitch ended without saving “" + name + "”, " + ago(Duration.between(recovered.time(), now)) + ".";
    }

    private static String ago(Duration since) {
        return since.toMinutes() < 1 ? "a moment ago"
                : since.toHours() < 1 ? count(since.toMinutes(), "minute")
                : since.toDays() < 1 ? count(since.toHours(), "hour") : count(since.toDays(), "day");
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s ago", number, what, number == 1 ? "" : "s");
    }
}
