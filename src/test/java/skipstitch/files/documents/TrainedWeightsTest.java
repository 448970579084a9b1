package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.SeededWeights;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** What comes with the app. */
class TrainedWeightsTest {

    @ParameterizedTest
    @ValueSource(strings = {"residual-block", "residual-projection", "encoder-decoder", "dense-block", "mini-unet",
        "mini-segnet", "mini-fcn", "mini-linknet", "small-unet", "small-resnet", "small-densenet"})
    void fitTheirNetworkAndAreNoneThatASeedDraws(String name) {
        Network network = Presets.find(name).map(Preset::network).orElseThrow();
        GivenWeights trained = TrainedWeights.of(network).orElseThrow();
        assertThat(trained.outgrown(Shapes.of(network))).isEmpty();
        Lane lane = Variant.AS_DRAWN.of(network);
        Initialisation first = Initialisation.of(network, 1);
        assertThat(trained.byNode()).hasSizeGreaterThan(2).allSatisfy((id, given) -> {
            assertThat(given.weights().key()).isNotEqualTo(new SeededWeights(first).of(lane).of(id).key());
            if (given.weights() instanceof LayerWeights.Kernels) {
                assertThat(given.weights()).isEqualTo(new SeededWeights(first, trained).of(lane).of(id));
            }
        });
    }

    @Test
    void othersHaveNone() {
        assertThat(TrainedWeights.of(Presets.find("resnet-18").map(Preset::network).orElseThrow())).isEmpty();
    }

    @Test
    void takeLessThanFourMebibytesInAll() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets", "trained"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(11);
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            assertThat(bytes).isLessThan(4L << 20);
        }
    }
}
