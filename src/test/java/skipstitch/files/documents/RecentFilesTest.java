package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {
    @TempDir
    Path folder;
    private DataFolder data;
    private RecentFiles recent;

    @BeforeEach
    void nothingOpenedYet() {
        data = new DataFolder(folder.resolve("data"));
        recent = new RecentFiles(data);
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name + SkipFile.ENDING), "{}");
    }

    @Test
    void theLastTenAreListedTheLastOneFirst() throws IOException {
        assertThat(recent.list()).isEmpty();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            files.addFirst(file("net " + i));
            recent.add(files.getFirst());
        }
        assertThat(new RecentFiles(data).list()).isEqualTo(files.subList(0, 10));
    }

    @Test
    void aFileThatIsOpenedAgainMovesToTheFront() throws IOException {
        Path a = file("a");
        Path b = file("Öffnung");
        recent.add(a);
        recent.add(b);
        recent.add(folder.resolve("data/../a" + SkipFile.ENDING));
        assertThat(recent.list()).containsExactly(a, b);
    }

    @Test
    void aFileThatIsGoneIsNotListed() throws IOException {
        Path a = file("a");
        Path b = file("b");
        recent.add(a);
        recent.add(b);
        Files.delete(b);
        assertThat(recent.list()).containsExactly(a);
    }

    @Test
    void aDamagedListIsEmptyAndBeginsAnew() throws IOException {
        Path a = file("a");
        recent.add(a);
        Path list = data.path().resolve("recent.txt");
        Files.write(list, new byte[] {(byte) 0xFF, 0, 'x', '\n', '\n', 'y'});
        assertThat(recent.list()).isEmpty();
        recent.add(a);
        assertThat(recent.list()).containsExactly(a);
        Files.delete(list);
        Files.createDirectory(list);
        assertThat(recent.list()).isEmpty();
        recent.add(a);
    }
}
