package skipstitch.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import skipstitch.files.PngFile;
import skipstitch.session.EngineStart;
import skipstitch.session.Notice;
import skipstitch.session.Origin;
import skipstitch.session.Runner;
import skipstitch.session.Session;

/**
 * The window as a picture, without a display.
 *
 * @param origin the network, its picture and its lanes
 * @param theme  light or dark
 * @param width  pixels
 * @param height pixels
 */
public record Render(Origin origin, Theme theme, int width, int height) {

    /**
     * Starts the toolkit, waits for the tensors, and writes the file. Call it once, and not on the toolkit's
     * thread.
     *
     * @throws IOException           if the file cannot be written
     * @throws IllegalStateException if nothing could be computed; the message says why
     */
    public void toPng(Path file) throws IOException, InterruptedException {
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> draw(picture));
        try {
            WritableImage image = picture.get();
            int[] argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            PngFile.write(file, argb, width, height);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private void draw(CompletableFuture<WritableImage> picture) {
        try {
            Theme.loadFonts();
            Session session = new Session(new Runner(Platform::runLater), EngineStart::open, origin);
            MainView view = new MainView(session, theme);
            Scene scene = new Scene(view, width, height);
            // Whatever goes wrong is said, and nobody is there to hear it.
            session.notice().subscribe(said -> said.filter(notice -> notice.kind() == Notice.Kind.ERROR).ifPresent(error ->
                    picture.completeExceptionally(new IllegalStateException(error.text()))));
            // What stands beside is inspected, too, when all of it was run.
            session.inspection().subscribe(found -> found.filter(_ -> !session.neighbours().busy().get())
                    .ifPresent(_ -> Platform.runLater(() -> take(scene, session, picture))));
        } catch (RuntimeException | Error failure) {
            picture.completeExceptionally(failure);
        }
    }

    private static void take(Scene scene, Session session, CompletableFuture<WritableImage> picture) {
        try {
            // The first one lays out, the second one has the maps at the size that this gave them.
            scene.snapshot(null);
            picture.complete(scene.snapshot(null));
        } catch (RuntimeException | Error failure) {
            picture.completeExceptionally(failure);
        } finally {
            session.close();
        }
    }
}
