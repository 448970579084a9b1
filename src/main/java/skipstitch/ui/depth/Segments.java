package skipstitch.ui.depth;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** One choice of several, as buttons in a row, of which exactly one is pressed. */
final class Segments<T> {
    private final SegmentedButton buttons = new SegmentedButton();

    /**
     * @param id      of all; each button's ends with its number, from 0
     * @param now     what is chosen, by whomever
     * @param chosen  told of what is chosen here
     */
    Segments(String id, List<T> choices, Function<T, String> title, Function<T, String> tooltip, ObservableValue<T> now,
             Consumer<T> chosen) {
        buttons.setId(id);
        buttons.getStyleClass().add("merge-switch");
        for (int i = 0; i < choices.size(); i++) {
            T choice = choices.get(i);
            ToggleButton button = new ToggleButton(title.apply(choice));
            button.setId(id + "-" + i);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(tooltip.apply(choice)));
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    chosen.accept(choice);
                }
            });
            button.setOnAction(_ -> button.setSelected(true));
            now.subscribe(value -> button.setSelected(choice.equals(value)));
            buttons.getButtons().add(button);
        }
    }

    SegmentedButton node() {
        return buttons;
    }
}
