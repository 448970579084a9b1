package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.document.ChosenPicture;
import skipstitch.document.CropBox;
import skipstitch.document.Document;
import skipstitch.document.Selection;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.SkipFile;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session;

/** Every command takes a file where it takes a preset. */
class FileCommandsTest {
    @TempDir
    private Path folder;

    private Path saved(String preset) {
        Path file = folder.resolve(preset + ".skip.json");
        assertThat(Typed.of("save", preset, "--out", file.toString())).isEqualTo(new Typed(0, file + "\n", ""));
        return file;
    }

    /** With another picture, seed and lanes than a preset's. */
    private Path ownFile() throws IOException {
        Document document = new Document(Presets.first().network(), Map.of(), List.of(Variant.NO_SKIP),
                Selection.NONE, Optional.empty(), new ChosenPicture(BuiltInPicture.FACE.load(),
                Optional.of(new CropBox(10, 20, 30, 30))), 77, 9);
        Path file = folder.resolve("own.skip.json");
        SkipFile.write(file, document);
        return file;
    }

    private static String damaged(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replace("\"op\": \"relu\"", "\"op\": \"rleu\""));
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"residual-block", "residual-projection", "encoder-decoder", "dense-block"})
    void theShapesOfASavedPresetAreItsOwn(String preset) {
        assertThat(Typed.of("shapes", saved(preset).toString(), "--merge", "concat", "--format", "json"))
                .isEqualTo(Typed.of("shapes", preset, "--merge", "concat", "--format", "json"));
    }

    @Test
    void savingASavedFileWritesTheSame() throws IOException {
        Path file = ownFile();
        Path again = folder.resolve("again.skip.json");
        assertThat(Typed.of("save", file.toString(), "--out", again.toString()).code()).isZero();
        assertThat(again).hasSameTextualContentAs(file);
    }

    @Test
    void whatIsDoneToTensorsInAFileIsDoneInItsRunAndSaid() throws IOException {
        Network network = Presets.find("residual-block").orElseThrow().network();
        Document plain = Document.of(network, ChosenPicture.whole(BuiltInPicture.HOUSE.load()), 1);
        Path file = folder.resolve("erased.skip.json");
        SkipFile.write(file, plain.withKnob(0.5).withInterventions(Interventions.none()
                .with(new Edge(NodeId.of("merge"), 0), new EraseAll()).with(new Edge(NodeId.of("merge"), 1), new EraseAll())));
        Path dump = folder.resolve("dump");
        Typed typed = Typed.of("run", file.toString(), "--dump", dump.toString());
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("x into merge: erased; F(x) into merge: erased; the knob at 0.50");
        byte[] merged = Files.readAllBytes(dump.resolve("merge.npy"));
        assertThat(Arrays.copyOfRange(merged, merged.length - 8 * 32 * 32 * Float.BYTES, merged.length))
                .containsOnly(0);
    }

    @Test
    void aFileRunsOnItsOwnPictureWithItsOwnSeed() throws IOException {
        Path dump = folder.resolve("dump");
        Typed typed = Typed.of("run", ownFile().toString(), "--dump", dump.toString());
        assertThat(typed.code()).as(typed.err()).isZero();
        JsonNode index = new ObjectMapper().readTree(dump.resolve("run.json").toFile());
        assertThat(index.get("seed").asInt()).isEqualTo(77);
        assertThat(index.get("picture").asText()).isEqualTo("Face");

        Typed.of("run", ownFile().toString(), "--input", "house", "--seed", "1", "--dump", dump.toString());
        index = new ObjectMapper().readTree(dump.resolve("run.json").toFile());
        assertThat(index.get("seed").asInt()).isEqualTo(Session.SEED);
        assertThat(index.get("picture").asText()).isEqualTo("House");
    }

    @Test
    void theWindowOpensAFileAndKnowsWhereToSaveIt() throws IOException {
        Path file = ownFile();
        RecordingScreen screen = new RecordingScreen(true);
        assertThat(Typed.on(screen, "open", file.toString())).isEqualTo(new Typed(0, "", ""));
        assertThat(screen.opened).singleElement().satisfies(net -> {
            assertThat(net.origin().file()).contains(file);
            assertThat(net.origin().document().seed()).isEqualTo(77);
            assertThat(net.stem()).isEqualTo("own");
        });
    }

    @Test
    void renderShowsTheLanesOfTheFileUnlessAskedOtherwise() throws IOException {
        RecordingScreen screen = new RecordingScreen(true);
        String out = folder.resolve("a.png").toString();
        Typed.on(screen, "render", ownFile().toString(), "--out", out);
        Typed.on(screen, "render", ownFile().toString(), "--out", out, "--merge", "both");
        assertThat(screen.rendered).extracting(rendering -> rendering.net().origin().document().lanes())
                .containsExactly(List.of(Variant.NO_SKIP), List.of(Variant.ADD, Variant.CONCAT));
    }

    @Test
    void commandsGoOnWithWhatCanBeKeptOfAFileAndSayWhatCannot() throws IOException {
        String file = damaged(saved("residual-block"));
        Typed typed = Typed.of("shapes", file);
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("conv2").doesNotContain("relu1");
        assertThat(typed.errLines()).hasSize(2).allMatch(line -> line.startsWith("skipstitch: " + file + ": Line "))
                .first().asString().contains("“rleu”", "“relu”");

        RecordingScreen screen = new RecordingScreen(true);
        Typed.on(screen, "open", file);
        assertThat(screen.opened).singleElement().satisfies(net -> {
            assertThat(net.origin().file()).as("the damaged file is not written over").isEmpty();
            assertThat(net.problems()).hasSize(2);
        });
    }

    @Test
    void aFileOfWhichNothingCanBeKeptIsBadInput() throws IOException {
        Path file = Files.writeString(folder.resolve("newer.skip.json"), "{\"skipstitch\": 7}");
        for (String command : List.of("shapes", "open")) {
            Typed typed = Typed.of(command, file.toString());
            assertThat(typed.code()).isEqualTo(2);
            assertThat(typed.errLines()).singleElement().asString()
                    .contains("newer.skip.json", "version 7", "update the app");
        }
    }

    @Test
    void aBrokenNetworkRunsAsFarAsItGoes() throws IOException {
        Path file = saved("residual-block");
        Files.writeString(file, Files.readString(file).replace("\"from\": \"relu1\"", "\"from\": \"nowhere\""));
        Path dump = folder.resolve("dump");
        Typed typed = Typed.of("run", file.toString(), "--dump", dump.toString());
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.errLines()).singleElement().asString().contains("nowhere");
        assertThat(dump.resolve("relu1.npy")).exists();
        assertThat(dump.resolve("conv2.npy")).doesNotExist();
    }

    @Test
    void everyNetworkThatCanBeDrawnHasItsShapesListed() throws IOException {
        HostileNetworks networks = new HostileNetworks(new Random(31));
        for (int i = 0; i < 100; i++) {
            Path file = folder.resolve("hostile.skip.json");
            SkipFile.write(file, Document.of(networks.next(), ChosenPicture.whole(BuiltInPicture.HOUSE.load()), 1));
            Typed typed = Typed.of("shapes", file.toString(), "--merge", Variant.values()[i % 4].word());
            assertThat(typed.code()).as("seed 31, network %s: %s", i, typed.err()).isZero();
        }
    }

    @Test
    void aNetworkWithoutAnInputHasNothingToRun() throws IOException {
        Path file = Files.writeString(folder.resolve("relu.skip.json"),
                "{\"skipstitch\": 1, \"nodes\": [{\"id\": \"a\", \"op\": \"relu\"}]}");
        assertThat(Typed.of("shapes", file.toString()).code()).isZero();
        Typed typed = Typed.of("run", file.toString(), "--dump", folder.resolve("dump").toString());
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.errLines()).singleElement().asString().contains("has no input");
    }

    @Test
    void aFolderIsNoPlaceToSave() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken.skip.json"));
        Typed typed = Typed.of("save", "residual-block", "--out", taken.toString());
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.errLines()).singleElement().asString().contains("taken.skip.json", "is a folder");
    }
}
