package skipstitch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import skipstitch.engine.RunTooLarge;
import skipstitch.files.Nearest;
import skipstitch.network.presets.Presets;

/** All commands, and what they have in common: without arguments the window opens, and failures are one line. */
@Command(name = "skipstitch", mixinStandardHelpOptions = true, version = "skipstitch 0.1.0",
        subcommands = HelpCommand.class,
        description = "Shows what add and concat skip connections do to tensors. Without a command the window opens.")
public final class Skipstitch implements Runnable {
    static final int BAD_INPUT = 2;
    private static final int FAILED = 1;

    private final Screen screen;
    @Spec
    private CommandSpec spec;

    private Skipstitch(Screen screen) {
        this.screen = screen;
    }

    /** Runs one command line as the process's own, and says with which code to end. */
    public static int main(String... args) {
        LogFile.start();
        Console console = Console.system();
        CommandLine line = commandLine(new Launch()).setOut(console.out()).setErr(console.err());
        try {
            return line.execute(args);
        } catch (Error broken) {
            return fail(broken, line);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    static CommandLine commandLine(Screen screen) {
        CommandLine line = new CommandLine(new Skipstitch(screen))
                .addSubcommand(new PresetsCommand()).addSubcommand(new ShapesCommand())
                .addSubcommand(new CompareCommand())
                .addSubcommand(new RunCommand()).addSubcommand(new SaveCommand())
                .addSubcommand(new ExportCommand()).addSubcommand(new ImportCommand())
                .addSubcommand(new TrainCommand()).addSubcommand(new TrainAssetsCommand())
                .addSubcommand(new RenderCommand(screen))
                .addSubcommand(new OpenCommand(screen));
        return line.setParameterExceptionHandler((failure, _) -> refuse(failure))
                .setExecutionExceptionHandler((failure, command, _) -> fail(failure, command))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        OpenCommand.open(screen, NetArgument.net(Presets.first()), spec);
    }

    private static int refuse(CommandLine.ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched && command.getParent() == null) {
            return complain(command.getErr(), unknownCommand(command, unmatched.getUnmatched().getFirst()));
        }
        String name = command.getCommandSpec().qualifiedName();
        return complain(command.getErr(),
                oneLine(failure.getMessage()) + "; '" + name + " --help' tells what is right");
    }

    private static String unknownCommand(CommandLine command, String word) {
        if (word.startsWith("-")) {
            return "there is no option '" + word + "'; 'skipstitch --help' lists all";
        }
        List<String> names = command.getSubcommands().keySet().stream().toList();
        return "there is no command '" + word + "'; the nearest is '" + Nearest.first(word, names) + "', all are "
                + String.join(", ", names);
    }

    private static int fail(Throwable failure, CommandLine command) {
        if (failure instanceof BadInput || failure instanceof RunTooLarge) {
            return complain(command.getErr(), failure.getMessage());
        }
        LoggerFactory.getLogger(Skipstitch.class).error("{} failed", command.getCommandName(), failure);
        Optional<String> details = LogFile.path().map(path -> "; the details are in " + path);
        String message = Optional.ofNullable(failure.getMessage()).map(Skipstitch::oneLine)
                .orElse(failure.getClass().getSimpleName());
        complain(command.getErr(), "this should not have happened: " + message + details.orElse(""));
        return FAILED;
    }

    private static int complain(PrintWriter err, String what) {
        err.println("skipstitch: " + oneLine(what));
        err.flush();
        return BAD_INPUT;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
