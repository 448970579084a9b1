package skipstitch.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skipstitch.files.UnreadablePicture;
import skipstitch.files.documents.UnreadableDocument;

/** What is said to the person, one thing at a time. A question stays until it is answered, or another one is asked. */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    final ReadOnlyObjectWrapper<Optional<Notice>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Notice> waiting = Optional.empty();

    void tell(Notice said) {
        if (said.choices().isEmpty() && shown.get().filter(each -> !each.choices().isEmpty()).isPresent()) {
            waiting = Optional.of(said);
        } else {
            shown.set(Optional.of(said));
        }
    }

    void fail(Throwable failure) {
        tell(new Notice(Notice.Kind.ERROR, switch (failure) {
            case UnreadablePicture _, UnreadableDocument _ -> {
                LOG.info("Refused: {}", failure.getMessage());
                yield failure.getMessage();
            }
            default -> {
                LOG.error("Failed", failure);
                yield "Something went wrong that should not have; the log has the details. What you see is as it was.";
            }
        }));
    }

    /** Takes a notice away that is of no use any more. */
    void withdraw(Notice said) {
        if (shown.get().filter(said::equals).isPresent()) {
            dismiss();
        }
    }

    void dismiss() {
        Optional<Notice> next = waiting;
        waiting = Optional.empty();
        shown.set(next);
    }
}
