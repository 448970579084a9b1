package skipstitch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
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
import skipstitch.explain.code.PyTorchModule;
import skipstitch.files.AtomicFile;
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
        description = "Writes a network as an ONNX model with its weights, as a PyTorch module, or both.")
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
    @ArgGroup(exclusive = false, multiplicity = "1")
    private Files files;
    @Spec
    private CommandSpec spec;

    /** What is to be written. */
    private static final class Files {
        @Option(names = "--onnx", paramLabel = "F.onnx", description = "The file for the model.")
        private Optional<String> onnx;
        @Option(names = "--pytorch", paramLabel = "F.py",
                description = "The file for the module, a text without weights; it can take them from the model.")
        private Optional<String> pytorch;
    }

    @Override
    public void run() {
        Net opened = net.net();
        Document document = opened.origin().document();
        document.network().inputShape().orElseThrow(() -> new BadInput("'" + opened.name() + "' has no input"));
        long number = seed.map(RunCommand::number).orElse(document.seed());
        Optional<Path> model = files.onnx.map(name -> OutFile.of("--onnx", name, OnnxModel.ENDING, "an ONNX model"));
        Optional<Path> module = files.pytorch.map(name -> OutFile.of("--pytorch", name, PyTorchModule.ENDING,
                "a PyTorch module"));
        Lane lane = merge.of(document.network());
        tell(document);
        model.ifPresent(file -> write(file, out -> model(opened, lane, number).write(out)));
        module.ifPresent(file -> {
            byte[] text = module(opened, lane).getBytes(StandardCharsets.UTF_8);
            write(file, out -> AtomicFile.write(out, stream -> stream.write(text)));
        });
    }

    /** Puts something into a file. */
    @FunctionalInterface
    private interface Writing {
        void write(Path file) throws IOException;
    }

    private void write(Path file, Writing writing) {
        try {
            writing.write(file);
        } catch (IOException _) {
            throw new BadInput("'" + file + "' cannot be written; name a file where there is room and permission");
        }
        spec.commandLine().getOut().println(file);
    }

    private static String module(Net opened, Lane lane) {
        try {
            OnnxModel.check(lane);
        } catch (Inexpressible refusal) {
            throw new BadInput("'" + opened.name() + "' cannot be exported: " + refusal.getMessage());
        }
        return PyTorchModule.of(lane);
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
