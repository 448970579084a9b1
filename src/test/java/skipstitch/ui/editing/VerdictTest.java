package skipstitch.ui.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skipstitch.document.LayerKind;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.network.presets.Presets;

class VerdictTest {
    private static final List<Variant> LANES = List.of(Variant.ADD, Variant.CONCAT);
    private static final Network BLOCK = Presets.find("residual-block").orElseThrow().network();

    private static Verdict of(Network network, String node, Layer layer) {
        return Verdict.of(network, LANES, network.node(NodeId.of(node)), layer);
    }

    private static void assertRefused(Verdict verdict, String words) {
        assertThat(verdict).asInstanceOf(type(Verdict.Refused.class)).extracting(Verdict.Refused::why).isEqualTo(words);
    }

    @Test
    void whatFitsIsGood() {
        assertThat(of(BLOCK, "conv3", Conv.same(3, 5))).isEqualTo(new Verdict.Good());
        assertThat(of(BLOCK, "conv1", Conv.same(3, 5))).isEqualTo(new Verdict.Good());
    }

    @Test
    void whatTheLayerCannotHaveIsRefused() {
        assertRefused(of(BLOCK, "conv2", Conv.same(0, 3)),
                "The number of filters must be from 1 to 16777216, it is 0.");
        assertRefused(of(BLOCK, "conv2", new Conv(8, Window.same(3), 3, false)),
                "3 groups do not divide the 8 channels that come in.");
        assertRefused(of(BLOCK, "conv2", new Conv(8, Window.of(40), 1, false)),
                "A window of 40×40 is larger than the padded 32×32.");
    }

    @Test
    void whatBreaksAnotherLayerIsSaidWithItsName() {
        assertThat(of(BLOCK, "conv2", Conv.same(16, 3))).isEqualTo(new Verdict.Breaks(
                "Then Add no longer fits: 8×32×32 meets 16×32×32: channels (8, 16) differ."));
    }

    @Test
    void whatBreaksInOneLaneOnlyIsSaidWithTheLane() {
        NetworkBuilder even = new NetworkBuilder("even");
        NodeId z = even.chain("x", Conv.same(4, 3), even.input(1, 8, 8));
        NodeId sum = even.merge("merge", new Layer.Concat(), z, even.chain("f", Conv.same(4, 3), z));
        even.chain("after", Conv.same(8, 3), sum);
        assertThat(of(even.build(), "after", new Conv(8, Window.same(3), 8, false))).isEqualTo(new Verdict.Breaks(
                "Then, in the Add lane, Conv 3×3 no longer fits: 8 groups do not divide the 4 channels that come in."));
    }

    @Test
    void settingsAreRefusedEvenWhereNothingComesIn() {
        Network loose = new Network("loose", List.of(new Node(NodeId.of("conv"), "", "", Conv.same(8, 3), List.of())));
        assertThat(of(loose, "conv", Conv.same(16, 3))).isEqualTo(new Verdict.Good());
        assertThat(of(loose, "conv", Conv.same(-1, 3))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aLayerThatIsBrokenIsMendedStepByStep() {
        NetworkBuilder net = new NetworkBuilder("small");
        net.chain("conv", new Conv(1, Window.of(9).dilated(2), 1, false), net.input(1, 4, 4));
        assertThat(of(net.build(), "conv", new Conv(1, Window.of(9), 1, false))).isEqualTo(new Verdict.Good());
    }

    @Test
    void whatIsGoodOfWhateverNetworkBreaksNothing() {
        Random random = new Random(77);
        HostileNetworks hostile = new HostileNetworks(random);
        for (int i = 0; i < 3_000; i++) {
            Network network = hostile.next();
            Node node = network.nodes().get(random.nextInt(network.nodes().size()));
            Layer layer = LayerKind.values()[random.nextInt(LayerKind.values().length)].layer();
            Verdict verdict = Verdict.of(network, LANES, node, layer);
            Shapes after = Shapes.of(network.with(node.withLayer(layer)));
            List<Misfit> broken = Verdict.newly(Shapes.of(network), after);
            if (verdict instanceof Verdict.Good) {
                assertThat(broken).as("network %d: %s in %s of %s", i, layer, node.id(), network).isEmpty();
            }
        }
    }
}
