package skipstitch.bench;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Window;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.presets.Presets;
import skipstitch.session.Origin;
import skipstitch.ui.App;

/** Opens the app as its user does and prints when the window and the first activations were there. */
final class StartProbe {
    private static final long EVERY_NANOS = 5_000_000;

    private static long window;

    private StartProbe() {}

    public static void main(String[] args) {
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        Thread watcher = new Thread(() -> {
            while (true) {
                try {
                    Platform.runLater(() -> look(start));
                } catch (IllegalStateException _) {
                    // The toolkit has not started yet.
                }
                LockSupport.parkNanos(EVERY_NANOS);
            }
        });
        watcher.setDaemon(true);
        watcher.start();
        App.open(Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()), Optional.empty());
    }

    private static void look(long start) {
        long now = System.currentTimeMillis() - start;
        for (Window shown : Window.getWindows()) {
            if (shown.isShowing() && window == 0) {
                window = now;
            }
            if (shown.getScene().lookup("#engine") instanceof Label engine && engine.getText().contains("computed")) {
                System.out.println(window + " " + now);
                System.out.flush();
                Runtime.getRuntime().halt(0);
            }
        }
    }
}
