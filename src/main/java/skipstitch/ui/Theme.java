package skipstitch.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.controlsfx.control.PopOver;

/** Light or dark. AtlantaFX gives the controls their look, our own sheets the rest. */
public enum Theme {
    LIGHT, DARK;

    private static final List<String> SHEETS = List.of("skipstitch.css", "stepper.css", "proofs.css", "costs.css",
            "gradients.css", "depth.css");
    private static final List<String> FONTS = List.of("Inter-Regular.otf", "Inter-Bold.otf");

    /** The operating system's own choice. */
    public static Theme ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Loads the bundled typeface, so that the window reads the same on every machine. */
    public static void loadFonts() {
        for (String font : FONTS) {
            Font.loadFont(Theme.class.getResourceAsStream("/skipstitch/assets/fonts/" + font), 14);
        }
    }

    /** The app's own style, for all that a scene holds. */
    static void dress(Scene scene) {
        // Not the root's: JavaFX lists every node that a parent's sheet has styled, and searches the list for each new one.
        addSheet(scene.getStylesheets());
    }

    /** Says which theme it is, at a scene's root. */
    void dress(Parent root) {
        name(root.getStyleClass());
    }

    /** Dresses a popover: it gives its root its own style classes. */
    void dress(PopOver popover) {
        addSheet(popover.getRoot().getStylesheets());
        name(popover.getStyleClass());
    }

    private static void addSheet(List<String> stylesheets) {
        for (String name : SHEETS) {
            String sheet = Theme.class.getResource("/skipstitch/ui/" + name).toExternalForm();
            if (!stylesheets.contains(sheet)) {
                stylesheets.add(sheet);
            }
        }
    }

    private void name(List<String> classes) {
        classes.removeAll(List.of("light", "dark"));
        classes.add(this == DARK ? "dark" : "light");
    }

    /** For the whole application: the controls' own style. */
    void install() {
        Application.setUserAgentStylesheet(this == DARK
                ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
