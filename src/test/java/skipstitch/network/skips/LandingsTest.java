package skipstitch.network.skips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/** The places of a drag, and what they say. */
class LandingsTest {
    private static final Edge SKIP = new Edge(NodeId.of("merge"), 0);
    private static final String LOOP = "a loop: the skip would feed itself";

    /** A residual block whose main branch goes on through a pool and a wider convolution. */
    private static Network block() {
        NetworkBuilder net = new NetworkBuilder("block");
        NodeId x = net.chain("x", Conv.same(8, 3), net.input(1, 32, 32));
        NodeId conv1 = net.chain("conv1", Conv.same(8, 3), x);
        NodeId conv2 = net.chain("conv2", Conv.same(8, 3), net.chain("relu1", new Layer.Relu(), conv1));
        NodeId merge = net.merge("merge", new Layer.Add(), x, conv2);
        NodeId conv3 = net.chain("conv3", Conv.same(16, 3), net.chain("pool", Layer.MaxPool.halve(), merge));
        net.chain("relu3", new Layer.Relu(), conv3);
        return net.build();
    }

    private static Target on(String node) {
        return new Target.OnEdge(new Edge(NodeId.of(node), 0));
    }

    private static Landing at(Landings landings, Target target) {
        return landings.at(target).orElseThrow(() -> new AssertionError(target + " is not among " + landings.all()));
    }

    private static Answer fits(int channels, int side) {
        return new Answer.Fits(new Shape(channels, side, side));
    }

    private static Node node(String id, Layer layer, Inlet... inlets) {
        return new Node(NodeId.of(id), "", "", layer, List.of(inlets));
    }

    /** The mock-up of a drag in flight. */
    @Test
    void everyPlaceAnswersTwiceInReadingOrder() {
        Landings landings = Landings.of(block(), new Carried.End(SKIP));
        Target back = new Target.Merge(SKIP.to());
        assertThat(landings.all()).extracting(Landing::target).containsExactly(on("x"), on("conv1"), on("relu1"),
                on("conv2"), back, on("pool"), on("conv3"), on("relu3"));
        Answer loop = new Answer.Cannot(LOOP);
        assertThat(landings.all()).extracting(Landing::add).startsWith(loop, fits(8, 32), fits(8, 32), fits(8, 32),
                fits(8, 32), fits(8, 32));
        assertThat(landings.all()).extracting(Landing::concat).startsWith(loop, fits(16, 32), fits(16, 32),
                fits(16, 32), fits(16, 32), fits(16, 32));
        assertThat(landings.all()).extracting(Landing::remark)
                .containsExactly("", "x + x", "", "", "where it was", "", "", "");
        assertThat(landings.all()).extracting(Landing::skip).containsOnly(Optional.of(new Shape(8, 32, 32)));
        Landing last = at(landings, on("relu3"));
        assertThat(last.main()).contains(new Shape(16, 16, 16));
        assertThat(title(last.add())).isEqualTo("1×1 conv, 16 filters, stride 2");
        assertThat(title(last.concat())).isEqualTo("2×2 max pool");
        assertThat(((Answer.Mended) last.concat()).repair().result()).isEqualTo(new Shape(24, 16, 16));
        assertThat(landings.repairs(on("relu3"), new Layer.Add())).hasSize(8).first()
                .isEqualTo(((Answer.Mended) last.add()).repair());
        assertThat(landings.repairs(on("pool"), new Layer.Add())).isEmpty();
        assertThat(last.answer(new Layer.Concat())).isSameAs(last.concat());
        assertThat(last.answer(new Layer.Multiply())).isSameAs(last.add());
    }

    private static String title(Answer answer) {
        return ((Answer.Mended) answer).repair().title();
    }

    @Test
    void aMergeOfSeveralIsJoinedWhole() {
        NetworkBuilder net = new NetworkBuilder("dense");
        NodeId x = net.input(3, 8, 8);
        NodeId a = net.chain("a", Conv.same(4, 3), x);
        NodeId b = net.chain("b", Conv.same(5, 3), a);
        net.node("merge", new Layer.Concat(), Inlet.skip(a), Inlet.main(b));
        Landings landings = Landings.of(net.build(), new Carried.Fresh(x));
        Landing landing = at(landings, new Target.Merge(SKIP.to()));
        assertThat(landing.concat()).isEqualTo(new Answer.Fits(new Shape(12, 8, 8)));
        assertThat(landing.main()).contains(new Shape(5, 8, 8));
        assertThat(landing.add()).isEqualTo(new Answer.Cannot("Add: 4×8×8 meets 5×8×8: channels (4, 5) differ"));
        assertThat(landings.repairs(new Target.Merge(SKIP.to()), new Layer.Add())).isEmpty();
    }

    @Test
    void whatHasNoShapeSaysForWhatItWaits() {
        NetworkBuilder net = new NetworkBuilder("broken");
        NodeId x = net.input(3, 8, 8);
        NodeId small = net.chain("small", Layer.MaxPool.halve(), x);
        NodeId sum = net.merge("sum", new Layer.Add(), x, small);
        NodeId conv = net.chain("conv", Conv.same(4, 3), sum);
        net.chain("relu", new Layer.Relu(), conv);
        Landings landings = Landings.of(net.build(), new Carried.Fresh(x));
        assertThat(at(landings, on("relu")).add()).isEqualTo(new Answer.Cannot("Conv 3×3 waits for Add"));
        assertThat(at(landings, on("relu")).main()).isEmpty();
        assertThat(at(landings, on("conv")).concat())
                .isEqualTo(new Answer.Cannot("Add: 3×8×8 meets 3×4×4: height (8, 4) and width (8, 4) differ"));
        assertThat(title(at(Landings.of(net.build(), new Carried.End(new Edge(sum, 0))), new Target.Merge(sum)).add()))
                .isEqualTo("1×1 conv, 3 filters, stride 2");
    }

    @Test
    void theStartOfASkipTakesAnotherNodesTensor() {
        Landings landings = Landings.of(block(), new Carried.Start(SKIP));
        assertThat(landings.all()).extracting(landing -> ((Target.Output) landing.target()).node().value())
                .containsExactly("input", "x", "conv1", "relu1", "conv2", "merge", "pool", "conv3", "relu3");
        assertThat(title(landings.all().getFirst().add())).isEqualTo("1×1 conv, 8 filters");
        assertThat(landings.all().getFirst().concat()).isEqualTo(fits(9, 32));
        assertThat(landings.all()).extracting(Landing::remark).startsWith("", "where it was", "", "", "x + x", "");
        assertThat(landings.all().subList(5, 9)).extracting(Landing::concat)
                .containsOnly(new Answer.Cannot(LOOP));
    }

    @Test
    void aMainEdgeAsksOnlyWhatTakesItIn() {
        Landings start = Landings.of(block(), new Carried.Start(new Edge(NodeId.of("conv3"), 0)));
        assertThat(start.all()).allMatch(landing -> landing.add().equals(landing.concat()) && landing.main().isEmpty());
        assertThat(at(start, new Target.Output(NodeId.of("conv2"))).add()).isEqualTo(fits(16, 32));
        assertThat(at(start, new Target.Output(NodeId.of("pool"))).add())
                .isEqualTo(new Answer.Cannot("it is this edge already"));
        assertThat(at(start, new Target.Output(NodeId.of("relu3"))).add())
                .isEqualTo(new Answer.Cannot("a loop: the edge would feed itself"));
        Landings end = Landings.of(block(), new Carried.MainEnd(new Edge(NodeId.of("conv3"), 0)));
        assertThat(end.all()).extracting(Landing::target).doesNotContain(new Target.Inlet(NodeId.of("input")))
                .hasSize(8);
        assertThat(at(end, new Target.Inlet(NodeId.of("relu3"))).add()).isEqualTo(fits(8, 16));
        assertThat(at(end, new Target.Inlet(NodeId.of("merge"))).add())
                .isEqualTo(new Answer.Cannot("a loop: the edge would feed itself"));
    }

    @Test
    void anEdgeThatEntersAMergeCanBeMendedThere() {
        NetworkBuilder net = new NetworkBuilder("inception");
        NodeId x = net.input(3, 8, 8);
        NodeId a = net.chain("a", Conv.same(4, 3), x);
        NodeId small = net.chain("small", Layer.MaxPool.halve(), x);
        net.chain("relu", new Layer.Relu(), small);
        net.node("join", new Layer.Concat(), Inlet.main(a), Inlet.main(x));
        Landings landings = Landings.of(net.build(), new Carried.MainEnd(new Edge(NodeId.of("relu"), 0)));
        Landing join = at(landings, new Target.Inlet(NodeId.of("join")));
        assertThat(title(join.add())).isEqualTo("bilinear ×2");
        assertThat(join.add()).isEqualTo(join.concat());
        assertThat(((Answer.Mended) join.add()).repair().result()).isEqualTo(new Shape(10, 8, 8));
        assertThat(landings.repairs(join.target(), new Layer.Add())).hasSize(4);
    }

    @Test
    void aNewEdgeConnectsWhatDangles() {
        Network drawn = new Network("dangling", List.of(
                node("x", new Layer.Input(new Shape(3, 8, 8))), node("conv", Conv.same(4, 3)),
                node("sum", new Layer.Add(), Inlet.skip(NodeId.of("x")))));
        Landings landings = Landings.of(drawn, new Carried.Fresh(NodeId.of("x")));
        assertThat(landings.all()).extracting(Landing::target).containsExactly(
                new Target.Inlet(NodeId.of("conv")), new Target.Inlet(NodeId.of("sum")));
        assertThat(landings.all()).extracting(Landing::add).containsExactly(fits(4, 8), fits(3, 8));
        assertThat(landings.all()).extracting(Landing::remark).containsExactly("", "x + x");
    }

    @Test
    void edgesOnWhichTheSkipRunsAndIndicesAreNoPlaces() {
        NetworkBuilder net = new NetworkBuilder("segnet");
        NodeId x = net.chain("x", Conv.same(4, 3), net.input(3, 8, 8));
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), x);
        NodeId unpool = net.node("unpool", new Layer.MaxUnpool(), Inlet.main(pool), Inlet.indices(pool));
        NodeId projection = net.chain("projection", Conv.same(4, 1), x);
        net.merge("merge", new Layer.Add(), projection, unpool);
        Landings landings = Landings.of(net.build(), new Carried.End(SKIP));
        assertThat(landings.all()).extracting(Landing::target)
                .containsExactly(on("x"), on("pool"), on("unpool"), new Target.Merge(SKIP.to()));
        assertThat(at(landings, on("unpool")).add()).isInstanceOf(Answer.Mended.class);
    }

    @Test
    void onlyWhatIsThereCanBeCarried() {
        for (Carried carried : List.of(new Carried.End(new Edge(SKIP.to(), 1)), new Carried.End(new Edge(SKIP.to(), 2)),
                new Carried.MainEnd(SKIP), new Carried.MainEnd(new Edge(SKIP.to(), 2)), new Carried.Start(new Edge(SKIP.to(), 2)),
                new Carried.Start(new Edge(NodeId.of("nowhere"), 0)),
                new Carried.Fresh(NodeId.of("nowhere")))) {
            assertThatIllegalArgumentException().as("%s", carried).isThrownBy(() -> Landings.of(block(), carried));
        }
    }
}
