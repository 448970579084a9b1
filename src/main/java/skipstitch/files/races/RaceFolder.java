package skipstitch.files.races;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.Weights;
import skipstitch.files.AtomicFile;
import skipstitch.files.documents.SkipFile;
import skipstitch.training.Curve;
import skipstitch.training.Race;
import skipstitch.training.Run;

/**
 * A folder for one race: {@code settings.json}; {@code add-1.csv} for each run; {@code add-1.skip.json} for each that came
 * to its end, the trained network with its weights beside it, which the app opens; {@code summary.md}. Each file is
 * written whole or not at all.
 */
public final class RaceFolder {
    public static final String SETTINGS = "settings.json";
    public static final String SUMMARY = "summary.md";
    public static final String CSV = ".csv";

    private final Path folder;
    private final Writing writing;

    /** Puts a file on a disk. */
    @FunctionalInterface
    interface Writing {
        void write(Path file, AtomicFile.Content content) throws IOException;
    }

    /** @param writing for tests, whose disk may be full */
    RaceFolder(Path folder, Writing writing) {
        this.folder = folder;
        this.writing = writing;
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws IOException if it cannot be made
     */
    public static RaceFolder at(Path folder) throws IOException {
        return new RaceFolder(Files.createDirectories(folder), AtomicFile::write);
    }

    /** Whether tables of another race are in a folder. */
    public static boolean holdsCurves(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(CSV));
        }
    }

    /** @param engine what computes, for a person */
    public void writeSettings(Race race, String engine) throws IOException {
        write(SETTINGS, RaceJson.of(race, engine));
    }

    /**
     * The run's curve, and its network if it came to its end.
     *
     * @param picture for whoever opens the network
     */
    public void writeRun(Race race, Run run, ChosenPicture picture) throws IOException {
        Curve curve = run.curve();
        String name = curve.variant().word() + "-" + curve.seed();
        write(name + CSV, CurveCsv.of(race.settings().task(), curve));
        Optional<Weights> weights = run.weights();
        if (weights.isPresent()) {
            SkipFile.write(folder.resolve(name + SkipFile.ENDING),
                    Document.of(run.lane().trained().network(), picture, run.seed())
                            .withGiven(GivenWeights.of(run.lane().trained(), weights.get())));
        }
    }

    /** Of what has run by now. */
    public void writeSummary(Race race) throws IOException {
        write(SUMMARY, RaceSummary.of(race));
    }

    private void write(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writing.write(folder.resolve(name), out -> out.write(bytes));
    }
}
