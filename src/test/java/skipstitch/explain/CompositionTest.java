package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.reach.Reach;
import skipstitch.explain.reach.ReceptiveField;
import skipstitch.explain.reach.Region;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.network.presets.Presets;

/** Of what channels are made, in words and against what they can depend on. */
class CompositionTest {
    private final NetworkBuilder net = new NetworkBuilder("net");

    private Made made(NodeId node, int channel) {
        return Composition.of(Variant.AS_DRAWN.of(net.build())).channel(node, channel);
    }

    private String words(NodeId node, int channel) {
        return made(node, channel).words();
    }

    @ParameterizedTest(name = "{0} {1} {2}[{3}]")
    @CsvSource(delimiter = '|', textBlock = """
            residual-block      | ADD     | input | 0  | channel 0 of Input
            residual-block      | ADD     | conv1 | 3  | mixed of all 8 channels
            residual-block      | ADD     | relu1 | 3  | channel 3 of Conv 3×3
            residual-block      | ADD     | merge | 3  | channel 3 of Conv 3×3 (by the skip) + channel 3 of Conv 3×3 (main branch)
            residual-block      | ADD     | conv3 | 3  | mixed of all 8 channels: 8 of both
            residual-block      | CONCAT  | merge | 3  | channel 3 of x, which is channel 3 of Conv 3×3 (by the skip)
            residual-block      | CONCAT  | merge | 11 | channel 3 of F(x), which is channel 3 of Conv 3×3 (main branch)
            residual-block      | CONCAT  | conv3 | 3  | mixed of all 16 channels: 8 by the skip, 8 of the main branch
            residual-block      | NO_SKIP | merge | 3  | channel 3 of Conv 3×3
            residual-projection | CONCAT  | merge | 1  | channel 1 of P(x), which is channel 1 of Conv 1×1 /2 (by the skip)
            residual-projection | ADD     | relu2 | 1  | made of channel 1 of Conv 1×1 /2 (by the skip) and channel 1 of Conv 3×3 (main branch)
            dense-block         | ADD     | merge2 | 5 | channel 5 of Conv 3×3 (by the skip) + channel 5 of Conv 3×3 (by the skip) + channel 5 of Conv 3×3 (main branch)
            dense-block         | CONCAT  | merge2 | 9 | channel 9 of x, which is channel 1 of Conv 3×3 (by the skip)
            dense-block         | CONCAT  | transition | 0 | mixed of all 24 channels: 16 by the skip, 8 of the main branch
            """)
    void saysOfWhatEachPresetsChannelsAreMade(String preset, Variant variant, String node, int channel, String words) {
        Lane lane = variant.of(Presets.find(preset).orElseThrow().network());
        assertThat(Composition.of(lane).channel(NodeId.of(node), channel).words()).isEqualTo(words);
    }

    @Test
    void depthwiseConvolutionsPassChannelsOnAndGroupsKeepTheWayOfTheirOwn() {
        NodeId x = net.chain("x", Conv.same(4, 3), net.input(1, 6, 6));
        NodeId merge = net.merge("merge", new Layer.Concat(), x, net.chain("f", Conv.same(4, 3), x));
        NodeId depthwise = net.chain("depthwise", new Conv(16, Window.same(3), 8, false), merge);
        NodeId halves = net.chain("halves", new Conv(6, Window.same(3), 2, false), merge);
        NodeId relu = net.chain("relu", new Layer.Relu(), halves);
        assertThat(words(depthwise, 11)).isEqualTo("channel 1 of Conv 3×3 (main branch)");
        assertThat(made(depthwise, 11).ingredients()).extracting(Ingredient::node).containsExactly(NodeId.of("f"));
        assertThat(words(halves, 4)).isEqualTo("mixed of 4 of 8 channels: 4 of the main branch");
        assertThat(words(relu, 0)).isEqualTo("channel 0 of Conv 3×3 (by the skip)");
    }

    @Test
    void whatIsAddedTwiceCountsTwiceAndASumOfOneChannelNeedsNoPlus() {
        NodeId x = net.input(2, 4, 4);
        NodeId twice = net.node("twice", new Layer.Add(), Inlet.main(x), Inlet.main(x));
        NodeId four = net.node("four", new Layer.Add(), Inlet.main(twice), Inlet.main(twice));
        assertThat(words(twice, 1)).isEqualTo("2 × channel 1 of Input");
        assertThat(words(four, 1)).isEqualTo("4 × channel 1 of Input");
    }

    @Test
    void aChainOfManyDoublingAddsStaysOneTerm() {
        NodeId at = net.input(1, 2, 2);
        for (int i = 0; i < 100; i++) {
            at = net.node("add" + i, new Layer.Add(), Inlet.main(at), Inlet.main(at));
        }
        assertThat(made(at, 0).ingredients()).hasSize(1).allMatch(each -> each.times() == Long.MAX_VALUE);
    }

    @Test
    void longSumsFold() {
        NodeId at = net.input(1, 8, 8);
        for (int i = 0; i < 7; i++) {
            at = net.merge("add" + i, new Layer.Add(), at, net.chain("conv" + i, Conv.same(1, 3), at));
        }
        assertThat(words(at, 0)).startsWith("channel 0 of Input (by the skip) + channel 0 of Conv 3×3 (by the skip) + ")
                .endsWith(" + … 3 more");
        assertThat(made(at, 0).ingredients()).hasSize(8);
    }

    @Test
    void zerosPutInAreNamedAndTheOthersMoved() {
        NodeId x = net.input(2, 4, 4);
        NodeId padded = net.chain("padded", new Layer.ZeroPadChannels(1, 1), x);
        NodeId sum = net.merge("sum", new Layer.Add(), padded, net.chain("f", Conv.same(4, 3), x));
        assertThat(words(padded, 0)).isEqualTo("zeros");
        assertThat(words(padded, 1)).isEqualTo("channel 0 of Input");
        assertThat(words(sum, 3)).isEqualTo("zeros (by the skip) + channel 3 of Conv 3×3 (main branch)");
        assertThat(words(net.chain("next", Conv.same(1, 1), padded), 0))
                .isEqualTo("mixed of all 4 channels: 2 of zeros, 2 of neither");
    }

    @Test
    void gatesAndProductsMultiply() {
        NodeId x = net.input(2, 4, 4);
        NodeId gate = net.chain("gate", Conv.same(1, 1), x);
        NodeId gated = net.node("gated", new Layer.Gate(), Inlet.main(x), Inlet.main(gate));
        NodeId sum = net.merge("sum", new Layer.Add(), x, gated);
        assertThat(words(gated, 1)).isEqualTo("channel 1 of Input × channel 0 of Conv 1×1");
        assertThat(words(sum, 1)).isEqualTo("made of channel 1 of Input (by the skip), channel 1 of Input (main branch) "
                + "and channel 0 of Conv 1×1 (main branch)");
    }

    @Test
    void aFlattenedValueIsOfItsChannel() {
        NodeId flat = net.chain("flat", new Layer.Flatten(), net.input(3, 2, 4));
        NodeId linear = net.chain("linear", new Layer.Linear(5, true), flat);
        assertThat(words(flat, 17)).isEqualTo("channel 2 of Input");
        assertThat(words(linear, 4)).isEqualTo("mixed of all 24 channels");
    }

    @Test
    void aChannelThatIsNotThereIsRefused() {
        NodeId x = net.input(3, 2, 4);
        assertThatThrownBy(() -> made(x, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> made(net.chain("gone", new Layer.Relu(), NodeId.of("nowhere")), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What mixes is cut loose and becomes an input: what a channel depends on then is what it is made of. */
    @Test
    void theIngredientsAreExactlyTheChannelsThatOneDependsOnUpToWhatMixes() {
        Presets.all().forEach(preset -> ingredientsAreWhatIsReached(preset.name(), preset.network(), new Random(0)));
        for (int seed = 0; seed < 400; seed++) {
            Network drawn = new RandomNetworks(seed).fitting(25);
            if (hasNoPlaces(drawn)) {
                ingredientsAreWhatIsReached("seed " + seed, drawn, new Random(seed));
            }
        }
    }

    private static void ingredientsAreWhatIsReached(String name, Network drawn, Random random) {
        for (Variant variant : Variant.values()) {
            Lane lane = variant.of(drawn);
            Composition composition = Composition.of(lane);
            Shapes cut = Shapes.of(cut(lane));
            for (Node node : lane.shapes().order()) {
                lane.shapes().find(node.id()).ifPresent(shape -> {
                    int channel = random.nextInt(shape.channels());
                    Set<String> ingredients = composition.channel(node.id(), channel).ingredients().stream()
                            .filter(each -> !each.zeros()).map(each -> each.node() + ":" + each.channel())
                            .collect(Collectors.toSet());
                    assertThat(ingredients).as("%s, channel %d of %s in %s", name, channel, node, lane.network())
                            .isEqualTo(reached(cut, node.id(), shape, channel, ingredients.size()));
                });
            }
        }
    }

    /** An unpool's indices say where, not what. */
    private static boolean hasNoPlaces(Network network) {
        return network.nodes().stream().noneMatch(node -> node.layer() instanceof Layer.MaxUnpool);
    }

    private static Network cut(Lane lane) {
        return lane.network().map(node -> lane.shapes().find(node.id()).isPresent() && mixes(lane, node)
                ? node.withLayer(new Layer.Input(lane.shapes().shape(node.id()))).withInlets(List.of()) : node);
    }

    private static boolean mixes(Lane lane, Node node) {
        return switch (node.layer()) {
            case Conv conv -> conv.groups() == 1
                    || conv.groups() < lane.shapes().shape(node.trunk().source()).channels();
            case Layer.TransposedConv _, Layer.Linear _, Layer.Softmax _ -> true;
            default -> false;
        };
    }

    /** From any of the channel's positions, in order, until so many are found that one more would be too many. */
    private static Set<String> reached(Shapes cut, NodeId node, Shape shape, int channel, int wanted) {
        Set<String> all = new HashSet<>();
        for (int k = 0; k < shape.area() && (k < 3 || all.size() < wanted); k++) {
            Reach reach = ReceptiveField.of(cut, node, new Cell(channel, k / shape.width(), k % shape.width()));
            for (NodeId source : reach.nodes()) {
                if (cut.network().node(source).layer() instanceof Layer.Input) {
                    Region region = reach.at(source).orElseThrow();
                    region.channels().runs().forEach(run -> IntStream.range(run.first(), run.end())
                            .forEach(each -> all.add(source + ":" + each)));
                }
            }
        }
        return all;
    }
}
