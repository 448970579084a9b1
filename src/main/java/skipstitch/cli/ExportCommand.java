package skipstitch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import skipstitch.document.Document;
import skipstitch.engine.Engine;
import skipstitch.engine.Progress;
import skipstitch.engine.Weights;
import skipstitch.explain.InterventionWords;
import skipstitch.explain.SizeWords;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.files.onnx.Returned;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Lane;
import skipstitch.network.Variant;
import skipstitch.session.EngineStart;
import skipstitch.session.LaneWeights;
import skipstitch.session.Session;

/** Takes a network along to other programs, with the weights that it runs with here. */
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Writes a network with its weights as an ONNX model, which other programs run.")
final class ExportCommand implements Runnable {
    @Mixin
    private NetArgument net;
    @Option(names = "--merge", paramLabel = "MERGE", defaultValue = "as-drawn", converter = MergeWord.class,
            description = "as-drawn (default), add, concat or no-skip.")
    private Variant merge;
    @Option(names = "--seed", paramLabel = "N",
            description = "Of the untrained weights, a whole number; by default the file's, or " + Session.SEED + ".")
    private Optional<String> seed;
    @Option(names = "--all-tensors", description = "The model returns every node's tensor, not the outputs alone.")
    private boolean all;
    @Option(names = "--onnx", paramLabel = "F.onnx", required = true, description = "The file to write.")
    private String onnx;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Net opened = net.net();
        Document document = opened.origin().document();
        document.network().inputShape().orElseThrow(() -> new BadInput("'" + opened.name() + "' has no input"));
        long number = seed.map(RunCommand::number).orElse(document.seed());
        Path file = OutFile.of("--onnx", onnx, OnnxModel.ENDING, "an ONNX model");
        Lane lane = merge.of(document.network());
        tell(document);
        try {
            model(opened, lane, number).write(file);
        } catch (IOException _) {
            throw new BadInput("'" + file + "' cannot be written; name a file where there is room and permission");
        }
        spec.commandLine().getOut().println(file);
    }

    private OnnxModel model(Net opened, Lane lane, long number) {
        Document document = opened.origin().document();
        try {
            OnnxModel.check(lane);
            EngineStart start = EngineStart.open();
            start.notice().ifPresent(notice -> err().println("skipstitch: " + notice.text()));
            try (Engine engine = start.engine()) {
                Weights weights = new LaneWeights(opened.network(), number, document.given(), engine)
                        .of(lane, document.knob(), Interventions.none(), Progress.NONE);
                return OnnxModel.of(lane, weights, all ? Returned.ALL : Returned.OUTPUTS);
            }
        } catch (Inexpressible refusal) {
            String sizes = SizeWords.of(lane.shapes()).map(words -> ". " + words).orElse("");
            throw new BadInput("'" + opened.name() + "' cannot be exported: " + refusal.getMessage() + sizes);
        }
    }

    /** What of a file goes into the model, and what does not. */
    private void tell(Document document) {
        if (document.knob() != KnobStop.OWN.at()) {
            err().println("skipstitch: the model's weights are those of "
                    + InterventionWords.all(document.network(), Interventions.none(), document.knob()));
        }
        String byHand = InterventionWords.all(document.network(), document.interventions(), KnobStop.OWN.at());
        if (!byHand.isEmpty()) {
            err().println("skipstitch: what the file does to tensors by hand is not in the model: " + byHand);
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
