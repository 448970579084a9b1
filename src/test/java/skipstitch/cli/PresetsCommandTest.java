package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class PresetsCommandTest {

    @Test
    void listsOnePresetALineTheNameFirstThenTheGroup() {
        Typed typed = Typed.of("presets");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.outLines()).extracting(line -> line.split("\\s+")[0])
                .containsExactlyInAnyOrderElementsOf(Presets.everything().stream().map(Preset::name).toList())
                .startsWith("residual-block");
        assertThat(typed.outLines()).extracting(line -> line.split("\\s+")[1]).isSortedAccordingTo(
                Comparator.comparing(group -> List.of("Add", "Concat", "Both", "Neither").indexOf(group)));
        assertThat(typed.outLines()).anySatisfy(line -> assertThat(line).matches("segnet +Neither +No add, no concat.*"));
    }
}
