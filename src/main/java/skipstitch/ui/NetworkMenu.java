package skipstitch.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import skipstitch.network.presets.MenuGroup;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Filing;
import skipstitch.session.Session;

/** What the network is called, with a mark while there is unsaved work; its file, and others to open. */
final class NetworkMenu extends MenuButton {
    /** Longer names end in dots, so that the bar fits the narrowest window. */
    private static final double WIDEST = 240;

    private final Session session;
    private final Filing filing;
    private final Tooltip tooltip = new Tooltip();
    private final Menu recent = new Menu("Open recent");

    NetworkMenu(Session session, Runnable rename) {
        this.session = session;
        this.filing = session.filing();
        setId("presets");
        setMaxWidth(WIDEST);
        // An underscore in a name is one.
        setMnemonicParsing(false);
        setTooltip(tooltip);
        recent.setId("recent-files");
        getItems().addAll(item("new-network", "New", "Shortcut+N", filing::newNetwork),
                item("open-network", "Open…", "Shortcut+O", filing::open), recent, new BesideMenu(session),
                new SeparatorMenuItem(), item("save", "Save", "Shortcut+S", filing::save),
                item("save-as", "Save as…", "Shortcut+Shift+S", filing::saveAs),
                item("export-network", "Export as ONNX…", filing::export),
                item("export-code", "Export as PyTorch…", filing::exportCode),
                item("rename-network", "Rename…", rename), new SeparatorMenuItem());
        ToggleGroup group = new ToggleGroup();
        Presets.all().forEach(preset -> getItems().add(item(preset, group)));
        getItems().add(new SeparatorMenuItem());
        Stream.of(MenuGroup.values()).forEach(each -> getItems().add(published(each, group)));
        filing.recent().subscribe(this::list);
        session.origin().subscribe(_ -> name());
        session.history().subscribe(_ -> name());
    }

    private static MenuItem item(String id, String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** An item whose key the whole window hears. */
    private static MenuItem item(String id, String title, String key, Runnable action) {
        MenuItem item = item(id, title, action);
        item.setAccelerator(KeyCombination.valueOf(key));
        return item;
    }

    private MenuItem item(Preset preset, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(preset.title());
        item.setId("preset-" + preset.name());
        item.setToggleGroup(group);
        item.setOnAction(_ -> {
            filing.open(preset);
            // Chosen it is only when it opens: the person may be asked first.
            mark(item, preset);
        });
        session.origin().subscribe(_ -> mark(item, preset));
        return item;
    }

    /** The published networks of a group. They are drawn when the menu is first opened: some have hundreds of layers. */
    private Menu published(MenuGroup of, ToggleGroup group) {
        Menu menu = new Menu(of.words());
        menu.setId("presets-" + of.name().toLowerCase(Locale.ROOT));
        fillWhenOpened(menu, () -> Presets.in(of).stream().filter(preset -> !Presets.all().contains(preset))
                .map(preset -> item(preset, group)).toList());
        return menu;
    }

    static void fillWhenOpened(Menu menu, Supplier<List<MenuItem>> items) {
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(_ -> {
            if (menu.getItems().getFirst().getText() == null) {
                menu.getItems().setAll(items.get());
            }
        });
    }

    private void mark(RadioMenuItem item, Preset preset) {
        item.setSelected(session.origin().get().title().equals(preset.title()));
    }

    private void list(List<Path> files) {
        recent.setDisable(files.isEmpty());
        recent.getItems().setAll(files.stream().map(file -> {
            String folder = Optional.ofNullable(file.getParent()).map(Path::getFileName).map(each -> "  —  " + each)
                    .orElse("");
            MenuItem item = item("recent:" + file.getFileName(), file.getFileName() + folder, () -> filing.take(file));
            // An underscore in a file's name is one.
            item.setMnemonicParsing(false);
            return item;
        }).toList());
    }

    private void name() {
        boolean unsaved = session.history().get().hasUnsavedWork();
        String name = session.title();
        setText(unsaved ? name + " •" : name);
        setAccessibleText("Network " + name + (unsaved ? ", not saved" : ""));
        String remark = session.origin().get().file().map(Path::toString).orElse(session.origin().get().remark());
        tooltip.setText(!unsaved ? remark
                : remark.isEmpty() ? "Not saved yet" : remark + "\nYour changes are not saved yet.");
    }
}
