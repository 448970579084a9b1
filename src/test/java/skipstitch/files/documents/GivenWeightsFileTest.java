package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.SeededWeights;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Documents whose network came with weights. */
class GivenWeightsFileTest {
    @TempDir
    Path folder;
    @TempDir
    Path outside;

    static Stream<Preset> presets() {
        return Stream.concat(Presets.all().stream(), Stream.of("mini-unet", "mini-segnet", "densenet-40-12")
                .map(name -> Presets.find(name).orElseThrow()));
    }

    private static Document document(Preset preset) {
        Lane lane = Variant.AS_DRAWN.of(preset.network());
        GivenWeights given = GivenWeights.of(lane.shapes(),
                new SeededWeights(Initialisation.of(preset.network(), 5)).of(lane));
        return Document.of(preset.network(), ChosenPicture.whole(BuiltInPicture.HOUSE.load()), 1).withGiven(given);
    }

    private Path saved(Document document) throws IOException {
        Path file = folder.resolve("lesson.skip.json");
        SkipFile.write(file, document);
        return file;
    }

    private Path weights() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(each -> each.toString().endsWith(WeightsFile.ENDING)).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatIsSavedComesBackWithItsWeights(Preset preset) throws Exception {
        Document document = document(preset);
        assertThat(SkipFile.read(saved(document))).isEqualTo(new ReadDocument.Whole(document));
    }

    @Test
    void theWeightsAreWrittenOnceAndNotAgainWithEachSave() throws Exception {
        Document document = document(Presets.first());
        saved(document);
        Files.write(weights(), new byte[] {1});
        saved(document.withKnob(1));
        assertThat(Files.size(weights())).isEqualTo(1);
    }

    private void untrainedWith(Path file, String problem) throws UnreadableDocument {
        ReadDocument read = SkipFile.read(file);
        assertThat(read.document().given().isNone()).isTrue();
        assertThat(read.document().network()).isEqualTo(Presets.first().network());
        assertThat(read.problems()).hasSize(1).allSatisfy(each -> assertThat(each).contains(problem)
                .endsWith("Untrained weights stand in for them."));
    }

    @Test
    void weightsThatAreGoneAreSaidAndTheRestIsOpened() throws Exception {
        Path file = saved(document(Presets.first()));
        Files.delete(weights());
        untrainedWith(file, "which is not there");
    }

    @Test
    void weightsThatAreNotThoseThatWereSavedAreNotTaken() throws Exception {
        Path file = saved(document(Presets.first()));
        Path weights = weights();
        GivenWeights others = GivenWeights.of(Variant.AS_DRAWN.of(Presets.first().network()).shapes(),
                new SeededWeights(Initialisation.of(Presets.first().network(), 6))
                        .of(Variant.AS_DRAWN.of(Presets.first().network())));
        Files.delete(weights);
        WeightsFile.write(weights, others);
        untrainedWith(file, "are not those that were saved");
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        Path file = saved(document(Presets.first()));
        Path weights = weights();
        Path elsewhere = outside.resolve("weights.npz");
        Files.move(weights, elsewhere);
        Files.createSymbolicLink(weights, elsewhere);
        untrainedWith(file, "cannot be read");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws Exception {
        Path file = saved(document(Presets.first()));
        String name = weights().getFileName().toString();
        Files.writeString(file, Files.readString(file).replace(name, "../" + name));
        ReadDocument read = SkipFile.read(file);
        assertThat(read.document().given().isNone()).isTrue();
        assertThat(read.problems()).hasSize(1).allSatisfy(each -> assertThat(each).contains("beside this one"));
    }

    @Test
    void brokenWeightsAreSaidWhateverIsBroken() throws Exception {
        Path file = saved(document(Presets.first()));
        byte[] whole = Files.readAllBytes(weights());
        int refused = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            byte[] broken = random.nextBoolean() ? Arrays.copyOf(whole, random.nextInt(whole.length))
                    : whole.clone();
            for (int i = 0; i < 1 + random.nextInt(4) && broken.length > 0; i++) {
                broken[random.nextInt(Math.min(broken.length, random.nextBoolean() ? 300 : broken.length))] =
                        (byte) random.nextInt();
            }
            Files.write(weights(), broken);
            ReadDocument read = SkipFile.read(file);
            assertThat(read.document().network()).as("seed %s", seed).isEqualTo(Presets.first().network());
            refused += read.document().given().isNone() ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(300);
    }
}
