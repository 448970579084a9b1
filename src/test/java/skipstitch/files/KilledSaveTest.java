package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that ends in the middle of a save leaves the old file or the new one. */
class KilledSaveTest {
    private static final int KILLS = 8;
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"HALF, a", "WRITTEN, a", "FORCED, a", "MOVED, b"})
    void afterEachStepTheFileIsWhole(String step, char version) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("it"), SavingProcess.version('a'));
        assertThat(SavingProcess.start(file, step).waitFor()).isEqualTo(SavingProcess.HALTED);
        assertThat(file).hasBinaryContent(SavingProcess.version(version));
    }

    @Test
    void atAnyMomentTheFileIsWhole() throws IOException, InterruptedException {
        long seed = 5;
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            Path file = Files.write(folder.resolve("it" + kill), SavingProcess.version('a'));
            Process saving = SavingProcess.start(file, "forever");
            int saves = 1 + random.nextInt(20);
            assertThat(saving.getInputStream().readNBytes(saves)).hasSize(saves);
            // The next save is under way, how far is left to chance.
            for (long spins = random.nextLong(2_000_000); spins > 0; spins--) {
                Thread.onSpinWait();
            }
            saving.destroyForcibly().waitFor();
            byte[] content = Files.readAllBytes(file);
            assertThat(content).as("seed %s, kill %s", seed, kill).isEqualTo(SavingProcess.version((char) content[0]));
        }
    }
}
