package skipstitch.ui.viewer;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import skipstitch.explain.Closeup;
import skipstitch.files.Extract;
import skipstitch.files.ExtractFile.Format;
import skipstitch.files.ExtractPicture;
import skipstitch.files.ExtractText;
import skipstitch.session.Exporting;
import skipstitch.ui.drawing.Pixels;

/** Copying and saving: a value, the selected map, the whole tensor. */
final class Outlets {
    private final Gaze gaze;
    private final Exporting exporting;

    Outlets(Gaze gaze, Exporting exporting) {
        this.gaze = gaze;
        this.exporting = exporting;
    }

    MenuButton copyMenu() {
        MenuButton menu = new MenuButton("Copy");
        menu.setId("copy-menu");
        menu.setTooltip(new Tooltip("Copy a value (Ctrl+C), the map (Ctrl+Shift+C) or the tensor"));
        menu.getItems().addAll(item("copy-value", "Value pointed at", this::copyValue),
                item("copy-map-text", "Map as numbers", this::copyMap), item("copy-map-picture", "Map as picture",
                        () -> map().ifPresent(this::copyPicture)), new SeparatorMenuItem(),
                item("copy-tensor-text", "Tensor as numbers", () -> whole().ifPresent(this::copyText)),
                item("copy-tensor-picture", "Tensor as picture", () -> whole().ifPresent(this::copyPicture)));
        menu.setOnShowing(_ -> menu.getItems().getFirst().setDisable(gaze.pointed().get().isEmpty()));
        return menu;
    }

    MenuButton saveMenu() {
        MenuButton menu = new MenuButton("Save");
        menu.setId("save-menu");
        menu.setTooltip(new Tooltip("Save the map or the tensor as .npy, .csv or .png"));
        menu.getItems().addAll(Stream.concat(items("map", "Map", this::map),
                Stream.concat(Stream.of(new SeparatorMenuItem()), items("tensor", "Tensor", this::whole))).toList());
        return menu;
    }

    private Stream<MenuItem> items(String id, String title, Supplier<Optional<Extract>> what) {
        return Stream.of(Format.values()).map(format -> item("save-" + id + format.ending(),
                title + " as " + format.ending() + "…", () -> what.get().ifPresent(extract -> save(extract, format))));
    }

    private static MenuItem item(String id, String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Optional<Extract> map() {
        return gaze.closeup().get().map(now -> new Extract.Map(now.tensor(), gaze.selected().get()));
    }

    private Optional<Extract> whole() {
        return gaze.closeup().get().map(now -> new Extract.Whole(now.tensor()));
    }

    /** The value that is pointed at, with all its digits; nothing if none is. */
    void copyValue() {
        gaze.closeup().get().map(Closeup::tensor).ifPresent(tensor -> gaze.pointed().get().ifPresent(cell -> put(content ->
                content.putString(ExtractText.number(tensor.at(cell.channel(), cell.row(), cell.column()))))));
    }

    /** The selected map as numbers. */
    void copyMap() {
        map().ifPresent(this::copyText);
    }

    private void copyText(Extract extract) {
        exporting.text(extract, text -> put(content -> content.putString(text)));
    }

    private void copyPicture(Extract extract) {
        gaze.closeup().get().ifPresent(now -> exporting.picture(extract, now.scale(), (ExtractPicture picture) ->
                put(content -> content.putImage(Pixels.image(picture.argb(), picture.width(), picture.height())))));
    }

    private static void put(Consumer<ClipboardContent> what) {
        ClipboardContent content = new ClipboardContent();
        what.accept(content);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save(Extract extract, Format format) {
        gaze.closeup().get().ifPresent(now -> exporting.save(extract, format, now.scale(), name(now, extract)));
    }

    /** {@code merge-concat-channel-3}. */
    private static String name(Closeup now, Extract extract) {
        String stem = now.node().value() + "-" + now.lane().word();
        return switch (extract) {
            case Extract.Whole _ -> stem;
            case Extract.Map(_, int channel) -> stem + "-channel-" + channel;
        };
    }
}
