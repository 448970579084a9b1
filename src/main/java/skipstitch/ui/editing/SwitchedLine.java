package skipstitch.ui.editing;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import skipstitch.network.Layer;

/** Yes or no. */
final class SwitchedLine extends SheetLine {
    private final CheckBox box = new CheckBox();
    private Setting.Switched setting;

    SwitchedLine(Setting.Switched first, Consumer<Layer> take) {
        super(first.name(), first.hint());
        setting = first;
        box.setId(id("setting", first.name()));
        box.setAccessibleText(first.name());
        box.setTooltip(new Tooltip(first.hint()));
        box.setSelected(first.on());
        box.setOnAction(_ -> take.accept(setting.with().apply(box.isSelected())));
    }

    @Override
    void show(Setting now) {
        setting = (Setting.Switched) now;
        box.setSelected(setting.on());
    }

    @Override
    public Node getEditor() {
        return box;
    }
}
