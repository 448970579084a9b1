package skipstitch.network.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Costs;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.Variant;

/** What each preset looks like in each lane, shape by shape; merges with their operation, dead nodes with a minus. */
class PresetLanesTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            residual-block | AS_DRAWN | 1×32×32 8×32×32 8×32×32 8×32×32 8×32×32 add:8×32×32 8×32×32 8×32×32 | 1800
            residual-block | ADD | 1×32×32 8×32×32 8×32×32 8×32×32 8×32×32 add:8×32×32 8×32×32 8×32×32 | 1800
            residual-block | CONCAT | 1×32×32 8×32×32 8×32×32 8×32×32 8×32×32 concat:16×32×32 8×32×32 8×32×32 | 2376
            residual-block | NO_SKIP | 1×32×32 8×32×32 8×32×32 8×32×32 8×32×32 identity:8×32×32 8×32×32 8×32×32 | 1800
            residual-projection | ADD | 1×32×32 4×32×32 8×16×16 8×16×16 8×16×16 8×16×16 8×16×16 8×16×16 8×16×16 add:8×16×16 8×16×16 | 980
            residual-projection | CONCAT | 1×32×32 4×32×32 8×16×16 8×16×16 8×16×16 8×16×16 8×16×16 8×16×16 8×16×16 concat:16×16×16 16×16×16 | 980
            residual-projection | NO_SKIP | 1×32×32 4×32×32 8×16×16 8×16×16 8×16×16 8×16×16 8×16×16 -8×16×16 -8×16×16 identity:8×16×16 8×16×16 | 932
            encoder-decoder | AS_DRAWN | 1×32×32 4×32×32 4×16×16 8×16×16 8×8×8 8×8×8 8×16×16 concat:16×16×16 4×16×16 4×32×32 concat:8×32×32 4×32×32 4×32×32 | 1764
            encoder-decoder | ADD | 1×32×32 4×32×32 4×16×16 8×16×16 8×8×8 8×8×8 8×16×16 add:8×16×16 4×16×16 4×32×32 add:4×32×32 4×32×32 4×32×32 | 1332
            encoder-decoder | NO_SKIP | 1×32×32 4×32×32 4×16×16 8×16×16 8×8×8 8×8×8 8×16×16 identity:8×16×16 4×16×16 4×32×32 identity:4×32×32 4×32×32 4×32×32 | 1332
            dense-block | CONCAT | 1×32×32 8×32×32 8×32×32 8×32×32 8×32×32 8×32×32 concat:16×32×32 16×32×32 16×32×32 8×32×32 concat:24×32×32 8×32×32 | 2056
            dense-block | ADD | 1×32×32 8×32×32 8×32×32 8×32×32 8×32×32 8×32×32 add:8×32×32 8×32×32 8×32×32 8×32×32 add:8×32×32 8×32×32 | 1336
            dense-block | NO_SKIP | 1×32×32 8×32×32 8×32×32 8×32×32 8×32×32 8×32×32 identity:8×32×32 8×32×32 8×32×32 8×32×32 identity:8×32×32 8×32×32 | 1336
            """)
    void hasTheShapesAndParametersWorkedOutByHand(String preset, Variant variant, String shapes, long params) {
        Lane lane = variant.of(Presets.find(preset).orElseThrow().network());
        assertThat(lane.network().nodes().stream().map(node -> describe(lane, node)).collect(Collectors.joining(" ")))
                .isEqualTo(shapes);
        assertThat(Costs.of(lane).total().params()).isEqualTo(params);
    }

    private static String describe(Lane lane, Node node) {
        String op = node.id().value().startsWith("merge") ? node.layer().op() + ":" : "";
        String mark = lane.isAdded(node.id()) ? "+" : lane.isLive(node.id()) ? "" : "-";
        return mark + op + lane.shapes().shape(node.id());
    }

    @Test
    void theAppOpensWithTheResidualBlock() {
        assertThat(Presets.first().name()).isEqualTo("residual-block");
        assertThat(Presets.all()).extracting(Preset::name)
                .containsExactly("residual-block", "residual-projection", "encoder-decoder", "dense-block");
        assertThat(Presets.find("alexnet")).isEmpty();
    }

    @Test
    void everyPresetIsNamedAsItsNetworkAndHasASkip() {
        assertThat(Presets.all()).allSatisfy(preset -> {
            assertThat(preset.network().name()).isEqualTo(preset.name());
            assertThat(preset.network().skipMerges()).isNotEmpty();
            assertThat(preset.title()).isNotBlank();
            assertThat(preset.remark()).endsWith(".");
        });
    }
}
