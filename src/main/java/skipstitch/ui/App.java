package skipstitch.ui;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.session.Keeping;
import skipstitch.session.Notice;
import skipstitch.session.Origin;
import skipstitch.session.Runner;
import skipstitch.session.Session;

/** The desktop application: one window on one session. */
public final class App extends Application {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    /** Handed over to the object that JavaFX makes itself. */
    private static Optional<Handed> handedOver = Optional.empty();

    private record Handed(Origin origin, Optional<Notice> notice) {}

    private Session session;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param notice what is to be said of it
     * @throws UnsupportedOperationException where there is no display that works
     */
    public static void open(Origin origin, Optional<Notice> notice) {
        handedOver = Optional.of(new Handed(origin, notice));
        Application.launch(App.class);
    }

    @Override
    public void start(Stage stage) {
        Theme.loadFonts();
        CountDownLatch shown = new CountDownLatch(1);
        Handed handed = handedOver.orElseGet(() ->
                new Handed(Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()), Optional.empty()));
        session = new Session(new Runner(Platform::runLater), () -> startEngineAfter(shown), handed.origin(),
                new FileDialogs(stage), Optional.of(Keeping.ofUser()));
        MainView view = new MainView(session, Theme.ofSystem());
        Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> view.show(Theme.ofSystem()));
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        WindowFrame.around(stage, session);
        stage.getIcons().add(new Image(App.class.getResourceAsStream("/skipstitch/assets/icon-128.png")));
        stage.setMinWidth(1180);
        stage.setMinHeight(640);
        stage.show();
        view.lanes().requestFocus();
        handed.notice().ifPresent(session::tell);
        Platform.runLater(shown::countDown);
    }

    /** Loading the engine would compete with the window for the processor, and the window comes first. */
    private static EngineStart startEngineAfter(CountDownLatch shown) {
        try {
            shown.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return EngineStart.open();
    }

    @Override
    public void stop() {
        session.close();
    }
}
