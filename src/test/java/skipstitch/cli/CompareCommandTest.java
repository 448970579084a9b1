package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.NetworkBill.Quantity;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class CompareCommandTest {

    private static JsonNode json(String net) throws JsonProcessingException {
        Typed typed = Typed.of("compare", net, "--format", "json");
        assertThat(typed.code()).isZero();
        assertThat(typed.err()).isEmpty();
        return new ObjectMapper().readTree(typed.out());
    }

    private static List<Long> longs(JsonNode array, String... path) {
        List<Long> values = new ArrayList<>();
        for (JsonNode each : array) {
            JsonNode at = each;
            for (String name : path) {
                at = at.get(name);
            }
            values.add(at.isNull() ? null : at.asLong());
        }
        return values;
    }

    @Test
    void givesEveryVariantsTotalsWithTheirDifferences() throws JsonProcessingException {
        JsonNode report = json("unet");

        assertThat(report.get("input")).hasToString("[3,256,256]");
        assertThat(report.get("variants").findValuesAsText("merge"))
                .containsExactly("as-drawn", "add", "concat", "no-skip");
        assertThat(longs(report.get("variants"), "params")).containsExactly(7763041L, 6979681L, 7763041L, 6979681L);
        assertThat(longs(report.get("variants"), "difference", "params")).containsExactly(0L, -783360L, 0L, -783360L);
        assertThat(longs(report.get("variants"), "macs"))
                .containsExactly(12071206912L, 9655287808L, 12071206912L, 9655287808L);
        assertThat(report.at("/variants/0/largest/shape")).hasToString("[64,256,256]");
        assertThat(report.at("/variants/1/widest/node").asText()).isEqualTo("bottleneck.conv1");
    }

    @Test
    void givesEachMergeInEveryVariant() throws JsonProcessingException {
        JsonNode merges = json("residual-block").get("merges");

        assertThat(merges).hasSize(1);
        assertThat(merges.get(0).get("id").asText()).isEqualTo("merge");
        JsonNode variants = merges.get(0).get("variants");
        assertThat(variants.findValuesAsText("next")).containsOnly("conv3");
        assertThat(longs(variants, "bytes")).containsExactly(32768L, 32768L, 65536L, null);
        assertThat(longs(variants, "nextParams")).containsExactly(576L, 576L, 1152L, 576L);
        assertThat(longs(variants, "difference", "nextParams")).containsExactly(0L, 0L, 576L, 0L);
    }

    @Test
    void writesATableWithDifferencesUnderWhatDiffers() {
        List<String> lines = Typed.of("compare", "unet").outLines();

        assertThat(lines.get(0)).isEqualTo("unet, input 3×256×256");
        assertThat(lines.get(1).strip().split(" +")).containsExactly("as-drawn", "add", "concat", "no-skip");
        assertThat(lines.get(2).split(" {2,}"))
                .containsExactly("parameters", "7,763,041", "6,979,681", "7,763,041", "6,979,681");
        assertThat(lines.get(3).strip().split(" {2,}")).containsExactly("−783,360 (−10.1 %)", "−783,360 (−10.1 %)");
        assertThat(lines).noneMatch(line -> line.contains("projections,") || line.endsWith(" "));
    }

    @Test
    void writesEveryRowOfTheCsvWithAsManyCells() {
        for (Preset preset : Presets.everything()) {
            List<String> lines = Typed.of("compare", preset.name(), "--format", "csv").outLines();
            assertThat(lines).as(preset.name())
                    .hasSize(1 + Quantity.values().length + 4 * preset.network().skipMerges().size())
                    .allMatch(line -> line.split(",", -1).length == 9);
            NetworkBill bill = NetworkBill.of(preset.network());
            assertThat(lines.get(1)).as(preset.name())
                    .startsWith("total,params," + Quantity.PARAMS.of(bill.drawn()) + ",");
        }
    }

    @Test
    void namesTheNearestPresetsForOneThatIsNotThere() {
        Typed typed = Typed.of("compare", "unett");

        assertThat(typed.code()).isEqualTo(Skipstitch.BAD_INPUT);
        assertThat(typed.errLines()).singleElement().asString().contains("'unet'");
    }
}
