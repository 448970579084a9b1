package skipstitch.ui;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session;

/** What the network is called, with a mark while there is unsaved work, and others to open. */
final class NetworkMenu extends MenuButton {
    private final Session session;
    private final Tooltip tooltip = new Tooltip();

    NetworkMenu(Session session, Runnable rename) {
        this.session = session;
        setId("presets");
        setTooltip(tooltip);
        ToggleGroup group = new ToggleGroup();
        for (Preset preset : Presets.all()) {
            RadioMenuItem item = new RadioMenuItem(preset.title());
            item.setId("preset-" + preset.name());
            item.setToggleGroup(group);
            item.setOnAction(_ -> session.open(preset));
            getItems().add(item);
            session.opened().subscribe(open -> item.setSelected(open.title().equals(preset.title())));
        }
        getItems().addAll(new SeparatorMenuItem(), item("new-network", "New", session::openNew),
                item("rename-network", "Rename…", rename));
        session.opened().subscribe(_ -> name());
        session.history().subscribe(_ -> name());
    }

    private static MenuItem item(String id, String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void name() {
        boolean unsaved = session.history().get().hasUnsavedWork();
        String name = session.title();
        setText(unsaved ? name + " •" : name);
        setAccessibleText("Network " + name + (unsaved ? ", not saved" : ""));
        String remark = session.opened().get().remark();
        tooltip.setText(!unsaved ? remark : remark.isEmpty() ? "Not saved yet"
                : remark + "\nYour changes are not saved yet.");
    }
}
