package skipstitch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import skipstitch.network.presets.Presets;

/** Opens the window; where there is no display, its opening screen becomes a PNG. */
@Command(name = "open", mixinStandardHelpOptions = true,
        description = "Opens the window. With no display, draws it to a PNG and prints that file's path.")
final class OpenCommand implements Runnable {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    private final Screen screen;
    @Parameters(paramLabel = "NET", arity = "0..1", description = NetArgument.DESCRIPTION)
    private String name;
    @Mixin
    private BesideOption beside;
    @Spec
    private CommandSpec spec;

    OpenCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void run() {
        open(screen, beside.with(Optional.ofNullable(name).map(typed -> NetArgument.net(typed, spec.commandLine().getErr()))
                .orElseGet(() -> NetArgument.net(Presets.first()))), spec);
    }

    /** @param spec of the command that was typed */
    static void open(Screen screen, Net net, CommandSpec spec) {
        try {
            screen.open(net);
        } catch (NoDisplay none) {
            spec.commandLine().getErr().println(
                    "skipstitch: " + none.getMessage() + ", so the opening screen is drawn to a file");
            Path file = file(net);
            screen.render(new Screen.Rendering(net, file, WIDTH, HEIGHT, Screen.Look.light));
            spec.commandLine().getOut().println(file);
        }
    }

    private static Path file(Net net) {
        try {
            return Files.createTempDirectory("skipstitch-").resolve(net.stem() + ".png");
        } catch (IOException e) {
            throw new UncheckedIOException("No file can be made in the folder for temporary files", e);
        }
    }
}
