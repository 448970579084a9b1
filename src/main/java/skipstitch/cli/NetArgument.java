package skipstitch.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Nearest;
import skipstitch.files.documents.UnreadableDocument;
import skipstitch.network.Shape;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.NetworkFile;
import skipstitch.session.Origin;

/** The network that a command is about: a preset or a file. */
final class NetArgument {
    static final String DESCRIPTION = "A .skip.json or .onnx file, or a preset's name; 'skipstitch presets' "
            + "lists those.";

    @Parameters(paramLabel = "NET", description = DESCRIPTION)
    private String name;
    @Option(names = "--input-shape", paramLabel = "CxHxW", description = "Another shape of the input, like 3x64x64.")
    private Optional<String> shape;
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** @throws BadInput if there is no such network */
    Net net() {
        Net net = net(name, command.commandLine().getErr());
        return shape.map(text -> net.withInput(shape("--input-shape", text))).orElse(net);
    }

    /** @throws BadInput if it is none */
    static Shape shape(String option, String text) {
        try {
            return Shape.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(option + ": " + e.getMessage());
        }
    }

    /**
     * Opens a file as far as it can be read.
     *
     * @param err told what had to be left out
     * @throws BadInput if there is no such network; names the nearest presets
     */
    static Net net(String name, PrintWriter err) {
        if (!isFile(name)) {
            return net(preset(name));
        }
        try {
            Path file = RunCommand.path("NET", name);
            NetworkFile read = NetworkFile.read(file);
            read.problems().forEach(problem -> err.println("skipstitch: " + name + ": " + problem));
            return new Net(name, read.origin(), read.problems());
        } catch (UnreadableDocument e) {
            throw new BadInput(e.getMessage());
        }
    }

    static Net net(Preset preset) {
        return new Net(preset.name(), Origin.of(preset, BuiltInPicture.HOUSE.load()), List.of());
    }

    /** Whether a name is a file's: the names of presets look otherwise. */
    static boolean isFile(String name) {
        return Presets.find(name).isEmpty() && (NetworkFile.isNamed(name) || name.contains("/")
                || name.contains(File.separator) || Files.isRegularFile(RunCommand.path("NET", name)));
    }

    private static Preset preset(String name) {
        return Presets.find(name).orElseThrow(() -> {
            List<String> near = Nearest.of(name, Presets.everything().stream().map(Preset::name).toList());
            return new BadInput("there is no preset '" + name + "'; the nearest are '" + near.get(0) + "' and '"
                    + near.get(1) + "', and 'skipstitch presets' lists all");
        });
    }
}
