package skipstitch.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Variant;

/** Shapes, parameters and multiply-adds of every node, without running anything. */
@Command(name = "shapes", mixinStandardHelpOptions = true,
        description = "Lists every node's shape, parameters and multiply-adds.")
final class ShapesCommand implements Runnable {
    @Mixin
    private NetArgument net;
    @Option(names = "--merge", paramLabel = "MERGE", defaultValue = "as-drawn", converter = MergeWord.class,
            description = "as-drawn (default), add, concat or no-skip.")
    private Variant merge;
    @Option(names = "--input", paramLabel = "CxHxW", description = "The same as --input-shape.")
    private String input;
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "table (default) or json.")
    private Format format;
    @Spec
    private CommandSpec spec;

    /** How the answer is written. */
    enum Format { table, json }

    @Override
    public void run() {
        Network network = net.net().network();
        if (input != null) {
            network = network.withInputShape(NetArgument.shape("--input", input));
        }
        Lane lane = merge.of(network);
        PrintWriter out = spec.commandLine().getOut();
        out.println(format == Format.json ? ShapesReport.json(lane) : ShapesReport.table(lane));
        MisfitLines.print(lane.shapes(), spec.commandLine().getErr());
    }
}
