package skipstitch.explain.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.network.Initialisation;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shape;
import skipstitch.network.Variant;

class WaysTest {

    static Stream<Integer> seeds() {
        return Stream.iterate(0, seed -> seed + 1).limit(60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partsAndWhatGoesRoundAddUpToTheWhole(int seed) {
        Network drawn = new RandomNetworks(seed).fitting(16).withInputShape(new Shape(2, 12, 12));
        for (Variant variant : new Variant[] {Variant.AS_DRAWN, Variant.ADD, Variant.CONCAT}) {
            Lane lane = variant.of(drawn);
            for (Node node : lane.network().skipMerges()) {
                ways(lane, node.id(), seed).ifPresent(ways -> {
                    float[] sum = ways.round().part().values().clone();
                    double shares = ways.round().share();
                    for (Ways.Way way : ways.ways()) {
                        for (int k = 0; k < sum.length; k++) {
                            sum[k] += way.part().values()[k];
                        }
                        shares += way.share();
                    }
                    double largest = ways.ways().stream().mapToDouble(Ways.Way::length).sum();
                    assertThat(sum).as("seed %d, %s of %s", seed, node.id(), lane.network())
                            .containsExactly(ways.whole().values(), within((float) (1e-4 * (largest + 1e-6))));
                    if (ways.ways().stream().allMatch(way -> way.length() <= 10 * length(ways))) {
                        assertThat(shares).as("seed %d, %s", seed, node.id())
                                .isCloseTo(length(ways) == 0 ? 0 : 1, offset(1e-2));
                    }
                });
            }
        }
    }

    private static double length(Ways ways) {
        return LaneGradients.length(ways.whole().values());
    }

    @Test
    void anIdentitySkipBringsTheWholeGradientAndTheBranchItsOwn() {
        NetworkBuilder net = new NetworkBuilder("block");
        NodeId input = net.input(1, 1, 1);
        NodeId branch = net.chain("branch", new Layer.Scale(3), input);
        NodeId add = net.merge("add", new Layer.Add(), input, branch);
        NodeId end = net.chain("end", new Layer.Scale(2), add);
        Ways ways = ways(net.build(), end, add);
        assertThat(ways.whole().values()).containsExactly(8);
        assertThat(ways.ways()).extracting(Ways.Way::name).containsExactly("x", "F(x)");
        assertThat(ways.ways()).extracting(way -> way.role().orElseThrow())
                .containsExactly(Inlet.Role.SKIP, Inlet.Role.MAIN);
        assertThat(ways.ways()).extracting(Ways.Way::length).containsExactly(2.0, 6.0);
        assertThat(ways.ways()).extracting(Ways.Way::share).containsExactly(0.25, 0.75);
        assertThat(ways.round().length()).isZero();
        assertThat(ways.sentences()).containsExactly(
                "Of the gradient at the input, 25 % came back by x, 75 % came back by F(x).",
                "Every way leads through here: the parts add up to the whole.",
                "Lengths: x 2.0, F(x) 6.0; the whole 8.0.");
    }

    @Test
    void whatGoesRoundAMergeIsSaid() {
        NetworkBuilder net = new NetworkBuilder("round");
        NodeId input = net.input(1, 1, 1);
        NodeId branch = net.chain("branch", new Layer.Scale(-3), input);
        NodeId inner = net.merge("inner", new Layer.Add(), input, branch);
        NodeId outer = net.merge("outer", new Layer.Add(), input, inner);
        Ways ways = ways(net.build(), outer, inner);
        assertThat(ways.whole().values()).containsExactly(-1);
        assertThat(ways.round().share()).isEqualTo(-1);
        assertThat(ways.sentences()).containsExactly(
                "Of the gradient at the input, −100 % came back by x, 300 % came back by F(x).",
                "−100 % went round Add, by ways that do not lead through it.",
                "A share below 0 works against the others.",
                "Lengths: x 1.0, F(x) 3.0; the whole 1.0.");
    }

    @Test
    void theTapeHasTheWholeGradientAfterwards() {
        NetworkBuilder net = new NetworkBuilder("block");
        NodeId input = net.input(1, 1, 1);
        NodeId add = net.merge("add", new Layer.Add(), input, net.chain("branch", new Layer.Scale(3), input));
        Lane lane = Variant.AS_DRAWN.of(net.build());
        try (Tape tape = new PlainTapes().of(lane.shapes(), 1, Mode.INFERENCE, new Parameters(Map.of(), Map.of()))) {
            tape.forward(Map.of(input, new float[] {1}), 0);
            assertThat(Ways.of(lane, tape, Map.of(add, new float[] {1}), add)).isPresent();
            assertThat(tape.gradient(input)).containsExactly(4);
            assertThat(tape.gradient(add)).containsExactly(1);
            assertThat(Ways.of(lane, tape, Map.of(add, new float[] {1}), NodeId.of("nowhere"))).isEmpty();
        }
    }

    private static Ways ways(Network network, NodeId end, NodeId merge) {
        Lane lane = Variant.AS_DRAWN.of(network);
        try (Tape tape = new PlainTapes().of(lane.shapes(), 1, Mode.INFERENCE, new Parameters(Map.of(), Map.of()))) {
            tape.forward(Map.of(NodeId.of("input"), new float[] {1}), 0);
            return Ways.of(lane, tape, Map.of(end, new float[] {1}), merge).orElseThrow();
        }
    }

    private static Optional<Ways> ways(Lane lane, NodeId merge, int seed) {
        Random random = new Random(seed);
        Parameters parameters = Parameters.of(lane.shapes(),
                new SeededWeights(Initialisation.of(lane.network(), seed)).of(lane));
        try (Tape tape = new PlainTapes().of(lane.shapes(), 1, Mode.INFERENCE, parameters)) {
            Node input = lane.shapes().order().getFirst();
            tape.forward(Map.of(input.id(), floats(lane.shapes().shape(input.id()).elements(), random)), 0);
            NodeId end = lane.network().outputs().stream().map(Node::id)
                    .filter(id -> lane.shapes().find(id).isPresent()).findFirst().orElse(input.id());
            return Ways.of(lane, tape, Map.of(end, floats(lane.shapes().shape(end).elements(), random)), merge);
        }
    }

    private static float[] floats(int count, Random random) {
        float[] values = new float[count];
        for (int k = 0; k < count; k++) {
            values[k] = (float) random.nextGaussian();
        }
        return values;
    }
}
