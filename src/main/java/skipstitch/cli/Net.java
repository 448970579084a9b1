package skipstitch.cli;

import java.util.List;
import skipstitch.document.Document;
import skipstitch.files.documents.SkipFile;
import skipstitch.network.Network;
import skipstitch.network.Shape;
import skipstitch.session.Origin;

/**
 * The network that a command is about.
 *
 * @param name     a preset's or a file's, as it can be typed again
 * @param origin   what that is
 * @param problems what was wrong with the file; empty if all of it could be read
 * @param beside   what stands beside, as it was typed
 */
record Net(String name, Origin origin, List<String> problems, List<String> beside) {

    /** With nothing beside that was typed. */
    Net(String name, Origin origin, List<String> problems) {
        this(name, origin, problems, List.of());
    }

    /** With another document of the same origin. */
    Net with(Document document) {
        return with(document, beside);
    }

    Net with(Document document, List<String> others) {
        return new Net(name, new Origin(document, origin.title(), origin.remark(), origin.file(), origin.preset()),
                problems, List.copyOf(others));
    }

    Network network() {
        return origin.document().network();
    }

    /** The same network for a picture of another shape. */
    Net withInput(Shape shape) {
        Document document = origin.document();
        return with(document.withNetwork(document.network().withInputShape(shape), document.made()));
    }

    boolean isFile() {
        return NetArgument.isFile(name);
    }

    /** The name for another file made of it: without folders and ending. */
    String stem() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.replaceFirst("(" + SkipFile.ENDING.replace(".", "\\.") + "|\\.json|\\.onnx)$", "");
    }
}
