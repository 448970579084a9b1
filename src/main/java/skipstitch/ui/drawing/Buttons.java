package skipstitch.ui.drawing;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Buttons that can be found, keep their words whole, say what they do, and are read aloud. */
public final class Buttons {
    private Buttons() {}

    /** @param tooltip what it does, and its key; read aloud as well */
    public static Button named(String id, String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
