package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.tape.Mode;
import skipstitch.explain.reach.SmallNetworks;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.InputSizes;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Whole networks' gradients against central differences. */
class NetworkDerivativesTest {
    private static final int NETWORKS = 1_000;
    private static final long QUICK = 20_000_000;
    private static final long POSSIBLE = 100_000_000;

    @ParameterizedTest
    @EnumSource
    void ofAnyNetworkAreWhatDifferencesTell(Mode mode) {
        int unjudged = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Random random = new Random(seed);
            Shapes shapes = new SmallNetworks(random).next(14);
            unjudged += differences(shapes, mode, 1 + random.nextInt(3), random, "seed " + seed);
        }
        assertThat(unjudged).as("of the two directions of each network").isLessThan(2 * NETWORKS / 20);
    }

    static Stream<Network> presets() {
        return networks().filter(network -> effort(network) <= QUICK);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void ofThePresetsAreWhatDifferencesTell(Network network) {
        int unjudged = 0;
        for (Mode mode : Mode.values()) {
            unjudged += differences(Shapes.of(network), mode, 2, new Random(1), network.name());
            assertThat(differences(Shapes.of(withoutKinks(network)), mode, 2, new Random(1), network.name()))
                    .as("of two directions, %s", mode).isLessThan(2);
        }
        assertThat(unjudged).as("of four directions, with thousands of kinks around").isLessThan(4);
    }

    /** Unpooling needs the maxima; those of windows stay then. */
    private static Network withoutKinks(Network network) {
        boolean unpools = network.nodes().stream().anyMatch(node -> node.layer() instanceof Layer.MaxUnpool);
        return network.map(node -> switch (node.layer()) {
            case Layer.Relu _, Layer.Relu6 _ -> node.withLayer(new Layer.LeakyRelu(1));
            case Layer.MaxPool(var window, boolean ceilMode) when !unpools ->
                    node.withLayer(new Layer.AveragePool(window, ceilMode, true));
            default -> node;
        });
    }

    static Stream<Network> largePresets() {
        return networks().filter(network -> effort(network) > QUICK && effort(network) <= POSSIBLE);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("largePresets")
    void ofTheLargePresetsToo(Network network) {
        ofThePresetsAreWhatDifferencesTell(network);
    }

    private static int differences(Shapes shapes, Mode mode, int batch, Random random, String what) {
        try (Differences differences = new Differences(shapes, mode, batch, random, what + ", " + mode)) {
            return differences.run();
        }
    }

    private static Stream<Network> networks() {
        return Presets.everything().stream().map(Preset::network).map(NetworkDerivativesTest::small);
    }

    private static Network small(Network network) {
        return InputSizes.of(network).flatMap(sizes -> sizes.atMost(16, 16).or(() -> sizes.atMost(32, 32)))
                .map(network::withInputShape).orElse(network);
    }

    /** What takes time is multiplying, and drawing random numbers for every parameter. */
    private static long effort(Network network) {
        Cost cost = Costs.of(Variant.AS_DRAWN.of(network)).total();
        return cost.macs() + 20 * cost.params();
    }
}
