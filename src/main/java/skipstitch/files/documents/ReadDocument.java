package skipstitch.files.documents;

import java.util.List;
import skipstitch.document.Document;

/** What came of reading a file. */
public sealed interface ReadDocument {

    /** What was read. */
    Document document();

    /** What was wrong, a sentence or two each, with the place in the file; empty if all is there. */
    List<String> problems();

    /** All that the file says. */
    record Whole(Document document) implements ReadDocument {
        @Override
        public List<String> problems() {
            return List.of();
        }
    }

    /** What could be kept of a file that is damaged or says what nobody understands. */
    record Partly(Document document, List<String> problems) implements ReadDocument {
        public Partly {
            problems = List.copyOf(problems);
        }
    }
}
