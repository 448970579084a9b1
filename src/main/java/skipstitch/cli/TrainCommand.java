package skipstitch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import skipstitch.engine.Engine;
import skipstitch.files.Nearest;
import skipstitch.files.races.RaceFolder;
import skipstitch.network.Network;
import skipstitch.network.Variant;
import skipstitch.session.EngineStart;
import skipstitch.training.Optimiser;
import skipstitch.training.Race;
import skipstitch.training.RaceSettings;
import skipstitch.training.Run;
import skipstitch.training.Unraceable;
import skipstitch.training.tasks.Task;
import skipstitch.training.tasks.TaskFit;

/** The race without a window. */
@Command(name = "train", mixinStandardHelpOptions = true,
        description = "Trains a network for a task in several variants, from several seeds, and writes curves, weights"
                + " and a summary.")
final class TrainCommand implements Runnable {
    /** Such a share of all steps goes by between two notices. */
    private static final double PROGRESS = 0.1;

    @Parameters(paramLabel = "TASK", description = "segmentation, cells, textures or denoising.")
    private String task;
    @Option(names = "--net", paramLabel = "NET", required = true, description = NetArgument.DESCRIPTION)
    private String net;
    @Option(names = "--input-shape", paramLabel = "CxHxW", description = "Another shape of the input, like 3x64x64.")
    private Optional<String> shape;
    @Option(names = "--merge", paramLabel = "MERGE", split = ",", defaultValue = "add,concat,no-skip",
            converter = MergeWord.class,
            description = "The lanes, with commas between: as-drawn, add, concat, no-skip. By default ${DEFAULT-VALUE}.")
    private List<Variant> merges;
    @Option(names = "--seeds", paramLabel = "N", defaultValue = "" + RaceSettings.SEEDS,
            description = "From how many seeds each lane is trained; by default ${DEFAULT-VALUE}.")
    private int seeds;
    @Option(names = "--first-seed", paramLabel = "N", defaultValue = "1",
            description = "The first of them, the others follow; by default ${DEFAULT-VALUE}.")
    private long firstSeed;
    @Option(names = "--steps", paramLabel = "N", defaultValue = "" + RaceSettings.STEPS,
            description = "How many batches each is trained on; by default ${DEFAULT-VALUE}.")
    private int steps;
    @Option(names = "--batch", paramLabel = "N", defaultValue = "" + RaceSettings.BATCH,
            description = "Pictures in a batch; by default ${DEFAULT-VALUE}.")
    private int batch;
    @Option(names = "--lr", paramLabel = "X", defaultValue = "" + RaceSettings.RATE,
            description = "Learning rate, which falls to a tenth over the second half; by default ${DEFAULT-VALUE}.")
    private double rate;
    @Option(names = "--optimiser", paramLabel = "NAME", defaultValue = "adam",
            description = "adam (default), or sgd, which has momentum 0.9.")
    private String optimiser;
    @Option(names = "--every", paramLabel = "N", defaultValue = "" + RaceSettings.EVERY,
            description = "Steps from one point of a curve to the next; by default ${DEFAULT-VALUE}.")
    private int every;
    @Option(names = "--held-out", paramLabel = "N", defaultValue = "" + RaceSettings.HELD_OUT,
            description = "Pictures that each point is measured on; by default ${DEFAULT-VALUE}.")
    private int heldOut;
    @Option(names = "--equal-parameters",
            description = "Lanes get other widths, until they have about as many parameters as the network as drawn.")
    private boolean equalParameters;
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write into.")
    private String out;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Task wanted = task();
        Net opened = NetArgument.net(net, err());
        Net sized = shape.map(text -> opened.withInput(NetArgument.shape("--input-shape", text))).orElse(opened);
        RaceSettings settings = settings(wanted, sized.network());
        if (wanted.fit(settings.network()) instanceof TaskFit.Refused(String why)) {
            throw new BadInput(why);
        }
        Path folder = folder();
        EngineStart start = EngineStart.open();
        start.notice().ifPresent(notice -> say(notice.text()));
        try (Engine engine = start.engine();
                Race race = Race.of(settings, start.tapes(Runtime.getRuntime().availableProcessors()))) {
            race.lanes().stream().flatMap(lane -> lane.changes().stream()).distinct().forEach(this::say);
            RaceFolder files = RaceFolder.at(folder);
            files.writeSettings(race, engine.name());
            train(race, files, sized);
            files.writeSummary(race);
        } catch (Unraceable e) {
            throw new BadInput(e.getMessage());
        } catch (IOException e) {
            throw new BadInput("'" + folder + "' cannot be written to any more (" + e.getMessage()
                    + "); name a folder where there is room and permission");
        }
        spec.commandLine().getOut().println(folder.resolve(RaceFolder.SUMMARY));
    }

    private void train(Race race, RaceFolder files, Net from) throws IOException {
        Set<Run> written = new HashSet<>();
        double told = 0;
        boolean more = true;
        while (more) {
            more = race.step();
            for (Run run : race.runs()) {
                if (run.isOver() && written.add(run)) {
                    files.writeRun(race, run, from.origin().document().picture());
                    tell(race, run);
                }
            }
            if (more && race.progress() >= told + PROGRESS) {
                told = race.progress();
                say(String.format(Locale.ROOT, "%3.0f%%", 100 * told));
            }
        }
    }

    private void tell(Race race, Run run) {
        String how = run.curve().diverged().orElseGet(() -> run.curve().last().map(point -> String.format(Locale.ROOT,
                "%s %.3f, loss %.4f, %.1f s", race.settings().task().score().title(),
                point.scores().of(race.settings().task().score()), point.loss(), point.seconds())).orElse(""));
        say(String.format(Locale.ROOT, "%3.0f%%  %s, seed %d: %s", 100 * race.progress(),
                run.lane().variant().word(), run.seed(), how));
    }

    private Task task() {
        List<String> words = Arrays.stream(Task.values()).map(Task::word).toList();
        return Task.named(task).orElseThrow(() -> new BadInput("there is no task '" + task + "'; the nearest is '"
                + Nearest.first(task, words) + "', all are " + String.join(", ", words)));
    }

    private RaceSettings settings(Task wanted, Network network) {
        Optimiser by = Optimiser.named(optimiser).orElseThrow(() -> new BadInput("--optimiser: '" + optimiser
                + "' is none of " + Arrays.stream(Optimiser.values()).map(Optimiser::word)
                .collect(Collectors.joining(", "))));
        try {
            return new RaceSettings(wanted, network, merges, RaceSettings.seeds(firstSeed, Math.clamp(seeds, 0,
                    RaceSettings.MOST_SEEDS + 1)), steps, batch, rate, by, every, heldOut, equalParameters);
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }

    private Path folder() {
        Path folder = RunCommand.path("--out", out);
        try {
            if (RaceFolder.holdsCurves(folder)) {
                throw new BadInput("--out: '" + out + "' holds tables of another race; name a new folder");
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInput("--out: '" + out + "' cannot be made a folder; name one that you may write to");
        }
        if (!Files.isWritable(folder)) {
            throw new BadInput("--out: '" + out + "' may not be written to; name a folder that you may write to");
        }
        return folder;
    }

    private void say(String what) {
        err().println("skipstitch: " + what);
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
