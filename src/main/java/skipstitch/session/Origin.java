package skipstitch.session;

import java.nio.file.Path;
import java.util.Optional;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.document.Picture;
import skipstitch.network.presets.Preset;

/**
 * What was opened, as it was then.
 *
 * @param document to begin with
 * @param title    as the window shows it
 * @param remark   one sentence: what to look at; may be empty
 * @param file     where it was read from and is saved to; empty for what was not saved yet
 */
public record Origin(Document document, String title, String remark, Optional<Path> file) {

    /** A preset, with the first picture that a window shows. */
    public static Origin of(Preset preset, Picture picture) {
        return new Origin(Document.of(preset.network(), ChosenPicture.whole(picture), Session.SEED), preset.title(),
                preset.remark(), Optional.empty());
    }

    /** The same, saved to a file. */
    Origin savedTo(Path where) {
        return new Origin(document, title, remark, Optional.of(where));
    }
}
