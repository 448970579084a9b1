package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** The knob's weights, blended from its stops, against weights drawn for where it stands. */
class KnobStopsTest {

    private static SeededWeights seeded(Preset preset) {
        return new SeededWeights(Initialisation.of(preset.network(), 1));
    }

    private static Knob knob(Preset preset, Lane lane) {
        return new Knob(lane, seeded(preset), seeded(preset).of(lane));
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void atItsStopsItGivesWhatIsDrawnThereToTheBit(Variant variant) {
        for (Preset preset : Presets.all()) {
            Lane lane = variant.of(preset.network());
            for (double stop : new double[] {0, 1, 2}) {
                Weights drawn = seeded(preset).of(lane, stop);
                Weights blended = knob(preset, lane).at(stop);
                assertThat(blended.byNode().keySet()).isEqualTo(drawn.byNode().keySet());
                drawn.byNode().forEach((id, weights) -> assertThat(blended.of(id).key())
                        .as("%s of %s at %s", id, preset.name(), stop).isEqualTo(weights.key()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1.3, 1.9})
    void betweenThemItGivesWhatIsDrawnToFloatAccuracy(double stop) {
        for (Preset preset : Presets.all()) {
            Lane lane = Variant.CONCAT.of(preset.network());
            Weights blended = knob(preset, lane).at(stop);
            seeded(preset).of(lane, stop).byNode().forEach((id, weights) -> {
                if (weights instanceof LayerWeights.Kernels drawn) {
                    float[] kernels = ((LayerWeights.Kernels) blended.of(id)).kernels();
                    for (int i = 0; i < kernels.length; i++) {
                        assertThat(Math.abs(kernels[i] - drawn.kernels()[i])).as("%s of %s", id, preset.name())
                                .isLessThan(1e-6f);
                    }
                }
            });
        }
    }

    @Test
    void lanesWithoutKernelsForASkipAreTheSameWhereverItStands() {
        for (Preset preset : Presets.all()) {
            Lane lane = Variant.ADD.of(preset.network());
            Weights own = seeded(preset).of(lane);
            assertThat(new Knob(lane, seeded(preset), own).at(0.4)).isEqualTo(own);
        }
    }

    @Test
    void itTurnsTheKernelsThatReadASkipAndNoOthers() {
        Preset preset = Presets.find("residual-block").orElseThrow();
        Lane lane = Variant.CONCAT.of(preset.network());
        Weights own = seeded(preset).of(lane);
        Weights turned = knob(preset, lane).at(0.5);
        assertThat(own.byNode().keySet().stream().filter(id -> !own.of(id).key().equals(turned.of(id).key())))
                .containsExactly(NodeId.of("conv3"));
    }

    @Test
    void normsKeepTheirStatistics() {
        Preset preset = Presets.all().stream().filter(each -> each.network().nodes().stream()
                .anyMatch(node -> node.layer() instanceof Layer.BatchNorm)).findFirst().orElseThrow();
        Lane lane = Variant.CONCAT.of(preset.network());
        Weights own = seeded(preset).of(lane);
        NodeId norm = own.byNode().keySet().stream().filter(id -> own.of(id) instanceof LayerWeights.Norm).findFirst()
                .orElseThrow();
        LayerWeights calibrated = LayerWeights.Norm.of(new float[] {2}, new float[] {3}, new float[] {4},
                new float[] {5});
        assertThat(new Knob(lane, seeded(preset), own.with(norm, calibrated)).at(0.5).of(norm)).isSameAs(calibrated);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN})
    void goesFromZeroToTwo(double stop) {
        Preset preset = Presets.first();
        assertThatIllegalArgumentException().isThrownBy(() -> knob(preset, Variant.CONCAT.of(preset.network()))
                .at(stop))
                .withMessageStartingWith("The knob goes from 0 to 2");
    }
}
