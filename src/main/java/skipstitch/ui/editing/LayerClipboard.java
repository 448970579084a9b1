package skipstitch.ui.editing;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import skipstitch.document.Fragment;
import skipstitch.network.Node;

/**
 * Layers on the clipboard. The system's holds a mark of them (and their names, for other programs), so that whatever
 * is copied last, layers or a picture, is what gets pasted.
 */
final class LayerClipboard {
    private static final DataFormat MARK = new DataFormat("application/x-skipstitch-layers");

    private Fragment held = Fragment.EMPTY;
    private String mark = "";

    void put(Fragment fragment) {
        held = fragment;
        mark = UUID.randomUUID().toString();
        ClipboardContent content = new ClipboardContent();
        content.put(MARK, mark);
        content.putString(fragment.nodes().stream().map(Node::label).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Empty if something else was copied since. */
    Optional<Fragment> get(Clipboard system) {
        return system.hasContent(MARK) && mark.equals(system.getContent(MARK)) ? Optional.of(held) : Optional.empty();
    }
}
