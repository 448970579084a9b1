package skipstitch.ui.editing;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import skipstitch.document.Selection;
import skipstitch.session.Session;

/** The palette and the properties, at the window's right side. It is built when it is opened first. */
public final class EditDrawer extends VBox {
    public static final double WIDTH = 288;

    private final Session session;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final PaletteView palette;
    private final PropertiesView properties;

    /** @param leave puts the keyboard's focus back to the lanes */
    public EditDrawer(Session session, EditActions actions, Runnable leave) {
        this.session = session;
        setId("drawer");
        getStyleClass().add("drawer");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        palette = new PaletteView(actions, leave);
        properties = new PropertiesView(session, actions, leave);
        VBox.setVgrow(properties, Priority.ALWAYS);
        Region line = new Region();
        line.getStyleClass().add("drawer-line");
        visibleProperty().bind(open);
        managedProperty().bind(open);
        open.subscribe(now -> {
            if (now && getChildren().isEmpty()) {
                getChildren().addAll(palette, line, properties);
            }
            if (!now && isFocusWithin()) {
                leave.run();
            }
            update();
        });
        session.document().when(open).subscribe(_ -> update());
        session.selection().when(open).subscribe(_ -> update());
    }

    /** Not before it is open: most windows never edit. */
    private void update() {
        if (open.get()) {
            properties.update();
        }
    }

    public BooleanProperty openProperty() {
        return open;
    }

    /** Opens it with the keyboard in the search for a layer, or closes it. */
    public void toggle() {
        open.set(!open.get());
        if (open.get()) {
            palette.focus();
        }
    }

    /** Opens it with the keyboard in the field for the name of what is selected. */
    public void rename() {
        open.set(true);
        // What is not laid out yet has no place for the keyboard.
        applyCss();
        layout();
        properties.focusName();
    }

    /** The same for the network. */
    public void renameNetwork() {
        session.select(Selection.NONE);
        rename();
    }

    /** Has drags out of the palette received. */
    public void passDragsTo(PaletteDrag receiver) {
        palette.passDragsTo(receiver);
    }
}
