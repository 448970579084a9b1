package skipstitch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import skipstitch.network.presets.Preset;
import skipstitch.session.Shown;

/** The window on a real display or, with none, in memory: the one class of the command line that knows it. */
final class Launch implements Screen {
    private boolean toolkitFailed;

    @Override
    public void open(Preset preset) throws NoDisplay {
        Display.requireWindow();
        Display.requireText();
        try {
            openWindow(preset);
        } catch (RuntimeException | LinkageError failure) {
            if (!comesOfTheDisplay(failure)) {
                throw failure;
            }
            toolkitFailed = true;
            throw new NoDisplay("the display cannot be used");
        }
    }

    @Override
    public void render(Rendering rendering) {
        Display.requireText();
        if (toolkitFailed) {
            renderElsewhere(rendering);
        } else {
            Display.useNone();
            draw(rendering);
        }
    }

    private static void openWindow(Preset preset) {
        throw new IllegalStateException("no window yet for " + preset.name());
    }

    private static void draw(Rendering rendering) {
        throw new IllegalStateException("no picture yet for " + rendering.out());
    }

    private static boolean comesOfTheDisplay(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedOperationException || cause instanceof UnsatisfiedLinkError) {
                return true;
            }
        }
        return false;
    }

    /** A toolkit that failed cannot be started again in this process. */
    private static void renderElsewhere(Rendering rendering) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "skipstitch.Main", "render",
                rendering.preset().name(), "--out", rendering.out().toString(),
                "--size", rendering.width() + "x" + rendering.height(), "--theme", rendering.theme().name(),
                "--merge", word(rendering.shown())));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("drawing to a file ended with code " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("drawing to a file was interrupted", e);
        }
    }

    private static String word(Shown shown) {
        return shown == Shown.BOTH ? "both" : shown.variants().getFirst().word();
    }
}
