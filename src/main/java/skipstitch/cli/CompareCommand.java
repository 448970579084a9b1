package skipstitch.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.bills.BillCsv;
import skipstitch.explain.bills.BillTable;
import skipstitch.network.Network;
import skipstitch.network.Variant;

/** What a network costs as drawn, with add, with concat and without skips, side by side, without running anything. */
@Command(name = "compare", mixinStandardHelpOptions = true,
        description = "Compares what a network costs as drawn, with add, with concat and without skips.")
final class CompareCommand implements Runnable {
    @Mixin
    private NetArgument net;
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
            description = "table (default), json or csv.")
    private Format format;
    @Spec
    private CommandSpec spec;

    /** How the answer is written. */
    enum Format { table, json, csv }

    @Override
    public void run() {
        Network network = net.net().network();
        NetworkBill bill = NetworkBill.of(network);
        PrintWriter out = spec.commandLine().getOut();
        out.print(switch (format) {
            case table -> BillTable.of(network, bill);
            case json -> CompareJson.of(network, bill) + "\n";
            case csv -> BillCsv.of(bill);
        });
        out.flush();
        MisfitLines.print(Variant.AS_DRAWN.of(network).shapes(), spec.commandLine().getErr());
    }
}
