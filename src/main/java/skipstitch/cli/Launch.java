package skipstitch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skipstitch.document.Document;
import skipstitch.network.InputSizes;
import skipstitch.network.Variant;
import skipstitch.session.Notice;
import skipstitch.session.Shown;
import skipstitch.ui.App;
import skipstitch.ui.Render;
import skipstitch.ui.Theme;

/** The window on a real display or, with none, in memory: the one class of the command line that knows it. */
final class Launch implements Screen {
    private boolean toolkitFailed;

    @Override
    public void open(Net net) throws NoDisplay {
        Display.requireWindow();
        Display.requireText();
        try {
            App.open(net.origin(), net.problems().isEmpty() ? Optional.empty()
                    : Optional.of(Notice.readPartly(net.name(), net.problems())));
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

    private static void draw(Rendering rendering) {
        Theme theme = rendering.theme() == Look.dark ? Theme.DARK : Theme.LIGHT;
        try {
            new Render(rendering.net().origin(), theme, rendering.width(), rendering.height())
                    .toPng(rendering.out());
        } catch (IOException e) {
            throw new BadInput("'" + rendering.out()
                    + "' cannot be written; name a file where there is room and permission");
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
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
                rendering.net().name(), "--out", rendering.out().toString(),
                "--size", rendering.width() + "x" + rendering.height(), "--theme", rendering.theme().name()));
        word(rendering.net().origin().document()).ifPresent(word -> command.addAll(List.of("--merge", word)));
        rendering.net().beside().forEach(name -> command.addAll(List.of("--beside", name)));
        InputSizes.of(rendering.net().network())
                .ifPresent(sizes -> command.addAll(List.of("--input-shape", sizes.input().toString())));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("Drawing to a file ended with code " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Drawing to a file could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Drawing to a file was interrupted", e);
    }

    /** What {@code --merge} says of the document's lanes; nothing of lanes that only a file can have. */
    private static Optional<String> word(Document document) {
        List<Variant> lanes = document.lanes();
        return lanes.equals(Shown.BOTH.variants()) ? Optional.of("both")
                : lanes.size() == 1 ? Optional.of(lanes.getFirst().word()) : Optional.empty();
    }
}
