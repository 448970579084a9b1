package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Misfit.Rule;

/** Which rule is said to be broken, where, with which shapes, in which words. */
class MisfitTest {
    private static final Shape X = new Shape(8, 32, 32);

    @ParameterizedTest(name = "{3}")
    @MethodSource("brokenRules")
    void namesTheRuleTheNodeTheShapesAndWhy(Layer layer, List<Shape> incoming, Rule rule, String why) {
        Misfit misfit = OneNode.misfit(layer, incoming.toArray(Shape[]::new));
        assertThat(misfit).isEqualTo(new Misfit(OneNode.ID, rule, incoming, why));
    }

    static Stream<Arguments> brokenRules() {
        Shape wide = new Shape(16, 32, 32);
        Shape small = new Shape(8, 16, 32);
        Shape other = new Shape(16, 16, 8);
        return Stream.of(
                broken(new Layer.Add(), Rule.SAME_SHAPE, "Add: 8×32×32 meets 16×32×32: channels (8, 16) differ", X, wide),
                broken(new Layer.Add(), Rule.SAME_SHAPE, "Add: 8×32×32 meets 8×16×32: height (32, 16) differs", X, small),
                broken(new Layer.Add(), Rule.SAME_SHAPE,
                        "Add: 8×32×32 meets 16×16×8: channels (8, 16), height (32, 16) and width (32, 8) differ", X, other),
                broken(new Layer.Add(), Rule.SAME_SHAPE,
                        "Add: 8×32×32 meets 1×1×1: channels (8, 1), height (32, 1) and width (32, 1) differ",
                        X, Shape.vector(1)),
                broken(new Layer.Multiply(), Rule.SAME_SHAPE,
                        "Multiply: 16×32×32 meets 16×16×8: height (32, 16) and width (32, 8) differ", wide, other),
                broken(new Layer.Concat(), Rule.SAME_SIZE,
                        "Concat: 8×32×32 meets 16×16×8: height (32, 16) and width (32, 8) differ", X, other),
                broken(new Layer.Concat(), Rule.SAME_SIZE,
                        "Concat: 64×104×104 meets 64×104×105: width (104, 105) differs",
                        new Shape(64, 104, 104), new Shape(64, 104, 105)),
                broken(new Layer.Gate(), Rule.GATE_OF_ONE_CHANNEL,
                        "Gate: 8×32×32 needs a gate of 1×32×32, but 16×32×32 comes in", X, wide),
                broken(new Conv(8, Window.same(3), 3, false), Rule.GROUPS_DIVIDE,
                        "Conv 3×3: 3 groups do not divide the 8 channels that come in", X),
                broken(new Conv(6, Window.same(3), 4, false), Rule.GROUPS_DIVIDE,
                        "Conv 3×3: 4 groups do not divide the 6 filters", X),
                broken(new Conv(8, Window.of(7), 1, false), Rule.WINDOW_FITS,
                        "Conv 7×7: a window of 7×7 is larger than the padded 5×6", new Shape(8, 5, 6)),
                broken(new Conv(8, Window.of(3).dilated(16), 1, false), Rule.WINDOW_FITS,
                        "Conv 3×3: a window of 33×33 is larger than the padded 32×32", X),
                broken(new Layer.MaxPool(Window.of(2).padded(2), false), Rule.SETTINGS,
                        "Max pool: the padding 2 is more than half of the window 2×2: a window would see padding alone", X),
                broken(new Layer.Linear(10, true), Rule.VECTOR,
                        "Linear: a vector is needed, but 8×32×32 comes in: flatten or average it first", X),
                broken(new Layer.Crop(Padding.all(16)), Rule.SIZE_POSITIVE, "Crop: nothing would be left: 8×0×0", X),
                broken(new Layer.Upsample(20_000, Layer.Interpolation.NEAREST), Rule.ADDRESSABLE,
                        "Upsample ×20000: 8×640000×640000 are more than 2³¹−1 elements", X),
                broken(new Layer.ZeroPadChannels(1 << 24, 0), Rule.ADDRESSABLE,
                        "Zero channels: 16777224×32×32 are more than 2³¹−1 elements", X),
                broken(new Layer.Linear(1 << 20, true), Rule.ADDRESSABLE,
                        "Linear: the kernels would have more than 2³¹−1 weights", Shape.vector(1 << 20)),
                broken(new Conv(1 << 20, Window.of(1), 1, false), Rule.ADDRESSABLE,
                        "Conv 1×1: the kernels would have more than 2³¹−1 weights", new Shape(1 << 12, 1, 1)),
                broken(Conv.same(0, 3), Rule.SETTINGS,
                        "Conv 3×3: the number of filters must be from 1 to 16777216, it is 0", X),
                broken(Conv.same(8, 3).strided(-1), Rule.SETTINGS,
                        "Conv 3×3 /-1: the stride's height must be from 1 to 16777216, it is -1", X),
                broken(new Layer.Crop(new Padding(-1, 0, 0, 0)), Rule.SETTINGS,
                        "Crop: the number of rows above must be from 0 to 16777216, it is -1", X),
                broken(new Layer.ZeroPad(new Padding(0, 0, 0, -3)), Rule.SETTINGS,
                        "Zero-pad: the number of columns on the right must be from 0 to 16777216, it is -3", X),
                broken(new Layer.ZeroPadChannels(0, -2), Rule.SETTINGS,
                        "Zero channels: the number of channels after must be from 0 to 16777216, it is -2", X),
                broken(new Layer.TransposedConv(4, Size.square(2), Size.square(2), Padding.NONE, new Size(0, 2), false),
                        Rule.SETTINGS, "Up-conv 2×2: the output padding 0×2 must be smaller than the stride 2×2", X),
                broken(new Layer.Subsample(0), Rule.SETTINGS,
                        "Subsample /0: the stride must be from 1 to 16777216, it is 0", X),
                broken(new Layer.LeakyRelu(Float.NaN), Rule.SETTINGS,
                        "Leaky ReLU: the slope must be a finite number, it is NaN", X),
                broken(new Layer.Scale(Float.POSITIVE_INFINITY), Rule.SETTINGS,
                        "Scale ×Infinity: the factor must be a finite number, it is Infinity", X),
                broken(new Layer.BatchNorm(Float.NaN), Rule.SETTINGS,
                        "Batch norm: epsilon must be a finite number, it is NaN", X),
                broken(new Layer.BatchNorm(-1), Rule.SETTINGS,
                        "Batch norm: epsilon must not be negative, it is -1.0", X),
                broken(new Layer.Dropout(1), Rule.SETTINGS,
                        "Dropout: the rate must be from 0 to below 1, it is 1.0", X));
    }

    private static Arguments broken(Layer layer, Rule rule, String why, Shape... incoming) {
        return Arguments.of(layer, List.of(incoming), rule, why);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrongFanIns")
    void namesWrongFanIn(Layer layer, int tensors, String why) {
        Shape[] incoming = Stream.generate(() -> X).limit(tensors).toArray(Shape[]::new);
        Misfit misfit = OneNode.misfit(layer, incoming);
        assertThat(misfit.rule()).isEqualTo(Rule.FAN_IN);
        assertThat(misfit.why()).isEqualTo(why);
    }

    static Stream<Arguments> wrongFanIns() {
        return Stream.of(
                Arguments.of(new Layer.Add(), 1, "Add takes at least 2 tensors, but 1 comes in"),
                Arguments.of(new Layer.Concat(), 0, "Concat takes at least 2 tensors, but 0 come in"),
                Arguments.of(new Layer.Relu(), 0, "ReLU takes exactly 1 tensor, but 0 come in"),
                Arguments.of(new Layer.Relu(), 2, "ReLU takes exactly 1 tensor, but 2 come in"),
                Arguments.of(new Layer.Gate(), 3, "Gate takes exactly 2 tensors, but 3 come in"),
                Arguments.of(new Layer.Input(X), 1, "Input takes no tensors, but 1 comes in"),
                Arguments.of(new Layer.MaxUnpool(), 1, "Unpool needs the indices of one max pool, but 0 come in"));
    }

    @Test
    void takesNoIndicesWhereNoneAreWanted() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), net.input(1, 4, 4));
        NodeId relu = net.node("relu", new Layer.Relu(), Inlet.main(pool), Inlet.indices(pool));
        assertThat(misfit(net, relu)).isEqualTo(new Misfit(relu, Rule.FAN_IN, List.of(), "ReLU takes no pooling indices"));
    }

    @Test
    void unpoolWantsTheIndicesOfAMaxPool() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId pool = net.chain("pool", Layer.AveragePool.halve(), net.input(1, 4, 4));
        NodeId unpool = net.node("unpool", new Layer.MaxUnpool(), Inlet.main(pool), Inlet.indices(pool));
        assertThat(misfit(net, unpool)).isEqualTo(new Misfit(unpool, Rule.INDICES_OF_A_POOL,
                List.of(new Shape(1, 2, 2), new Shape(1, 2, 2)),
                "Unpool takes its indices from Avg pool /2, which is no max pool"));
    }

    @Test
    void unpoolWantsATensorOfThePoolsShape() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), net.input(1, 4, 4));
        NodeId wide = net.chain("wide", Conv.same(2, 1), pool);
        NodeId unpool = net.node("unpool", new Layer.MaxUnpool(), Inlet.main(wide), Inlet.indices(pool));
        assertThat(misfit(net, unpool)).isEqualTo(new Misfit(unpool, Rule.INDICES_OF_A_POOL,
                List.of(new Shape(2, 2, 2), new Shape(1, 2, 2)),
                "Unpool: the indices belong to a tensor of 1×2×2, but 2×2×2 comes in"));
    }

    @Test
    void aLoopIsToldAtEachOfItsNodesAndOnlyThere() {
        NetworkBuilder net = new NetworkBuilder("loop");
        NodeId x = net.input(4, 8, 8);
        NodeId a = NodeId.of("a");
        NodeId b = NodeId.of("b");
        net.node("a", new Layer.Add(), Inlet.main(x), Inlet.main(b));
        net.node("b", new Layer.Relu(), Inlet.main(a));
        NodeId behind = net.node("behind", new Layer.Add(), Inlet.main(x), Inlet.main(b));
        NodeId beside = net.chain("beside", Conv.same(2, 3), x);
        Shapes shapes = Shapes.of(net.build());
        assertThat(shapes.misfits()).extracting(Misfit::node).containsExactlyInAnyOrder(a, b);
        assertThat(misfit(net, a)).isEqualTo(
                new Misfit(a, Rule.NO_CYCLE, List.of(), "Add feeds itself: take one edge of the loop away"));
        assertThat(shapes.fit(behind)).isEqualTo(new Fit.Waits(b));
        assertThat(shapes.shape(beside)).isEqualTo(new Shape(2, 8, 8));
    }

    @Test
    void anEdgeFromNowhereIsToldWithItsSource() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId relu = net.chain("relu", new Layer.Relu(), NodeId.of("gone"));
        assertThat(misfit(net, relu)).isEqualTo(new Misfit(relu, Rule.SOURCES_EXIST, List.of(),
                "ReLU takes a tensor from 'gone', which is not there"));
    }

    @Test
    void stopsOnlyWhatIsDownstream() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId x = net.input(8, 8, 8);
        NodeId narrow = net.chain("narrow", Conv.same(4, 3), x);
        NodeId merge = net.merge("merge", new Layer.Add(), x, narrow);
        NodeId after = net.chain("after", new Layer.Relu(), merge);
        NodeId later = net.merge("later", new Layer.Concat(), narrow, after);
        NodeId beside = net.chain("beside", new Layer.Relu(), narrow);
        Shapes shapes = Shapes.of(net.build());
        assertThat(shapes.misfits()).extracting(Misfit::node).containsExactly(merge);
        assertThat(shapes.fit(after)).isEqualTo(new Fit.Waits(merge));
        assertThat(shapes.fit(later)).isEqualTo(new Fit.Waits(merge));
        assertThat(shapes.shape(beside)).isEqualTo(new Shape(4, 8, 8));
        assertThat(shapes.allFit()).isFalse();
    }

    @Test
    void callsANodeByTheNameThatAPersonGaveIt() {
        Node node = new Node(OneNode.ID, "bottleneck", "", Conv.same(0, 3), List.of(Inlet.main(NodeId.of("input"))));
        Network network = new Network("net", List.of(
                new Node(NodeId.of("input"), "", "", new Layer.Input(X), List.of()), node));
        assertThat(Shapes.of(network).misfits().getFirst().why()).startsWith("bottleneck: the number of filters");
    }

    private static Misfit misfit(NetworkBuilder net, NodeId id) {
        return ((Fit.Breaks) Shapes.of(net.build()).fit(id)).misfit();
    }
}
