package skipstitch.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.controlsfx.control.SegmentedButton;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session;
import skipstitch.session.Shown;

/** Network, picture, merge switch; then how the window looks. */
final class TopBar extends HBox {
    private final Session session;

    TopBar(Session session, ObservableValue<Theme> theme, Runnable fit, Runnable switchTheme) {
        this.session = session;
        getStyleClass().add("top-bar");
        Label name = new Label("Skipstitch");
        name.getStyleClass().add("app-name");
        Label merge = new Label("Merge");
        merge.getStyleClass().add("bar-label");
        getChildren().addAll(name, presets(), new PictureButton(session, theme), spacer(), merge, mergeSwitch(), spacer(),
                button("fit", "Fit", "Show the lanes as large as they fit (Ctrl+0)", fit), themeButton(theme, switchTheme));
    }

    private MenuButton presets() {
        MenuButton menu = new MenuButton();
        menu.setId("presets");
        menu.setAccessibleText("Network");
        ToggleGroup group = new ToggleGroup();
        for (Preset preset : Presets.all()) {
            RadioMenuItem item = new RadioMenuItem(preset.title());
            item.setId("preset-" + preset.name());
            item.setToggleGroup(group);
            item.setOnAction(_ -> session.open(preset));
            menu.getItems().add(item);
            session.opened().subscribe(open -> item.setSelected(open.title().equals(preset.title())));
        }
        Tooltip tooltip = new Tooltip();
        menu.setTooltip(tooltip);
        session.opened().subscribe(open -> {
            menu.setText(open.title());
            tooltip.setText(open.remark());
        });
        return menu;
    }

    private SegmentedButton mergeSwitch() {
        Map<Shown, ToggleButton> buttons = new EnumMap<>(Shown.class);
        SegmentedButton segments = new SegmentedButton();
        segments.getStyleClass().add("merge-switch");
        for (Shown shown : Shown.values()) {
            ToggleButton button = new ToggleButton(shown == Shown.ADD ? "+ Add" : shown.title());
            button.setId("show-" + shown.name().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(words(shown)));
            if (shown == Shown.CONCAT) {
                button.setGraphic(bars());
            }
            // Arrow keys select another segment without an action; a click on the selected one must not deselect it.
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    session.show(shown);
                }
            });
            button.setOnAction(_ -> button.setSelected(true));
            buttons.put(shown, button);
            segments.getButtons().add(button);
        }
        session.shown().subscribe(shown -> buttons.get(shown).setSelected(true));
        return segments;
    }

    private static String words(Shown shown) {
        return switch (shown) {
            case ADD -> "Add the skip to the main branch (A)";
            case CONCAT -> "Concatenate the skip and the main branch (C)";
            case BOTH -> "Both lanes, one above the other (V)";
            case NO_SKIP -> "Take the skip away (N)";
        };
    }

    private static Node bars() {
        Rectangle upper = new Rectangle(0, 0, 12, 4);
        Rectangle lower = new Rectangle(0, 6, 12, 4);
        Group bars = new Group(upper, lower);
        upper.getStyleClass().add("switch-bar");
        lower.getStyleClass().addAll("switch-bar", "hollow");
        return bars;
    }

    private static Button themeButton(ObservableValue<Theme> theme, Runnable switchTheme) {
        Button button = button("theme", "", "Switch between light and dark (Ctrl+D)", switchTheme);
        theme.subscribe(now -> button.setText(now == Theme.DARK ? "Light" : "Dark"));
        return button;
    }

    private static Button button(String id, String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
