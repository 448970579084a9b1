package skipstitch.files.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.ChosenPicture;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.files.AtomicFile;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Layer.Conv;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Variant;
import skipstitch.training.Optimiser;
import skipstitch.training.Race;
import skipstitch.training.RaceSettings;
import skipstitch.training.Run;
import skipstitch.training.Unraceable;
import skipstitch.training.tasks.Task;

class RaceFolderTest {
    private static final ChosenPicture PICTURE = ChosenPicture.whole(BuiltInPicture.CELLS.load());

    @TempDir
    private Path folder;

    private static Race raced(Task task) throws Unraceable {
        NetworkBuilder net = new NetworkBuilder("one");
        net.chain("head", Conv.same(1, 3), net.input(1, 16, 16));
        Race race = Race.of(new RaceSettings(task, net.build(), List.of(Variant.AS_DRAWN), List.of(3L), 2, 1, 0.01,
                Optimiser.SGD, 1, 1, false), new PlainTapes());
        boolean more = true;
        while (more) {
            more = race.step();
        }
        return race;
    }

    @Test
    void aCurveHasItsScoreInTheFourthColumnAndTimeInTheLast() throws Exception {
        try (Race race = raced(Task.DENOISING)) {
            RaceFolder.at(folder).writeRun(race, race.runs().getFirst(), PICTURE);
            List<String> lines = Files.readAllLines(folder.resolve("as-drawn-3.csv"));
            assertThat(lines.getFirst()).isEqualTo("step,seed,loss,score,training_loss,seconds");
            assertThat(lines.get(1)).matches("0,3,[0-9.E-]+,[0-9.]+,,0.000");
            assertThat(lines.get(3)).matches("2,3,[0-9.E-]+,[0-9.]+,[0-9.E-]+,\\d+\\.\\d{3}");
            assertThat(RaceFolder.holdsCurves(folder)).isTrue();
        }
    }

    @Test
    void aFullDiskLeavesNoHalfOfAFile() throws Exception {
        RaceFolder full = new RaceFolder(folder, (file, content) -> AtomicFile.write(file,
                out -> content.writeTo(new Cut(out))));
        try (Race race = raced(Task.DENOISING)) {
            Run run = race.runs().getFirst();
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> full.writeRun(race, run, PICTURE))
                    .withMessage("No space left on device");
            assertThat(folder).isEmptyDirectory();
            assertThat(run.curve().points()).hasSize(3);
            RaceFolder.at(folder).writeRun(race, run, PICTURE);
            assertThat(folder.resolve("as-drawn-3.csv")).isNotEmptyFile();
        }
    }

    /** Takes ten bytes. */
    private static final class Cut extends OutputStream {
        private final OutputStream out;
        private int left = 10;

        Cut(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            if (left-- == 0) {
                throw new IOException("No space left on device");
            }
            out.write(value);
        }
    }
}
