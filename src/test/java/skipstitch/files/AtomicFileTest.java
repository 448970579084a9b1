package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.Picture;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void theOldContentIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("it"), "something longer");
        AtomicFile.write(file, out -> out.write("new".getBytes(StandardCharsets.US_ASCII)));
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aFailureLeavesTheOldContentAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("it"), "old");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> AtomicFile.write(file, out -> {
            out.write(new byte[1 << 20]);
            throw new IOException("disk full");
        })).withMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("it");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("it"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, out -> out.write('n'));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("n");
    }

    @Test
    void aPngComesBackAsItWasWritten() throws Exception {
        Path file = folder.resolve("it.png");
        int[] opaque = {0xFF102030, 0xFFFFFFFF, 0xFF000000, 0xFF0A0B0C, 0xFFFE0000, 0xFF00FE00};
        PngFile.write(file, opaque, 3, 2);
        Picture picture = PictureFile.read(file);
        assertThat(picture).hasToString("it.png, 3×2");
        assertThat(picture.pixels()).containsExactly(opaque);
        PngFile.write(file, new int[] {0x00000000, 0xFF00FF00}, 2, 1);
        assertThat(PictureFile.read(file).pixels()).containsExactly(0xFFFFFFFF, 0xFF00FF00);
        assertThatIllegalArgumentException().isThrownBy(() -> PngFile.write(file, opaque, 2, 2));
    }
}
