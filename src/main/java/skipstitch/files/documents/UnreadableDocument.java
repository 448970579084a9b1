package skipstitch.files.documents;

/** A file of which nothing can be opened. The message is one sentence for the person who chose it. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableDocument(String message) {
        super(message);
    }
}
