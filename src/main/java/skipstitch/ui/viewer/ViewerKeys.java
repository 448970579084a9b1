package skipstitch.ui.viewer;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The viewer's keys. Arrows select channels, with Ctrl they move the place within one; what would change the network
 * behind is kept away from it, and Tab stays inside.
 */
final class ViewerKeys {
    /** Which lanes are shown, the whole screen, and the next control. */
    private static final Set<KeyCode> PASSED_ON =
            Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.N, KeyCode.I, KeyCode.F11, KeyCode.TAB);
    private static final Set<KeyCode> CHANGING_WITH_CONTROL =
            Set.of(KeyCode.A, KeyCode.X, KeyCode.V, KeyCode.D, KeyCode.F, KeyCode.BACK_SPACE);

    private final TensorViewer viewer;
    private final SheetView sheet;
    private final Gaze gaze;
    private final Outlets outlets;
    private final Runnable close;

    ViewerKeys(TensorViewer viewer, SheetView sheet, Gaze gaze, Outlets outlets, Runnable close) {
        this.viewer = viewer;
        this.sheet = sheet;
        this.gaze = gaze;
        this.outlets = outlets;
        this.close = close;
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, this::inSheet);
        viewer.addEventHandler(KeyEvent.KEY_PRESSED, this::anywhere);
        // Controls follow this key themselves.
        viewer.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && wrap(event.isShiftDown())) {
                event.consume();
            }
        });
    }

    private void inSheet(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        boolean done = true;
        switch (event.getCode()) {
            case RIGHT -> sheet.step(1, 0);
            case LEFT -> sheet.step(-1, 0);
            case DOWN -> sheet.step(0, 1);
            case UP -> sheet.step(0, -1);
            case HOME -> sheet.selectFirst();
            case END -> sheet.selectLast();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void anywhere(KeyEvent event) {
        boolean done = event.isShortcutDown() ? withControl(event) : !event.isAltDown() && plain(event);
        if (done) {
            event.consume();
        }
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE, W -> close.run();
            case PAGE_DOWN -> sheet.page(1);
            case PAGE_UP -> sheet.page(-1);
            case PLUS, EQUALS, ADD -> sheet.zoom(1);
            case MINUS, SUBTRACT -> sheet.zoom(-1);
            case DIGIT0, NUMPAD0 -> sheet.fit();
            case X -> gaze.nextBeside();
            // Of the window behind, only which lanes are shown may change.
            default -> {
                return !PASSED_ON.contains(event.getCode()) && !event.getCode().isModifierKey();
            }
        }
        return true;
    }

    private boolean withControl(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> gaze.move(0, 1);
            case LEFT -> gaze.move(0, -1);
            case DOWN -> gaze.move(1, 0);
            case UP -> gaze.move(-1, 0);
            case PLUS, EQUALS, ADD -> sheet.zoom(1);
            case MINUS, SUBTRACT -> sheet.zoom(-1);
            case DIGIT0, NUMPAD0 -> sheet.fit();
            case C -> {
                if (event.isShiftDown()) {
                    outlets.copyMap();
                } else {
                    outlets.copyValue();
                }
            }
            default -> {
                return !event.isShiftDown() && CHANGING_WITH_CONTROL.contains(event.getCode());
            }
        }
        return true;
    }

    /** From the last control to the first one, and back. */
    private boolean wrap(boolean back) {
        List<Node> stops = stops(viewer).toList();
        Node focused = viewer.getScene().getFocusOwner();
        if (stops.isEmpty() || focused != (back ? stops.getFirst() : stops.getLast())) {
            return false;
        }
        (back ? stops.getLast() : stops.getFirst()).requestFocus();
        return true;
    }

    private static Stream<Node> stops(Node from) {
        if (!from.isVisible() || from.isDisabled()) {
            return Stream.empty();
        }
        return from.isFocusTraversable() ? Stream.of(from)
                : from instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(ViewerKeys::stops)
                : Stream.empty();
    }
}
