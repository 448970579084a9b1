package skipstitch.explain.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skipstitch.engine.Progress;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Tape;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** A block deleted. */
class DeletionsTest {
    private static final DepthSettings SHORT = DepthSettings.usual().withBlocks(5).withKind(BlockKind.DENSE);

    private static Deletions deletions(DepthSettings settings) {
        return Deletions.of(settings, new PlainTapes(), Drawn.pictures(), Progress.NONE);
    }

    /** The same as taking the block out of the network by hand. */
    @ParameterizedTest
    @EnumSource(value = Variant.class, names = {"NO_SKIP", "ADD"})
    void equalsANetworkWithoutTheBlock(Variant variant) {
        DepthSettings settings = SHORT.withShortcut(variant == Variant.ADD ? 0.75 : 1);
        List<Double> changes = deletions(settings).lanes().get(variant == Variant.ADD ? 1 : 0).changes();
        Chain chain = Chain.of(settings, variant);
        float[] whole = output(settings, chain, chain.shapes().network());
        for (int block = 0; block < settings.blocks(); block++) {
            float[] without = output(settings, chain, without(chain.shapes().network(), block, variant));
            double difference = 0;
            double norm = 0;
            for (int i = 0; i < whole.length; i++) {
                difference += Math.pow(whole[i] - without[i], 2);
                norm += Math.pow(whole[i], 2);
            }
            assertThat(changes.get(block)).as("block %d", block)
                    .isCloseTo(Math.sqrt(difference / norm), withinPercentage(0.01));
        }
    }

    private static Network without(Network network, int block, Variant variant) {
        NodeId end = NodeId.of("block" + block + (variant == Variant.ADD ? ".merge" : ".relu2"));
        NodeId source = network.node(NodeId.of("block" + block + ".layer1")).inlets().getFirst().source();
        NodeId left = variant == Variant.ADD ? NodeId.of("block" + block + ".shortcut") : source;
        List<Node> nodes = new ArrayList<>(network.nodes());
        nodes.replaceAll(node -> node.id().equals(end)
                ? node.withLayer(new Layer.Identity()).withInlets(List.of(Inlet.main(left))) : node);
        return new Network("without", nodes);
    }

    private static float[] output(DepthSettings settings, Chain chain, Network network) {
        Shapes shapes = Shapes.of(network);
        try (Tape tape = new PlainTapes().of(shapes, 1, Mode.INFERENCE, ChainKernels.of(settings, shapes))) {
            tape.forward(Map.of(chain.input(), Drawn.pictures().pictures().getFirst().values()), 1);
            return tape.values(chain.output());
        }
    }

    @Test
    void ofAConcatABlocksChannelsAreGone() {
        List<Double> changes = deletions(SHORT).lanes().get(2).changes();
        assertThat(changes).hasSize(5).allSatisfy(change -> assertThat(change).isBetween(0.001, 1.0));
    }

    @Test
    void normsKeepTheirStatisticsWhenABlockIsGone() {
        Deletions found = deletions(SHORT.withNorm(true).withKind(BlockKind.CONVOLUTIONS));
        assertThat(found.lanes()).allSatisfy(lane -> assertThat(lane.changes())
                .allSatisfy(change -> assertThat(change).isBetween(0.001, 100.0)));
    }

    @Test
    void aShallowChangeOfAResidualChainIsSmallerThanOfAPlainOne() {
        Deletions found = deletions(DepthSettings.usual().withBlocks(20).withKernels(InitialKernels.DEFAULT));
        assertThat(found.lanes().get(1).median()).isLessThan(0.5);
        assertThat(found.lanes().get(0).median()).isGreaterThan(0.9);
    }

    @Test
    void isCalledOff() {
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() ->
                Deletions.of(SHORT, new PlainTapes(), Drawn.pictures(), (_, _) -> false));
    }
}
