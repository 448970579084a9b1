package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.document.Document;
import skipstitch.files.documents.SkipFile;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private Typed train(String task, String net, String... more) {
        return Typed.of(Stream.concat(Stream.of("train", task, "--net", net, "--steps", "4", "--every", "2", "--batch",
                "2", "--held-out", "3", "--out", folder.resolve("out").toString()), Stream.of(more)).toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesACurveARunTheSettingsTheNetworksAndASummary() throws Exception {
        Typed typed = train("segmentation", "encoder-decoder", "--merge", "add,no-skip", "--seeds", "2", "--first-seed",
                "7");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines()).containsExactly(folder.resolve("out").resolve("summary.md").toString());
        assertThat(typed.errLines()).allMatch(line -> line.startsWith("skipstitch: "))
                .anyMatch(line -> line.contains("no-skip, seed 8: Mean IoU"));
        assertThat(names()).filteredOn(name -> name.endsWith(".csv"))
                .containsExactly("add-7.csv", "add-8.csv", "no-skip-7.csv", "no-skip-8.csv");
        assertThat(names()).filteredOn(name -> name.endsWith(".npz")).hasSize(4);

        List<String> lines = Files.readAllLines(folder.resolve("out/add-8.csv"));
        assertThat(lines.getFirst()).isEqualTo("step,seed,loss,score,training_loss,boundary_f,accuracy,seconds");
        assertThat(lines).hasSize(4);
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[0])).containsExactly("0", "2", "4");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[1])).containsOnly("8");

        JsonNode settings = new ObjectMapper().readTree(folder.resolve("out/settings.json").toFile());
        assertThat(settings.get("task").asText()).isEqualTo("segmentation");
        assertThat(settings.get("seeds")).hasToString("[7,8]");
        assertThat(settings.get("lanes")).hasSize(2);
        assertThat(Files.readString(folder.resolve("out/summary.md")))
                .contains("| add | ", "| no-skip | ", "2 of 2", "stands behind the end", "not a law");
        Document trained = SkipFile.read(folder.resolve("out/add-7.skip.json")).document();
        assertThat(trained.given().isNone()).isFalse();
        assertThat(Typed.of("run", folder.resolve("out/add-7.skip.json").toString(), "--dump",
                folder.resolve("dump").toString()).code()).isZero();
    }

    @Test
    void aSeedIsACurveToTheDigit() throws IOException {
        List<String> options = List.of("--merge", "concat", "--seeds", "1");
        train("cells", "mini-unet", options.toArray(String[]::new));
        String first = untimed(folder.resolve("out/concat-1.csv"));
        Files.move(folder.resolve("out"), folder.resolve("before"));
        train("cells", "mini-unet", options.toArray(String[]::new));
        assertThat(untimed(folder.resolve("out/concat-1.csv"))).isEqualTo(first);
    }

    private static String untimed(Path file) throws IOException {
        return Files.readString(file).replaceAll(",[^,\n]*\n", "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "segmentatoin | mini-unet | --seeds 1             | nearest is 'segmentation'",
        "segmentation | mini-unit | --seeds 1             | nearest are 'mini-unet'",
        "segmentation | mini-unet | --merge plus          | as-drawn, add, concat, no-skip",
        "segmentation | mini-unet | --merge add,add       | none twice",
        "segmentation | mini-unet | --seeds 0             | 1 to 100 seeds",
        "segmentation | mini-unet | --steps 0             | 1 to 1000000 steps",
        "segmentation | mini-unet | --batch 1000          | 1 to 256",
        "segmentation | mini-unet | --lr -1               | learning rate is above 0",
        "segmentation | mini-unet | --optimiser adagrad   | adam, sgd",
        "segmentation | unet      | --seeds 1             | 16 to 128",
        "segmentation | small-resnet | --seeds 1          | wants the height and width",
        "textures     | mini-unet | --input-shape 2x64x64 | 1 channel or 3",
    })
    void whatCannotBeTrainedIsRefusedInOneLine(String task, String net, String options, String right) {
        Typed typed = Typed.of(Stream.concat(Stream.of("train", task, "--net", net, "--out",
                folder.resolve("out").toString()), Arrays.stream(options.split(" +"))).toArray(String[]::new));
        assertThat(typed.code()).as(typed.err()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.errLines()).singleElement().asString().startsWith("skipstitch: ").contains(right);
    }

    @Test
    void aFolderWithOtherTablesAndAFileInItsPlaceAreRefused() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("out/old.csv"), "step");
        assertThat(train("cells", "mini-unet").err()).contains("holds tables of another race", "new folder");
        Files.delete(folder.resolve("out/old.csv"));
        Files.delete(folder.resolve("out"));
        Files.writeString(folder.resolve("out"), "a file");
        Typed typed = train("cells", "mini-unet");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("--out", "folder");
    }

    @Test
    void whatCannotBeWrittenEndsInOneLineAndWhatWasWrittenStays() throws IOException {
        Files.createDirectories(folder.resolve("out/summary.md/in-the-way"));
        Typed typed = train("segmentation", "encoder-decoder", "--merge", "add", "--seeds", "1");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.errLines().getLast()).contains("cannot be written to", "room and permission");
        assertThat(names()).contains("add-1.csv", "settings.json").noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void aRunThatDivergesIsToldAndLeavesItsCurveAlone() throws IOException {
        Typed typed = train("segmentation", "encoder-decoder", "--merge", "add", "--seeds", "1", "--lr", "1e30",
                "--optimiser", "sgd");
        assertThat(typed.code()).isZero();
        assertThat(typed.err()).contains("diverged");
        assertThat(names()).contains("add-1.csv").doesNotContain("add-1.skip.json");
        assertThat(Files.readString(folder.resolve("out/summary.md"))).contains("Add, seed 1", "diverged", "0 of 1");
    }
}
