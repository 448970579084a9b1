package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.Document;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.SeededWeights;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;

class AutosaveTest {
    private static final Document DOCUMENT = SkipFileTest.document(Presets.first().network());
    @TempDir
    Path folder;
    private DataFolder data;

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        data = new DataFolder(folder.resolve("data"));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(data.path().resolve("unsaved"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatAKilledProcessHadNotSavedIsHadBack() throws Exception {
        Path original = folder.resolve("lesson 1.skip.json");
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Autosave autosave = new Autosave(data);
        try (Neighbour _ = new Neighbour(data, original)) {
            assertThat(autosave.leftBehind()).as("it still runs").isEmpty();
        }

        List<Autosave.Recovered> left = autosave.leftBehind();
        assertThat(left).singleElement().satisfies(recovered -> {
            assertThat(recovered.original()).contains(original);
            assertThat(recovered.time()).isAfterOrEqualTo(before);
            assertThat(SkipFile.read(recovered.file())).isEqualTo(new ReadDocument.Whole(DOCUMENT));
        });

        autosave.discard(left.getFirst());
        assertThat(autosave.leftBehind()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void weightsThatANetworkCameWithAreKeptAndGoWithIt() throws Exception {
        Lane lane = Variant.AS_DRAWN.of(Presets.first().network());
        Document document = DOCUMENT.withGiven(GivenWeights.of(lane.shapes(),
                new SeededWeights(Initialisation.of(Presets.first().network(), 5)).of(lane)));
        Autosave autosave = new Autosave(data);
        autosave.keep(document, Optional.empty());
        assertThat(files()).hasSize(2);
        assertThat(SkipFile.read(files().getLast())).isEqualTo(new ReadDocument.Whole(document));
        autosave.forget();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsNewerTakesThePlaceOfWhatWasKeptBefore() throws Exception {
        Autosave autosave = new Autosave(data);
        assertThat(autosave.keep(DOCUMENT, Optional.of(folder.resolve("a.skip.json")))).isEmpty();
        Document newer = SkipFileTest.document(Presets.all().getLast().network());
        assertThat(autosave.keep(newer, Optional.empty())).isEmpty();

        assertThat(files()).singleElement().satisfies(file ->
                assertThat(SkipFile.read(file)).isEqualTo(new ReadDocument.Whole(newer)));
        assertThat(autosave.leftBehind()).as("this process runs").isEmpty();
    }

    @Test
    void windowsOfOneProcessDoNotMeet() throws Exception {
        Autosave one = new Autosave(data);
        Autosave other = new Autosave(data);
        one.keep(DOCUMENT, Optional.empty());
        other.keep(DOCUMENT, Optional.empty());
        assertThat(files()).hasSize(2);

        one.forget();
        assertThat(files()).hasSize(1);
        other.forget();
        other.forget();
        assertThat(files()).isEmpty();
    }

    @Test
    void filesOfOthersInTheFolderAreLeftAlone() throws Exception {
        Autosave autosave = new Autosave(data);
        autosave.keep(DOCUMENT, Optional.empty());
        Files.writeString(data.path().resolve("unsaved/mine.skip.json"), "{}");
        Files.writeString(data.path().resolve("unsaved/1-1.skip.json"), "{}");
        assertThat(autosave.leftBehind()).isEmpty();
    }

    @Test
    void ofWhatIsLeftBehindTheNewestIsFirst() throws Exception {
        Path unsaved = Files.createDirectories(data.path().resolve("unsaved"));
        for (int i = 1; i <= 3; i++) {
            Path file = Files.writeString(unsaved.resolve(999_999_999_999L + "-1-" + i + SkipFile.ENDING), "{}");
            Files.setLastModifiedTime(file, FileTime.fromMillis(i * 100_000L));
        }
        assertThat(new Autosave(data).leftBehind()).extracting(recovered -> recovered.time().toEpochMilli())
                .containsExactly(300_000L, 200_000L, 100_000L);
    }

    @Test
    void whereNothingCanBeWrittenItSaysSoOnce() throws IOException {
        DataFolder blocked = new DataFolder(Files.writeString(folder.resolve("taken"), "by a file"));
        Autosave autosave = new Autosave(blocked);
        assertThat(autosave.keep(DOCUMENT, Optional.empty())).hasValueSatisfying(sentence ->
                assertThat(sentence).contains(blocked.path().toString()).endsWith("."));
        assertThat(autosave.keep(DOCUMENT, Optional.empty())).isEmpty();
        assertThat(autosave.leftBehind()).isEmpty();
        autosave.forget();
    }
}
