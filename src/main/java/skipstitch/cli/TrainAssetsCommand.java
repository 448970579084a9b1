package skipstitch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import skipstitch.engine.Engine;
import skipstitch.files.documents.TrainedWeights;
import skipstitch.network.Network;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.training.Optimiser;
import skipstitch.training.Race;
import skipstitch.training.RaceSettings;
import skipstitch.training.Run;
import skipstitch.training.Unraceable;
import skipstitch.training.tasks.Task;

/** Makes the trained weights that come with the app: to the bit the same ones, on the same machine. */
@Command(name = "train-assets", mixinStandardHelpOptions = true, hidden = true,
        description = "Trains the small networks that come with the app, for assets/trained.")
final class TrainAssetsCommand implements Runnable {
    private static final int STEPS = 400;
    private static final List<Lesson> ALL = List.of(
            new Lesson("residual-block", Task.SEGMENTATION), new Lesson("residual-projection", Task.TEXTURES),
            new Lesson("encoder-decoder", Task.SEGMENTATION), new Lesson("dense-block", Task.SEGMENTATION),
            new Lesson("mini-unet", Task.SEGMENTATION), new Lesson("mini-segnet", Task.SEGMENTATION),
            new Lesson("mini-fcn", Task.SEGMENTATION), new Lesson("mini-linknet", Task.SEGMENTATION),
            new Lesson("small-unet", Task.SEGMENTATION), new Lesson("small-resnet", Task.TEXTURES),
            new Lesson("small-densenet", Task.TEXTURES));

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write into.")
    private String out;
    @Option(names = "--only", paramLabel = "NET", split = ",", description = "These alone.")
    private List<String> only = List.of();
    @Spec
    private CommandSpec spec;

    /** Which network is trained for what. */
    private record Lesson(String preset, Task task) {

        Network network() {
            return Presets.find(preset).orElseThrow().network();
        }

        RaceSettings settings() {
            return new RaceSettings(task, network(), List.of(Variant.AS_DRAWN), List.of(1L), STEPS, RaceSettings.BATCH,
                    RaceSettings.RATE, Optimiser.ADAM, STEPS, 1, false);
        }
    }

    @Override
    public void run() {
        EngineStart start = EngineStart.open();
        Path folder = RunCommand.path("--out", out);
        try (Engine _ = start.engine()) {
            Files.createDirectories(folder);
            for (Lesson lesson : ALL) {
                if (only.isEmpty() || only.contains(lesson.preset())) {
                    train(lesson, folder, start);
                }
            }
        } catch (IOException e) {
            throw new BadInput("'" + folder + "' cannot be written to: " + e.getMessage());
        } catch (Unraceable e) {
            throw new IllegalStateException(e);
        }
    }

    /** On one thread: sums come in one order, however many cores there are. */
    private void train(Lesson lesson, Path folder, EngineStart start) throws IOException, Unraceable {
        try (Race race = Race.of(lesson.settings(), start.tapes(1))) {
            Run run = race.runs().getFirst();
            boolean more = true;
            while (more) {
                more = run.step();
            }
            Path file = TrainedWeights.write(folder, lesson.network(), run.lane().trained().network(),
                    run.weights().orElseThrow());
            spec.commandLine().getOut().println(file);
            spec.commandLine().getOut().flush();
        }
    }
}
