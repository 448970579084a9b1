package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import skipstitch.network.layout.Layout;

/** Whatever is drawn, inference answers, and its answers hang together. */
class HostileNetworksTest {
    private static final int NETWORKS = 3_000;

    @Test
    void eachNodeFitsOrBreaksOrWaitsForOneThatBreaks() {
        each(21, network -> {
            Shapes shapes = Shapes.of(network);
            for (Node node : network.nodes()) {
                switch (shapes.fit(node.id())) {
                    case Fit.Fits _ -> node.inlets().forEach(inlet -> assertThat(shapes.find(inlet.source())).isPresent());
                    case Fit.Breaks(Misfit misfit) -> {
                        assertThat(misfit.node()).isEqualTo(node.id());
                        assertThat(misfit.why()).isNotBlank();
                    }
                    case Fit.Waits(NodeId upstream) -> {
                        assertThat(shapes.fit(upstream)).isInstanceOf(Fit.Breaks.class);
                        assertThat(network.upstream(node.id())).contains(upstream);
                    }
                }
            }
        });
    }

    @Test
    void everyLaneKeepsTheIdsAndAddsOnlyProjections() {
        each(22, network -> {
            for (Variant variant : Variant.values()) {
                Lane lane = variant.of(network);
                List<NodeId> kept = lane.network().nodes().stream().map(Node::id).filter(id -> !lane.isAdded(id)).toList();
                assertThat(kept).isEqualTo(network.nodes().stream().map(Node::id).toList());
                lane.network().nodes().stream().filter(node -> lane.isAdded(node.id()))
                        .forEach(node -> assertThat(node.layer()).isInstanceOf(Layer.Conv.class));
            }
        });
    }

    @Test
    void whatBreaksAsDrawnBreaksInEveryLane() {
        each(23, network -> {
            Shapes drawn = Shapes.of(network);
            for (Variant variant : Variant.values()) {
                Lane lane = variant.of(network);
                network.skipMerges().stream().filter(merge -> drawn.fit(merge.id()) instanceof Fit.Breaks)
                        .forEach(merge -> assertThat(lane.network().node(merge.id())).isEqualTo(merge));
            }
        });
    }

    @Test
    void costsAreNeverNegative() {
        each(24, network -> {
            for (Variant variant : Variant.values()) {
                Lane lane = variant.of(network);
                Costs costs = Costs.of(lane);
                List<Cost> all = new ArrayList<>(List.of(costs.total()));
                network.nodes().forEach(node -> all.add(costs.of(node.id())));
                assertThat(all).allMatch(cost -> cost.params() >= 0 && cost.macs() >= 0 && cost.activationBytes() >= 0);
            }
        });
    }

    @Test
    void everyChannelOfEveryShapeHasAnOrigin() {
        each(25, network -> {
            Shapes shapes = Shapes.of(network);
            Origins origins = Origins.of(shapes);
            for (Node node : network.nodes()) {
                int channels = shapes.find(node.id()).map(Shape::channels).orElse(0);
                assertThat(origins.of(node.id())).hasSize(channels);
                if (channels > 0) {
                    assertThat(origins.of(node.id()).getFirst().index()).isNotNegative();
                    assertThat(origins.of(node.id()).getLast().index()).isNotNegative();
                }
            }
        });
    }

    @Test
    void fanInIsPositiveWhereverThereAreWeights() {
        each(26, network -> assertThat(Initialisation.of(network, 1).fanIn().values()).allMatch(count -> count > 0));
    }

    @Test
    void everyNodeOfEveryLaneHasAPlaceOfItsOwn() {
        each(27, network -> {
            List<Lane> lanes = List.of(Variant.ADD.of(network), Variant.CONCAT.of(network), Variant.NO_SKIP.of(network));
            Layout layout = Layout.of(network, lanes);
            lanes.forEach(lane -> lane.network().nodes().forEach(node -> assertThat(layout.boxes()).containsKey(node.id())));
            assertThat(layout.boxes().values()).doesNotHaveDuplicates();
        });
    }

    private static void each(long seed, Consumer<Network> check) {
        HostileNetworks networks = new HostileNetworks(new Random(seed));
        for (int i = 0; i < NETWORKS; i++) {
            Network network = networks.next();
            try {
                check.accept(network);
            } catch (Exception | AssertionError | OutOfMemoryError | StackOverflowError failure) {
                fail("seed " + seed + ", network " + i + ": " + failure + " on " + network.nodes(), failure);
            }
        }
    }

    @Test
    void aLongChainOverflowsNoStack() {
        NetworkBuilder net = new NetworkBuilder("long");
        NodeId at = net.input(1, 4, 4);
        for (int i = 0; i < 5_000; i++) {
            at = net.chain("n" + i, new Layer.Identity(), at);
        }
        Network network = net.build();
        assertThatCode(() -> Layout.of(network, List.of(Variant.ADD.of(network)))).doesNotThrowAnyException();
        assertThat(Shapes.of(network).shape(at)).isEqualTo(new Shape(1, 4, 4));
    }

    @Test
    void aLongLoopIsFoundAtOnce() {
        List<Node> nodes = new ArrayList<>();
        int count = 2_000;
        for (int i = 0; i < count; i++) {
            nodes.add(new Node(NodeId.of("n" + i), "", "", new Layer.Identity(),
                    List.of(Inlet.main(NodeId.of("n" + (i + count - 1) % count)))));
        }
        assertThat(Shapes.of(new Network("loop", nodes)).misfits()).hasSize(count)
                .allMatch(misfit -> misfit.rule() == Misfit.Rule.NO_CYCLE);
    }
}
