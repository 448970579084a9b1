package skipstitch.session;

import java.time.Duration;
import skipstitch.files.documents.DataFolder;

/**
 * Where and how often a window keeps what is not saved, in case of a crash.
 *
 * @param data also holds the recent files, and marks of the open ones
 * @param idle so long after the last edit
 * @param most and at the latest so long after the first one, while edits follow each other
 */
public record Keeping(DataFolder data, Duration idle, Duration most) {

    /** As the app does it. */
    public static Keeping ofUser() {
        return new Keeping(DataFolder.ofUser(), Duration.ofSeconds(2), Duration.ofSeconds(10));
    }
}
