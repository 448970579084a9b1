package skipstitch.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import skipstitch.files.documents.SkipFile;

/** Writes a network as a file that the app opens. */
@Command(name = "save", mixinStandardHelpOptions = true, description = "Saves a network as a .skip.json file.")
final class SaveCommand implements Runnable {
    @Mixin
    private NetArgument net;
    @Option(names = "--out", paramLabel = "F.skip.json", required = true, description = "The file to write.")
    private String out;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Net saved = net.net();
        Path file = OutFile.of("--out", out, SkipFile.ENDING, "a network");
        try {
            SkipFile.write(file, saved.origin().document());
        } catch (IOException _) {
            throw new BadInput("'" + file + "' cannot be written; name a file where there is room and permission");
        }
        spec.commandLine().getOut().println(file);
    }
}
