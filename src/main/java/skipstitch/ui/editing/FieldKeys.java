package skipstitch.ui.editing;

import java.util.function.BooleanSupplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a field within a window whose edits can be undone: Esc leaves it, Ctrl+Z first takes back what is typed
 * and not taken yet, then edits.
 */
final class FieldKeys {
    private final BooleanSupplier pending;
    private final Runnable revert;
    private final EditActions actions;
    private final Runnable leave;

    /**
     * @param pending whether something is typed that was not taken
     * @param revert  takes that back
     * @param leave   puts the keyboard's focus elsewhere
     */
    FieldKeys(TextField field, BooleanSupplier pending, Runnable revert, EditActions actions, Runnable leave) {
        this.pending = pending;
        this.revert = revert;
        this.actions = actions;
        this.leave = leave;
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            revert.run();
            leave.run();
            event.consume();
        } else if (event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y)) {
            undo(event.getCode() == KeyCode.Y || event.isShiftDown());
            event.consume();
        }
    }

    private void undo(boolean again) {
        if (pending.getAsBoolean()) {
            revert.run();
        } else if (again) {
            actions.redo();
        } else {
            actions.undo();
        }
    }
}
