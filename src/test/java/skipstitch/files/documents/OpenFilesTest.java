package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {
    @TempDir
    Path folder;
    private DataFolder data;
    private OpenFiles open;
    private Path file;

    @BeforeEach
    void oneFile() throws IOException {
        data = new DataFolder(folder.resolve("data"));
        open = new OpenFiles(data);
        file = Files.writeString(folder.resolve("it.skip.json"), "{}");
    }

    @Test
    void aSecondWindowIsToldUntilTheFirstCloses() {
        try (OpenFiles.Hold first = open.open(file)) {
            assertThat(first.isElsewhere()).isFalse();
            try (OpenFiles.Hold second = open.open(file)) {
                assertThat(second.isElsewhere()).isTrue();
            }
            try (OpenFiles.Hold other = open.open(folder.resolve("other.skip.json"))) {
                assertThat(other.isElsewhere()).isFalse();
            }
        }
        try (OpenFiles.Hold later = open.open(file)) {
            assertThat(later.isElsewhere()).isFalse();
        }
        assertThat(data.path().resolve("open")).isEmptyDirectory();
    }

    @Test
    void aSecondProcessIsToldUntilTheFirstDies() throws Exception {
        try (Neighbour _ = new Neighbour(data, file); OpenFiles.Hold here = open.open(file)) {
            assertThat(here.isElsewhere()).isTrue();
        }
        try (OpenFiles.Hold later = open.open(file)) {
            assertThat(later.isElsewhere()).isFalse();
        }
        assertThat(data.path().resolve("open")).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkLeadsToTheSameFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.skip.json"), file);
        try (OpenFiles.Hold _ = open.open(file); OpenFiles.Hold second = open.open(link);
                OpenFiles.Hold third = open.open(folder.resolve("data/../it.skip.json"))) {
            assertThat(second.isElsewhere()).isTrue();
            assertThat(third.isElsewhere()).isTrue();
        }
    }

    @Test
    void aProcessWithTheNumberOfADeadOneIsAnother() {
        Owner here = Owner.here();
        assertThat(here.isRunning()).isTrue();
        assertThat(Owner.parse(here.toString())).contains(here);
        assertThat(new Owner(here.pid(), here.started() - 600_000, 1).isRunning()).isFalse();
        assertThat(Owner.parse("12")).isEmpty();
    }

    @Test
    void whereNoMarkCanBeLeftNothingIsNoticed() throws IOException {
        OpenFiles blocked = new OpenFiles(new DataFolder(Files.writeString(folder.resolve("taken"), "by a file")));
        try (OpenFiles.Hold first = blocked.open(file); OpenFiles.Hold second = blocked.open(file)) {
            assertThat(first.isElsewhere()).isFalse();
            assertThat(second.isElsewhere()).isFalse();
        }
    }
}
