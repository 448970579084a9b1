package skipstitch.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.text.Font;

/** Light or dark. AtlantaFX gives the controls their look, {@code skipstitch.css} the rest. */
public enum Theme {
    LIGHT, DARK;

    private static final List<String> FONTS = List.of("Inter-Regular.otf", "Inter-Bold.otf");

    /** The operating system's own choice. */
    public static Theme ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Loads the bundled typeface, so that the window reads the same on every machine. */
    static void loadFonts() {
        for (String font : FONTS) {
            Font.loadFont(Theme.class.getResourceAsStream("/skipstitch/assets/fonts/" + font), 14);
        }
    }

    /** Dresses a scene's root, or a popover's. */
    void dress(Parent root) {
        String sheet = Theme.class.getResource("/skipstitch/ui/skipstitch.css").toExternalForm();
        if (!root.getStylesheets().contains(sheet)) {
            root.getStylesheets().add(sheet);
        }
        root.getStyleClass().removeAll("light", "dark");
        root.getStyleClass().add(this == DARK ? "dark" : "light");
    }

    /** For the whole application: the controls' own style. */
    void install() {
        Application.setUserAgentStylesheet(this == DARK
                ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
