package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class PresetsCommandTest {

    @Test
    void listsOnePresetALineTheNameFirst() {
        Typed typed = Typed.of("presets");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.outLines()).extracting(line -> line.split("\\s+")[0])
                .containsExactlyElementsOf(Presets.all().stream().map(Preset::name).toList())
                .startsWith("residual-block");
    }
}
