package skipstitch.ui.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.document.LayerKind;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Padding;
import skipstitch.network.Size;

class LayerSettingsTest {

    @ParameterizedTest
    @EnumSource
    void whatIsShownReadsAsTheSameLayer(LayerKind kind) {
        Layer layer = kind.layer();
        for (Setting setting : LayerSettings.of(layer)) {
            assertThat(switch (setting) {
                case Setting.Typed typed -> typed.with().apply(typed.text());
                case Setting.Switched switched -> switched.with().apply(switched.on());
                case Setting.Picked picked -> picked.with().apply(picked.picked());
            }).as(setting.name()).isEqualTo(layer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachSettingHasANameOfItsOwnAndChangesTheLayer(LayerKind kind) {
        Layer layer = kind.layer();
        Set<String> names = new HashSet<>(List.of("Name"));
        for (Setting setting : LayerSettings.of(layer)) {
            assertThat(names.add(setting.name())).as(setting.name()).isTrue();
            assertThat(switch (setting) {
                case Setting.Typed typed -> typed.with().apply(typed.name().equals("Shape") ? "3x5x7" : "4");
                case Setting.Switched switched -> switched.with().apply(!switched.on());
                case Setting.Picked picked -> picked.with().apply(picked.options().stream()
                        .filter(option -> !option.equals(picked.picked())).findFirst().orElseThrow());
            }).as(setting.name()).isNotEqualTo(layer).hasSameClassAs(layer);
        }
    }

    @Test
    void aConvolutionShowsEverythingThatOneChooses() {
        assertThat(LayerSettings.of(Conv.same(8, 3))).extracting(Setting::name)
                .containsExactly("Filters", "Kernel", "Stride", "Padding", "Dilation", "Groups", "Bias");
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3", "3×5, 3, 5", "3 x 5, 3, 5", "' 2,1 ', 2, 1", "4 7, 4, 7"})
    void aSizeIsOneNumberOrTwo(String text, int height, int width) {
        assertThat(Numbers.size(text)).isEqualTo(new Size(height, width));
    }

    @Test
    void sidesAreOneNumberOrFour() {
        assertThat(Numbers.sides("2")).isEqualTo(Padding.all(2));
        assertThat(Numbers.sides("1, 2,3 4")).isEqualTo(new Padding(1, 2, 3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.sides("1,2")).withMessageContaining("four");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "1.5", "1e3", "0x10", "12345678901", "٣a", "--1", "1_0"})
    void whatIsNoWholeNumberGetsASentence(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.whole(text)).withMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "1e99", "0x1p3", "5f", "one", "1..2"})
    void whatIsNoNumberGetsASentence(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.real(text)).withMessageEndingWith(".");
    }

    @Test
    void numbersAreWrittenShort() {
        assertThat(Numbers.words(0.5f)).isEqualTo("0.5");
        assertThat(Numbers.words(2f)).isEqualTo("2");
        assertThat(Numbers.words(1e-5f)).isEqualTo("1.0E-5");
        assertThat(Numbers.real("0,5")).isEqualTo(0.5f);
        assertThat(Numbers.real("1e-5")).isEqualTo(1e-5f);
    }
}
