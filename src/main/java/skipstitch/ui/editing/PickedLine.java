package skipstitch.ui.editing;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import skipstitch.network.Layer;

/** One of a few words. */
final class PickedLine extends SheetLine {
    private final ChoiceBox<String> box = new ChoiceBox<>();
    private Setting.Picked setting;

    PickedLine(Setting.Picked first, Consumer<Layer> take) {
        super(first.name(), "");
        setting = first;
        box.setId(id("setting", first.name()));
        box.setAccessibleText(first.name());
        box.getItems().setAll(first.options());
        box.setValue(first.picked());
        box.valueProperty().subscribe(now -> {
            if (!now.equals(setting.picked())) {
                take.accept(setting.with().apply(now));
            }
        });
    }

    @Override
    void show(Setting now) {
        setting = (Setting.Picked) now;
        box.setValue(setting.picked());
    }

    @Override
    public Node getEditor() {
        return box;
    }
}
