package skipstitch.ui.editing;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;

/** A line of the property sheet together with what one edits it by. */
abstract class SheetLine implements PropertySheet.Item, PropertyEditor<Object> {
    private final String name;
    private final String hint;

    SheetLine(String name, String hint) {
        this.name = name;
        this.hint = hint;
    }

    /** Makes an id of a setting's name: {@code setting-ceil-mode}. */
    static String id(String kind, String name) {
        return kind + "-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Shows the setting as it is now. */
    abstract void show(Setting setting);

    @Override
    public abstract Node getEditor();

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return hint;
    }

    @Override
    public String getCategory() {
        return "";
    }

    @Override
    public Class<?> getType() {
        return Object.class;
    }

    @Override
    public Object getValue() {
        return name;
    }

    /** The sheet sets what it has read; the line knows already. */
    @Override
    public void setValue(Object value) {
        // Nothing to do.
    }

    @Override
    public Optional<ObservableValue<?>> getObservableValue() {
        return Optional.empty();
    }
}
