package skipstitch.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.presets.Presets;

/** What is picked by name, and where it goes. */
class NewLayerTest {
    private static final Document BLOCK = RandomEdits.document(Presets.find("residual-block").orElseThrow().network());

    private static Network after(LayerKind kind, String node) {
        return new NewLayer(kind).after(BLOCK, NodeId.of(node)).apply(BLOCK).network();
    }

    @Test
    void everyLayerThereIsCanBePicked() {
        Set<Class<?>> picked = new HashSet<>();
        for (LayerKind kind : LayerKind.values()) {
            picked.add(kind.layer().getClass());
        }
        assertThat(picked).containsExactlyInAnyOrderElementsOf(Layer.kinds());
    }

    @ParameterizedTest
    @CsvSource({"conv, CONV_3", "1x1, CONV_1", "up, UPSAMPLE", "drop, DROPOUT", "DENSE, LINEAR", "max pool, MAX_POOL",
        "bn, BATCH_NORM", "+, ADD", "conv 1, CONV_1", "3×3 /2, STRIDED_CONV", "deconv, UP_CONV", "  relu , RELU"})
    void theLikeliestStandsFirst(String typed, LayerKind expected) {
        assertThat(LayerKind.named(typed)).first().isEqualTo(expected);
    }

    @Test
    void nothingTypedMeansAllAndNonsenseNone() {
        assertThat(LayerKind.named(" ")).containsExactly(LayerKind.values());
        assertThat(LayerKind.named("sqrt(")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsPickedFitsBehindAPlainLayer(LayerKind kind) {
        Network network = after(kind, "relu3");
        assertThat(network.nodes()).hasSize(BLOCK.network().nodes().size() + 1);
        boolean needsMore = kind == LayerKind.LINEAR || kind == LayerKind.UNPOOL || kind == LayerKind.GATE;
        assertThat(Shapes.of(network).allFit()).isEqualTo(!needsMore);
    }

    @Test
    void aConvolutionTakesOverTheChannelsThatComeIn() {
        assertThat(after(LayerKind.CONV_1, "relu3").nodes().getLast().layer()).isEqualTo(Layer.Conv.same(8, 1));
        assertThat(after(LayerKind.CONV_3, "input").node(NodeId.of("conv-9")).layer()).isEqualTo(Layer.Conv.same(8, 3));
    }

    @Test
    void itGoesOnTheEdgeToTheOneThatTakesTheTensorByTheMainWay() {
        // conv0 is taken by conv1, and by the merge as a skip.
        Network network = after(LayerKind.RELU, "conv0");
        assertThat(network.node(NodeId.of("conv1")).inlets()).containsExactly(Inlet.main(NodeId.of("relu-9")));
        assertThat(network.node(NodeId.of("merge")).inlets()).contains(Inlet.skip(NodeId.of("conv0")));
    }

    @Test
    void whereTwoTakeTheTensorItBecomesANewEnd() {
        Document forked = new AppendLayer(new Layer.Relu(), NodeId.of("conv3")).apply(BLOCK);
        Network network = new NewLayer(LayerKind.SIGMOID).after(forked, NodeId.of("conv3")).apply(forked).network();
        assertThat(network.consumers(NodeId.of("conv3"))).hasSize(3);
    }

    @Test
    void aMergeProposesWhatCameInBeforeIfThatFits() {
        assertThat(after(LayerKind.ADD, "conv1").node(NodeId.of("add-9")).inlets())
                .containsExactly(Inlet.skip(NodeId.of("conv0")), Inlet.main(NodeId.of("conv1")));
        assertThat(after(LayerKind.ADD, "conv0").node(NodeId.of("add-9")).inlets())
                .containsExactly(Inlet.skip(NodeId.of("conv0")), Inlet.main(NodeId.of("conv0")));
        assertThat(after(LayerKind.CONCAT, "conv0").node(NodeId.of("concat-9")).inlets())
                .containsExactly(Inlet.skip(NodeId.of("input")), Inlet.main(NodeId.of("conv0")));
    }

    @Test
    void unpoolsCloseThePoolsFromTheLastToTheFirst() {
        NetworkBuilder net = new NetworkBuilder("pools");
        net.chain("pool2", Layer.MaxPool.halve(), net.chain("pool1", Layer.MaxPool.halve(), net.input(2, 16, 16)));
        Document document = RandomEdits.document(net.build());
        NodeId at = NodeId.of("pool2");
        for (String pool : new String[] {"pool2", "pool1"}) {
            document = new NewLayer(LayerKind.UNPOOL).after(document, at).apply(document);
            at = document.network().nodes().getLast().id();
            assertThat(document.network().node(at).inlets()).hasSize(2).last().isEqualTo(Inlet.indices(NodeId.of(pool)));
        }
        assertThat(Shapes.of(document.network()).shape(at)).isEqualTo(new Shape(2, 16, 16));
    }

    @Test
    void onASkipItStaysPartOfTheSkip() {
        Edge skip = new Edge(NodeId.of("merge"), 0);
        Network network = new NewLayer(LayerKind.CONV_1).on(BLOCK, skip).apply(BLOCK).network();
        assertThat(network.inlet(skip)).contains(Inlet.skip(NodeId.of("conv-9")));
        assertThat(new NewLayer(LayerKind.CONV_1).on(BLOCK, new Edge(NodeId.of("merge"), 7)).apply(BLOCK))
                .isSameAs(BLOCK);
    }
}
