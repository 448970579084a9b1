package skipstitch.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import skipstitch.network.presets.MenuGroup;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session;

/** Networks to put beside the one that is edited. */
final class BesideMenu extends Menu {
    private final Session session;

    BesideMenu(Session session) {
        super("Put beside");
        this.session = session;
        setId("put-beside");
        MenuItem file = new MenuItem("From a file…");
        file.setId("beside-file");
        file.setOnAction(_ -> session.filing().putBeside());
        getItems().addAll(file, new SeparatorMenuItem());
        Presets.all().forEach(preset -> getItems().add(item(preset)));
        getItems().add(new SeparatorMenuItem());
        Stream.of(MenuGroup.values()).forEach(group -> getItems().add(published(group)));
    }

    private Menu published(MenuGroup group) {
        Menu menu = new Menu(group.words());
        menu.setId("beside-" + group.name().toLowerCase(Locale.ROOT));
        NetworkMenu.fillWhenOpened(menu, () -> items(group));
        return menu;
    }

    private List<MenuItem> items(MenuGroup group) {
        return Presets.in(group).stream().filter(preset -> !Presets.all().contains(preset)).map(this::item).toList();
    }

    private MenuItem item(Preset preset) {
        MenuItem item = new MenuItem(preset.title());
        item.setId("beside-" + preset.name());
        item.setOnAction(_ -> session.neighbours().put(preset.network()));
        return item;
    }
}
