package skipstitch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.document.Picture;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.Weights;
import skipstitch.explain.InterventionWords;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Fitting;
import skipstitch.files.PictureFile;
import skipstitch.files.UnreadablePicture;
import skipstitch.intervention.Interventions;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Variant;
import skipstitch.session.EngineStart;
import skipstitch.session.LaneWeights;
import skipstitch.session.Session;

/** One forward pass, every tensor and weight written out, so that it can be redone elsewhere. */
@Command(name = "run", mixinStandardHelpOptions = true,
        description = "Runs a network on a picture and writes every tensor and weight as .npy.")
final class RunCommand implements Runnable {
    @Mixin
    private NetArgument net;
    @Option(names = "--input", paramLabel = "PICTURE",
            description = "A PNG, JPEG, GIF or BMP file, or the name of a picture that comes with the app, like house. "
                    + "Not needed where NET is a file: that has one.")
    private Optional<String> input;
    @Option(names = "--merge", paramLabel = "MERGE", defaultValue = "as-drawn", converter = MergeWord.class,
            description = "as-drawn (default), add, concat or no-skip.")
    private Variant merge;
    @Option(names = "--seed", paramLabel = "N",
            description = "Of the untrained weights, a whole number; by default the file's, or " + Session.SEED + ".")
    private Optional<String> seed;
    @Option(names = "--dump", paramLabel = "DIR", required = true, description = "The folder to write into.")
    private String dump;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Net opened = net.net();
        Network network = opened.network();
        network.inputShape().orElseThrow(() -> new BadInput("'" + opened.name() + "' has no input"));
        ChosenPicture chosen = chosen(opened);
        long number = seed.map(RunCommand::number).orElse(opened.origin().document().seed());
        Path folder = folder(dump);
        Lane lane = merge.of(network);
        EngineStart start = EngineStart.open();
        start.notice().ifPresent(notice -> spec.commandLine().getErr().println("skipstitch: " + notice.text()));
        Document document = opened.origin().document();
        String changed = InterventionWords.all(network, document.interventions(), document.knob());
        if (!changed.isEmpty()) {
            spec.commandLine().getErr().println("skipstitch: the file changes this run by hand: " + changed);
        }
        try (Engine engine = start.engine()) {
            Interventions interventions = document.interventions().in(lane);
            Weights weights = new LaneWeights(network, number, document.given(), engine)
                    .of(lane, document.knob(), interventions, Progress.NONE);
            Pass pass = new Pass(lane.shapes(), weights,
                    shape -> Fitting.toTensor(chosen.picture(), chosen.box(shape), shape), interventions);
            try (Activations activations = engine.run(pass, Progress.NONE)) {
                Dump.About about = new Dump.About(chosen.picture().name(), number, engine.name());
                new Dump(lane, weights, activations).write(folder, about);
            }
        }
        MisfitLines.print(lane.shapes(), spec.commandLine().getErr());
        spec.commandLine().getOut().println(folder.resolve(Dump.INDEX));
    }

    private ChosenPicture chosen(Net opened) {
        if (input.isEmpty() && !opened.isFile()) {
            throw new BadInput("--input is missing: name a picture, like house; "
                    + "'skipstitch run --help' tells what is right");
        }
        return input.map(name -> ChosenPicture.whole(picture(name)))
                .orElseGet(() -> opened.origin().document().picture());
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadInput("--seed: '" + text + "' is no whole number; write one like 1");
        }
    }

    private static Picture picture(String text) {
        Path file = path("--input", text);
        if (Files.notExists(file)) {
            return BuiltInPicture.withId(text).map(BuiltInPicture::load).orElseThrow(() -> new BadInput("--input: '"
                    + text + "' is neither a file nor a picture that comes with the app; those are "
                    + String.join(", ", Arrays.stream(BuiltInPicture.values()).map(BuiltInPicture::id).toList())));
        }
        try {
            return PictureFile.read(file);
        } catch (UnreadablePicture e) {
            throw new BadInput("--input: " + e.getMessage());
        }
    }

    private static Path folder(String text) {
        Path folder = path("--dump", text);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInput("--dump: '" + text + "' cannot be made a folder; name one that you may write to");
        }
        if (!Files.isWritable(folder)) {
            throw new BadInput("--dump: '" + text + "' may not be written to; name a folder that you may write to");
        }
        return folder;
    }

    static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadInput(option + ": '" + text + "' is no file name");
        }
    }
}
