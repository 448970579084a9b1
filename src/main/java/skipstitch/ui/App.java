package skipstitch.ui;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.session.Runner;
import skipstitch.session.Session;

/** The desktop application: one window on one session. */
public final class App extends Application {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    private Session session;

    /**
     * Opens the window and returns when it is closed.
     *
     * @throws UnsupportedOperationException where there is no display that works
     */
    public static void open(Preset preset) {
        Application.launch(App.class, preset.name());
    }

    @Override
    public void start(Stage stage) {
        Theme.loadFonts();
        session = newSession(getParameters().getRaw().stream().findFirst().flatMap(Presets::find).orElse(Presets.first()));
        MainView view = new MainView(session, Theme.ofSystem());
        Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> view.show(Theme.ofSystem()));
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        stage.setTitle("Skipstitch");
        stage.getIcons().add(new Image(App.class.getResourceAsStream("/skipstitch/assets/icon-128.png")));
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.show();
        view.lanes().requestFocus();
    }

    static Session newSession(Preset preset) {
        return new Session(new Runner(Platform::runLater), EngineStart::open, preset, BuiltInPicture.HOUSE.load());
    }

    @Override
    public void stop() {
        session.close();
    }
}
