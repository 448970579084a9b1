package skipstitch.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import skipstitch.document.Document;
import skipstitch.document.PutBeside;
import skipstitch.network.Network;
import skipstitch.session.Shown;

/** Other networks that stand beside in the window. */
final class BesideOption {
    @Option(names = "--beside", paramLabel = "NET", description = "Another network to stand beside, a preset or a"
            + " .skip.json file; up to 3 times.")
    private List<String> names = new ArrayList<>();
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The network with the others beside, all of them as drawn.
     *
     * @throws BadInput if one is not there, is named twice, or they are too many
     */
    Net with(Net net) {
        if (names.isEmpty()) {
            return net;
        }
        Document document = net.origin().document();
        for (String name : names) {
            Net named = NetArgument.net(name, command.commandLine().getErr());
            Network other = named.network();
            if (!named.origin().document().given().isNone()) {
                command.commandLine().getErr().println("skipstitch: '" + name
                        + "' stands beside without the weights that it came with; untrained ones stand in");
            }
            Document more = new PutBeside(other).apply(document);
            if (more == document) {
                throw new BadInput(document.beside().size() == Document.MOST_BESIDE
                        ? "--beside: no more than " + Document.MOST_BESIDE + " networks stand beside"
                        : "--beside: '" + name + "' stands beside already");
            }
            document = more;
        }
        return net.with(document.withLanes(Shown.AS_DRAWN.variants()), names);
    }
}
