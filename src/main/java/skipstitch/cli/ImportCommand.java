package skipstitch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import skipstitch.files.documents.SkipFile;
import skipstitch.files.documents.UnreadableDocument;
import skipstitch.network.Costs;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.session.NetworkFile;

/** Takes a network over from another program, and says what of it came in. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Reads an ONNX model with its weights and says what came in; saves it as a .skip.json file.")
final class ImportCommand implements Runnable {
    @Parameters(paramLabel = "F.onnx", description = "The model, of operator sets 9 to 21.")
    private String model;
    @Option(names = "--out", paramLabel = "F.skip.json",
            description = "The file to write; its weights are put beside it.")
    private Optional<String> out;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Optional<Path> file = out.map(name -> OutFile.of("--out", name, SkipFile.ENDING, "a network"));
        try {
            NetworkFile read = NetworkFile.read(RunCommand.path("F.onnx", model));
            print(read);
            if (file.isPresent()) {
                SkipFile.write(file.get(), read.document());
                spec.commandLine().getOut().println(file.get());
            }
        } catch (UnreadableDocument refusal) {
            throw new BadInput(refusal.getMessage());
        } catch (IOException _) {
            throw new BadInput("'" + file.orElseThrow() + "' cannot be written; name a file where there is room and"
                    + " permission");
        }
    }

    private void print(NetworkFile read) {
        PrintWriter answer = spec.commandLine().getOut();
        Network network = read.document().network();
        line("network", network.name());
        line("input", network.inputShape().map(Shape::toString).orElse("none"));
        line("layers", Integer.toString(network.nodes().size()));
        line("parameters", String.format(Locale.ROOT, "%,d", Costs.of(Variant.AS_DRAWN.of(network)).total().params()));
        List<Node> merges = network.skipMerges();
        line("skips", merges.isEmpty() ? "none" : Integer.toString(merges.size()));
        for (Node merge : merges) {
            answer.println("            " + merge.id() + " " + merge.layer().op() + "s "
                    + String.join(", ", merge.inlets(Inlet.Role.SKIP).stream().map(each -> each.source().value()).toList()));
        }
        read.remarks().stream().skip(1).forEach(remark -> line("remark", remark));
        line("left out", read.problems().isEmpty() ? "nothing" : "");
        read.problems().forEach(problem -> answer.println("            " + problem));
    }

    private void line(String what, String value) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, "%-11s %s", what, value).stripTrailing());
    }
}
