package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;

class ShapesCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode json(String... args) throws JsonProcessingException {
        List<String> all = new ArrayList<>(List.of("shapes"));
        all.addAll(List.of(args));
        all.addAll(List.of("--format", "json"));
        Typed typed = Typed.of(all.toArray(String[]::new));
        assertThat(typed.code()).isZero();
        return MAPPER.readTree(typed.out());
    }

    private static JsonNode node(JsonNode report, String id) {
        return StreamSupport.stream(report.get("nodes").spliterator(), false)
                .filter(node -> node.get("id").asText().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void namesItsFieldsInTheOrderOfTheIssue() throws JsonProcessingException {
        JsonNode report = json("residual-block");

        assertThat(fields(report)).containsExactly("network", "merge", "input", "nodes", "totals");
        assertThat(fields(report.get("nodes").get(0)))
                .containsExactly("id", "op", "inputs", "shape", "params", "macs");
        assertThat(fields(report.get("totals"))).containsExactly("params", "macs", "activationBytes");
        assertThat(report.get("network").asText()).isEqualTo("residual-block");
        assertThat(report.get("merge").asText()).isEqualTo("as-drawn");
        assertThat(report.get("input")).hasToString("[1,32,32]");
    }

    /** Worked by hand: three 3×3 convolutions of 8 on 8 channels, one of 8 on 1, at 32². */
    @Test
    void countsTheResidualBlockAsByHand() throws JsonProcessingException {
        JsonNode add = json("residual-block", "--merge", "add");

        assertThat(node(add, "merge").get("op").asText()).isEqualTo("add");
        assertThat(node(add, "merge").get("inputs")).hasToString("[\"conv0\",\"conv2\"]");
        assertThat(node(add, "merge").get("shape")).hasToString("[8,32,32]");
        assertThat(add.get("totals").get("params").asLong()).isEqualTo(8 * 9 + 3 * 8 * 8 * 9);
        assertThat(add.get("totals").get("macs").asLong()).isEqualTo((8 * 9 + 3 * 8 * 8 * 9) * 1024L);
        assertThat(add.get("totals").get("activationBytes").asLong()).isEqualTo(4 * 1024 * (1 + 7 * 8));
    }

    /** Concat doubles the channels of the next convolution's input, and only those. */
    @Test
    void chargesTheConvolutionAfterAConcatForItsSkip() throws JsonProcessingException {
        JsonNode concat = json("residual-block", "--merge", "concat");

        assertThat(node(concat, "merge").get("shape")).hasToString("[16,32,32]");
        assertThat(node(concat, "merge").get("params").asLong()).isZero();
        assertThat(node(concat, "conv3").get("params").asLong()).isEqualTo(8 * 16 * 9);
        assertThat(node(concat, "conv2").get("params").asLong()).isEqualTo(8 * 8 * 9);
    }

    @Test
    void marksWhatNoOutputDependsOnAndDoesNotCountIt() throws JsonProcessingException {
        JsonNode drawn = json("residual-projection");
        JsonNode noSkip = json("residual-projection", "--merge", "no-skip");

        assertThat(node(noSkip, "merge").get("op").asText()).isEqualTo("identity");
        assertThat(node(noSkip, "shortcut").get("counted").asBoolean(true)).isFalse();
        long uncounted = 0;
        for (JsonNode node : noSkip.get("nodes")) {
            uncounted += node.has("counted") ? node.get("params").asLong() : 0;
        }
        assertThat(noSkip.get("totals").get("params").asLong())
                .isEqualTo(drawn.get("totals").get("params").asLong() - uncounted).isPositive();
        assertThat(drawn.findValues("counted")).isEmpty();
    }

    @Test
    void takesAnotherInputShape() throws JsonProcessingException {
        JsonNode report = json("encoder-decoder", "--input", "3x64x48");

        assertThat(report.get("input")).hasToString("[3,64,48]");
        int filters = node(report, "enc1").get("shape").get(0).asInt();
        assertThat(node(report, "enc1").get("shape")).hasToString("[" + filters + ",64,48]");
        assertThat(node(report, "enc1").get("params").asLong()).isEqualTo(filters * 3 * 9);
        assertThat(node(report, "middle").get("shape").get(1).asInt()).isEqualTo(64 / 4);
        assertThat(node(report, "middle").get("shape").get(2).asInt()).isEqualTo(48 / 4);
    }

    @Test
    void saysWhyANodeHasNoShapeAndWhatWaitsForIt() throws JsonProcessingException {
        JsonNode report = json("encoder-decoder", "--input", "1x30x30");

        assertThat(node(report, "merge2").get("shape").isNull()).isTrue();
        assertThat(node(report, "merge2").get("misfit").asText()).contains("15").contains("14");
        assertThat(node(report, "dec2").get("shape").isNull()).isTrue();
        assertThat(node(report, "dec2").get("waitsFor").asText()).isEqualTo("merge2");
        assertThat(node(report, "middle").get("shape").get(1).asInt()).isEqualTo(30 / 4);
    }

    @Test
    void sendsMisfitsToStandardErrorToo() {
        Typed typed = Typed.of("shapes", "encoder-decoder", "--input", "1x30x30");

        assertThat(typed.errLines()).hasSize(2).first().asString().contains("merge2");
        assertThat(typed.errLines()).last().asString().endsWith("28×28 and 32×32 would work.");
        assertThat(typed.out()).contains("misfit").contains("waits");
    }

    @Test
    void writesATableUnlessAskedForJson() {
        List<String> lines = Typed.of("shapes", "residual-block").outLines();

        assertThat(lines.get(1).split("\\s+")).containsExactly("node", "op", "inputs", "shape", "params", "MACs");
        assertThat(lines.get(3).split("\\s+")).containsExactly("conv0", "conv", "input", "8×32×32", "72", "73,728");
        assertThat(lines).anySatisfy(line ->
                assertThat(line.split("\\s+")).containsExactly("total", "1,800", "1,843,200"));
    }

    @Test
    void knowsThePublishedNetworks() throws JsonProcessingException {
        JsonNode drawn = json("resnet-34");
        JsonNode concat = json("resnet-34", "--merge", "concat");

        assertThat(drawn.get("totals").get("params").asLong()).isEqualTo(21_797_672);
        assertThat(node(drawn, "stage4.block3.merge").get("shape")).hasToString("[512,7,7]");
        assertThat(node(concat, "stage1.block1.merge").get("shape")).hasToString("[128,56,56]");
        assertThat(Typed.of("shapes", "resnet-33").errLines()).singleElement().asString()
                .contains("'resnet-34'");
    }

    static Stream<Arguments> everyPresetInEveryVariant() {
        return Presets.everything().stream().flatMap(preset ->
                Stream.of(Variant.values()).map(variant -> Arguments.of(preset.name(), variant.word())));
    }

    @ParameterizedTest
    @MethodSource("everyPresetInEveryVariant")
    void totalsAreTheSumOfWhatIsCounted(String preset, String merge) throws JsonProcessingException {
        JsonNode report = json(preset, "--merge", merge);

        long params = 0;
        long macs = 0;
        long bytes = 0;
        for (JsonNode node : report.get("nodes")) {
            if (!node.has("counted")) {
                params += node.get("params").asLong();
                macs += node.get("macs").asLong();
                JsonNode shape = node.get("shape");
                bytes += 4L * shape.get(0).asInt() * shape.get(1).asInt() * shape.get(2).asInt();
            }
            assertThat(node.get("id").asText()).matches("[a-z0-9_][a-z0-9._-]*");
        }
        assertThat(report.get("totals").get("params").asLong()).isEqualTo(params);
        assertThat(report.get("totals").get("macs").asLong()).isEqualTo(macs);
        assertThat(report.get("totals").get("activationBytes").asLong()).isEqualTo(bytes);
    }
}
