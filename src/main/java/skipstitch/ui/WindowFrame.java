package skipstitch.ui;

import java.nio.file.Path;
import javafx.stage.Stage;
import skipstitch.session.Session;

/** What is around a window's content: its title, and its closing, which asks about a race and unsaved work. */
final class WindowFrame {
    private final Stage stage;
    private final Session session;

    private WindowFrame(Stage stage, Session session) {
        this.stage = stage;
        this.session = session;
    }

    static void around(Stage stage, Session session) {
        WindowFrame frame = new WindowFrame(stage, session);
        session.origin().subscribe(_ -> frame.name());
        session.history().subscribe(_ -> frame.name());
        stage.setOnCloseRequest(event -> {
            event.consume();
            session.sheets().racing().leaving(() -> session.filing().leaving(stage::close));
        });
    }

    /** {@code lesson 1.skip.json • — Skipstitch}: by its file, if it has one. */
    private void name() {
        String name = session.origin().get().file().map(Path::getFileName).map(Path::toString)
                .orElseGet(session::title);
        stage.setTitle(name + (session.history().get().hasUnsavedWork() ? " •" : "") + " — Skipstitch");
    }
}
