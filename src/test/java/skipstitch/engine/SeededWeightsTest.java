package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Initialisation;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/** Untrained weights belong to a node and a channel's origin, not to a lane. */
class SeededWeightsTest {

    static Stream<Network> presets() {
        return Presets.all().stream().map(Preset::network);
    }

    private static SeededWeights seeded(Network network, long seed) {
        return new SeededWeights(Initialisation.of(network, seed));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void allLanesShareTheMainBranchsKernelsToTheBit(Network network) {
        SeededWeights seeded = seeded(network, 1);
        Lane noSkip = Variant.NO_SKIP.of(network);
        Weights reference = seeded.of(noSkip);
        for (Variant variant : Variant.values()) {
            Lane lane = variant.of(network);
            Weights weights = seeded.of(lane);
            for (Node node : network.nodes()) {
                if (weights.of(node.id()) instanceof LayerWeights.Kernels) {
                    assertThat(Kernels.same(Kernels.slices(lane, weights, node.id(), false),
                            Kernels.slices(noSkip, reference, node.id(), false))).as("%s in %s", node.id(), variant).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whicheverLaneIsDrawnFirstEachHasItsOwn(Network network) {
        for (Variant first : Variant.values()) {
            SeededWeights seeded = seeded(network, 1);
            seeded.of(first.of(network));
            for (Variant variant : Variant.values()) {
                Lane lane = variant.of(network);
                Weights fresh = seeded(network, 1).of(lane);
                assertThat(seeded.of(lane).byNode().keySet()).isEqualTo(fresh.byNode().keySet());
                fresh.byNode().forEach((id, weights) -> assertThat(seeded.of(lane).of(id).key())
                        .as("%s in %s after %s", id, variant, first).isEqualTo(weights.key()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void drawsTheSameFromTheSameSeedAndOthersFromAnother(Network network) {
        Lane lane = Variant.CONCAT.of(network);
        Weights once = seeded(network, 1).of(lane);
        Weights again = seeded(network, 1).of(lane);
        Weights other = seeded(network, 2).of(lane);
        once.byNode().forEach((id, weights) -> {
            assertThat(again.of(id).key()).isEqualTo(weights.key());
            boolean drawn = weights instanceof LayerWeights.Kernels && !id.value().equals("conv0") && !id.value().equals("enc1");
            assertThat(other.of(id).key().equals(weights.key())).as("%s is drawn", id).isEqualTo(!drawn);
        });
    }

    @Test
    void aSkipsKernelsAreTheirOwnOnlyWhereAConcatTakesItIn() {
        Network network = Presets.first().network();
        NodeId next = NodeId.of("conv3");
        Lane concat = Variant.CONCAT.of(network);
        Weights weights = seeded(network, 1).of(concat);
        List<float[]> skips = Kernels.slices(concat, weights, next, true);
        List<float[]> mains = Kernels.slices(concat, weights, next, false);
        assertThat(skips).hasSize(8);
        assertThat(mains).hasSize(8);
        for (float[] skip : skips) {
            assertThat(mains).noneMatch(main -> main[0] == skip[0]);
        }
        assertThat(skips.stream().map(skip -> skip[0]).distinct()).hasSize(8);
    }

    @Test
    void theOrderOfAConcatsInletsChangesNothingButTheOrder() {
        Network skipFirst = ordered(true);
        Network mainFirst = ordered(false);
        NodeId next = NodeId.of("next");
        Lane lane = Variant.AS_DRAWN.of(skipFirst);
        Lane swappedLane = Variant.AS_DRAWN.of(mainFirst);
        Weights weights = seeded(skipFirst, 3).of(lane);
        Weights swapped = seeded(mainFirst, 3).of(swappedLane);
        for (int channel = 0; channel < 8; channel++) {
            assertThat(Kernels.slice(swappedLane, swapped, next, (channel + 4) % 8))
                    .isEqualTo(Kernels.slice(lane, weights, next, channel));
        }
        Tensor picture = Kernels.picture(skipFirst, 5);
        Tensor one = Kernels.run(lane, weights, picture, next);
        Tensor other = Kernels.run(swappedLane, swapped, picture, next);
        assertThat(Kernels.largestDifference(one, other)).isLessThan(1e-5 * Kernels.largest(one));
    }

    private static Network ordered(boolean skipFirst) {
        NetworkBuilder net = new NetworkBuilder("ordered");
        NodeId x = net.chain("conv0", Conv.same(4, 3), net.input(1, 8, 8));
        NodeId f = net.chain("conv1", Conv.same(4, 3), x);
        NodeId merge = skipFirst ? net.node("merge", new Layer.Concat(), Inlet.skip(x), Inlet.main(f))
                : net.node("merge", new Layer.Concat(), Inlet.main(f), Inlet.skip(x));
        net.chain("next", Conv.same(6, 3), merge);
        return net.build();
    }

    @Test
    void hasHesScale() {
        NetworkBuilder net = new NetworkBuilder("he");
        NodeId x = net.input(64, 4, 4);
        NodeId conv = net.chain("conv", Conv.same(96, 5), x);
        NodeId grouped = net.chain("grouped", new Conv(96, Window.same(3), 4, true), conv);
        NodeId up = net.chain("up", new Layer.TransposedConv(64, Size.square(4), Size.square(2), Padding.all(1),
                new Size(0, 0), true), grouped);
        NodeId flat = net.chain("flat", new Layer.Flatten(), up);
        NodeId linear = net.chain("linear", new Layer.Linear(20, true), flat);
        Network network = net.build();
        Weights weights = seeded(network, 9).of(Variant.AS_DRAWN.of(network));
        spread(weights, conv, 64 * 25);
        spread(weights, grouped, 24 * 9);
        spread(weights, up, 96 * 16 / 4);
        spread(weights, linear, 64 * 8 * 8);
        assertThat(((LayerWeights.Kernels) weights.of(grouped)).bias()).hasSize(96).containsOnly(0);
        assertThat(((LayerWeights.Kernels) weights.of(conv)).bias()).isEmpty();
    }

    private static void spread(Weights weights, NodeId id, int fanIn) {
        float[] kernels = ((LayerWeights.Kernels) weights.of(id)).kernels();
        double sum = 0;
        double squares = 0;
        for (float kernel : kernels) {
            sum += kernel;
            squares += (double) kernel * kernel;
        }
        double deviation = Math.sqrt(2.0 / fanIn);
        // Four standard errors of a mean and of a variance of so many normal values.
        assertThat(Math.abs(sum / kernels.length)).as("mean of %s", id).isLessThan(4 * deviation / Math.sqrt(kernels.length));
        assertThat(squares / kernels.length * fanIn / 2).as("variance of %s", id)
                .isBetween(1 - 4 * Math.sqrt(2.0 / kernels.length), 1 + 4 * Math.sqrt(2.0 / kernels.length));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theFirstConvolutionsFirstMapIsThePictureAndItsSecondHasNoLevel(Network network) {
        NodeId first = network.nodes().get(1).id();
        Lane lane = Variant.ADD.of(network);
        Tensor picture = Kernels.picture(network, 6);
        Tensor maps = Kernels.run(lane, seeded(network, 1).of(lane), picture, first);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                assertThat(maps.at(0, y, x)).isEqualTo(picture.at(0, y, x));
            }
        }
        float[] flat = new float[picture.values().length];
        Arrays.fill(flat, 0.7f);
        Tensor edges = Kernels.run(lane, seeded(network, 1).of(lane), new Tensor(picture.shape(), flat), first);
        for (int filter = 1; filter <= 3; filter++) {
            assertThat(edges.at(filter, 16, 16)).as("edge filter %d on a flat picture", filter).isZero();
        }
    }

    @Test
    void everyHandMadeFilterIsAnotherOneAndSharesItsTapsAmongTheChannels() {
        NetworkBuilder net = new NetworkBuilder("colour");
        NodeId conv = net.chain("conv", Conv.same(10, 3), net.input(3, 8, 8));
        Network network = net.build();
        Weights weights = seeded(network, 1).of(Variant.AS_DRAWN.of(network));
        float[] kernels = ((LayerWeights.Kernels) weights.of(conv)).kernels();
        for (int filter = 0; filter < 8; filter++) {
            for (int tap = 0; tap < 9; tap++) {
                assertThat(kernels[filter * 27 + tap]).isEqualTo(kernels[filter * 27 + 9 + tap])
                        .isEqualTo(kernels[filter * 27 + 18 + tap]);
            }
            for (int other = 0; other < filter; other++) {
                assertThat(Arrays.copyOfRange(kernels, filter * 27, filter * 27 + 9))
                        .isNotEqualTo(Arrays.copyOfRange(kernels, other * 27, other * 27 + 9));
            }
        }
        assertThat(kernels[8 * 27]).as("past the bank channels differ again").isNotEqualTo(kernels[8 * 27 + 9]);
    }
}
