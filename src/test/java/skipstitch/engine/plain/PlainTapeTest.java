package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.engine.tape.Trainable;
import skipstitch.explain.reach.SmallNetworks;
import skipstitch.intervention.Erase;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

class PlainTapeTest {
    private static final NodeId INPUT = NodeId.of("input");
    private static final Parameters NOTHING = new Parameters(Map.of(), Map.of());

    private final Tapes tapes = new PlainTapes();

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inferenceGivesTheEnginesTensorsSampleBySample(int seed) {
        Random random = new Random(seed);
        Shapes shapes = new SmallNetworks(random).next(12);
        Parameters parameters = Networks.parameters(shapes, random);
        Map<NodeId, float[]> inputs = Networks.inputs(shapes, 2, random);
        Node input = shapes.order().getFirst();
        try (Tape tape = tapes.of(shapes, 2, Mode.INFERENCE, parameters); Engine engine = PlainEngine.open()) {
            tape.forward(inputs, 0);
            for (int n = 0; n < 2; n++) {
                Tensor picture = new Tensor(shapes.shape(input.id()), slice(inputs.get(input.id()), n, 2));
                try (Activations activations =
                        engine.run(new Pass(shapes, parameters.weights(), picture), Progress.NONE)) {
                    for (Node node : shapes.order()) {
                        float[] expected = activations.tensor(node.id()).values();
                        assertThat(slice(tape.values(node.id()), n, 2)).as("seed %d, %s", seed, node)
                                .containsExactly(expected, within(1e-4f * (1 + largest(expected))));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aNodesGradientIsTheSumOverItsEdges(int seed) {
        Random random = new Random(seed);
        Shapes shapes = new SmallNetworks(random).next(12);
        Node last = shapes.order().getLast();
        try (Tape tape = tapes.of(shapes, 1, Mode.INFERENCE, Networks.parameters(shapes, random))) {
            tape.forward(Networks.inputs(shapes, 1, random), 0);
            tape.backward(Map.of(last.id(), Networks.floats(shapes.shape(last.id()).elements(), random)));
            for (Node node : shapes.order()) {
                if (!node.equals(last)) {
                    float[] sum = new float[shapes.shape(node.id()).elements()];
                    edgesFrom(shapes, node.id()).forEach(edge -> add(sum, tape.gradient(edge)));
                    float[] gradient = tape.gradient(node.id());
                    assertThat(sum).as("seed %d, %s", seed, node)
                            .containsExactly(gradient, within(1e-5f * (1 + largest(gradient))));
                }
            }
        }
    }

    @Test
    void anAdditionCopiesAndAConcatenationSlices() {
        NetworkBuilder net = new NetworkBuilder("merges");
        NodeId input = net.input(1, 1, 2);
        NodeId twice = net.chain("twice", new Layer.Scale(2), input);
        NodeId added = net.merge("added", new Layer.Add(), input, twice);
        NodeId joined = net.merge("joined", new Layer.Concat(), input, added);
        try (Tape tape = tapes.of(Shapes.of(net.build()), 1, Mode.TRAINING, NOTHING)) {
            tape.forward(Map.of(input, new float[] {5, 7}), 0);
            tape.backward(Map.of(joined, new float[] {1, 2, 3, 4}));
            assertThat(tape.gradient(new Edge(joined, 0))).containsExactly(1, 2);
            assertThat(tape.gradient(added)).containsExactly(3, 4);
            assertThat(tape.gradient(new Edge(added, 0))).containsExactly(3, 4);
            assertThat(tape.gradient(new Edge(added, 1))).containsExactly(3, 4);
            assertThat(tape.gradient(new Edge(twice, 0))).containsExactly(6, 8);
            assertThat(tape.gradient(input)).containsExactly(10, 14);
        }
    }

    @Test
    void aNodeMayTakeOneTensorTwice() {
        NetworkBuilder net = new NetworkBuilder("square");
        NodeId input = net.input(1, 1, 1);
        NodeId square = net.node("square", new Layer.Multiply(), Inlet.main(input), Inlet.main(input));
        try (Tape tape = tapes.of(Shapes.of(net.build()), 1, Mode.INFERENCE, NOTHING)) {
            tape.forward(Map.of(input, new float[] {3}), 0);
            tape.backward(Map.of(square, new float[] {1}));
            assertThat(tape.gradient(new Edge(square, 1))).containsExactly(3);
            assertThat(tape.gradient(input)).containsExactly(6);
        }
    }

    @Test
    void whatTheSeedsDoNotDependOnHasGradientZeroAgain() {
        NetworkBuilder net = new NetworkBuilder("two ends");
        NodeId input = net.input(1, 1, 1);
        NodeId one = net.chain("one", new Layer.Linear(1, true), input);
        NodeId other = net.chain("other", new Layer.Linear(1, true), input);
        Parameters parameters = new Parameters(Map.of(one, new Trainable(new float[] {2}, new float[] {0}),
                other, new Trainable(new float[] {3}, new float[] {0})), Map.of());
        try (Tape tape = tapes.of(Shapes.of(net.build()), 1, Mode.INFERENCE, parameters)) {
            Trainable slope = tape.slopes().get(one);
            tape.forward(Map.of(input, new float[] {5}), 0);
            tape.backward(Map.of(one, new float[] {1}));
            assertThat(slope.weights()).containsExactly(5);
            tape.backward(Map.of(other, new float[] {1}));
            assertThat(slope.weights()).containsExactly(0);
            assertThat(slope.shifts()).containsExactly(0);
            assertThat(tape.gradient(one)).containsExactly(0);
            assertThat(tape.gradient(input)).containsExactly(3);
        }
    }

    @Test
    void poolingIndicesBringNothingBack() {
        NetworkBuilder net = new NetworkBuilder("unpool");
        NodeId input = net.input(1, 2, 2);
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), input);
        NodeId unpool = net.node("unpool", new Layer.MaxUnpool(), Inlet.main(pool), Inlet.indices(pool));
        try (Tape tape = tapes.of(Shapes.of(net.build()), 1, Mode.INFERENCE, NOTHING)) {
            tape.forward(Map.of(input, new float[] {1, 4, 2, 3}), 0);
            tape.backward(Map.of(unpool, new float[] {10, 20, 30, 40}));
            assertThat(tape.gradient(new Edge(unpool, 0))).containsExactly(20);
            assertThat(tape.gradient(new Edge(unpool, 1))).containsExactly(0);
            assertThat(tape.gradient(input)).containsExactly(0, 20, 0, 0);
        }
    }

    @Test
    void ofEqualMaximaTheFirstGetsAllAndAtAKinkNothingComesBack() {
        NetworkBuilder net = new NetworkBuilder("ties");
        NodeId input = net.input(1, 2, 2);
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), input);
        NodeId relu = net.chain("relu", new Layer.Relu(), input);
        NodeId relu6 = net.chain("relu6", new Layer.Relu6(), input);
        NodeId leaky = net.chain("leaky", new Layer.LeakyRelu(0.5f), input);
        try (Tape tape = tapes.of(Shapes.of(net.build()), 1, Mode.INFERENCE, NOTHING)) {
            tape.forward(Map.of(input, new float[] {0, 6, 6, -1}), 0);
            tape.backward(Map.of(pool, new float[] {9}, relu, new float[] {1, 1, 1, 1},
                    relu6, new float[] {1, 1, 1, 1}, leaky, new float[] {1, 1, 1, 1}));
            assertThat(tape.gradient(new Edge(pool, 0))).containsExactly(0, 9, 0, 0);
            assertThat(tape.gradient(new Edge(relu, 0))).containsExactly(0, 1, 1, 0);
            assertThat(tape.gradient(new Edge(relu6, 0))).containsExactly(0, 0, 0, 0);
            assertThat(tape.gradient(new Edge(leaky, 0))).containsExactly(0.5f, 1, 1, 0.5f);
        }
    }

    @Test
    void whatIsDoneToAnEdgeIsDoneToItsGradientBackwards() {
        NetworkBuilder net = new NetworkBuilder("intervened");
        NodeId input = net.input(3, 1, 1);
        NodeId end = net.chain("end", new Layer.Identity(), input);
        Edge edge = new Edge(end, 0);
        Shuffle shuffle = new Shuffle(1, false);
        int[] order = shuffle.order(3);
        Interventions interventions = Interventions.none().with(edge, shuffle).with(edge, new Volume(10))
                .with(edge, new Erase(List.of(0)));
        try (Tape tape = tapes.of(Shapes.of(net.build()), interventions, 1, Mode.INFERENCE, NOTHING)) {
            tape.forward(Map.of(input, new float[] {1, 2, 3}), 0);
            assertThat(tape.values(end)).containsExactly(0, 10 * (order[1] + 1), 10 * (order[2] + 1));
            tape.backward(Map.of(end, new float[] {5, 6, 7}));
            float[] expected = new float[3];
            expected[order[1]] = 60;
            expected[order[2]] = 70;
            assertThat(tape.gradient(edge)).containsExactly(expected);
            assertThat(tape.gradient(input)).containsExactly(expected);
        }
    }

    @Test
    void inTrainingANormTellsTheBatchsStatistics() {
        NetworkBuilder net = new NetworkBuilder("norm");
        NodeId input = net.input(1, 1, 2);
        NodeId norm = net.chain("norm", new Layer.BatchNorm(0), input);
        Parameters parameters = new Parameters(Map.of(norm, new Trainable(new float[] {2}, new float[] {1})),
                Map.of(norm, new Statistics(new float[] {100}, new float[] {100})));
        try (Tape tape = tapes.of(Shapes.of(net.build()), 2, Mode.TRAINING, parameters)) {
            tape.forward(Map.of(input, new float[] {1, 3, 5, 7}), 0);
            // Mean 4, variance (9 + 1 + 1 + 9)/4 = 5.
            assertThat(tape.batchStatistics().get(norm).mean()).containsExactly(4);
            assertThat(tape.batchStatistics().get(norm).variance()).containsExactly(5);
            assertThat(tape.values(norm)[3]).isEqualTo((float) (2 * 3 / Math.sqrt(5) + 1));
            assertThat(parameters.statistics().get(norm).mean()).containsExactly(100);
        }
        try (Tape tape = tapes.of(Shapes.of(net.build()), 2, Mode.INFERENCE, parameters)) {
            assertThat(tape.batchStatistics()).isEmpty();
        }
    }

    @Test
    void aDropoutDropsItsShareAndKeepsTheMean() {
        NetworkBuilder net = new NetworkBuilder("dropout");
        NodeId input = net.input(10, 10, 10);
        NodeId drop = net.chain("drop", new Layer.Dropout(0.25f), input);
        float[] ones = new float[10_000];
        Arrays.fill(ones, 1);
        try (Tape tape = tapes.of(Shapes.of(net.build()), 10, Mode.TRAINING, NOTHING)) {
            tape.forward(Map.of(input, ones), 7);
            float[] first = tape.values(drop);
            assertThat(IntStream.range(0, first.length).filter(k -> first[k] == 0).count()).isBetween(2_300L, 2_700L);
            assertThat(IntStream.range(0, first.length).mapToDouble(k -> first[k]).average().orElseThrow())
                    .isCloseTo(1, within(0.03));
            tape.backward(Map.of(drop, ones));
            assertThat(tape.gradient(input)).containsExactly(first);
            tape.forward(Map.of(input, ones), 8);
            assertThat(tape.values(drop)).isNotEqualTo(first);
            tape.forward(Map.of(input, ones), 7);
            assertThat(tape.values(drop)).isEqualTo(first);
        }
    }

    @Test
    void whatHasNoShapeIsLeftOut() {
        NetworkBuilder net = new NetworkBuilder("misfit");
        NodeId input = net.input(1, 2, 2);
        NodeId fits = net.chain("fits", new Layer.Relu(), input);
        NodeId breaks = net.chain("breaks", new Layer.Linear(3, false), input);
        try (Tape tape = tapes.of(Shapes.of(net.build()), 1, Mode.INFERENCE, NOTHING)) {
            tape.forward(Map.of(input, new float[] {1, 2, 3, 4}), 0);
            tape.backward(Map.of(fits, new float[] {1, 1, 1, 1}));
            assertThat(tape.gradient(input)).containsExactly(1, 1, 1, 1);
            assertThatIllegalArgumentException().isThrownBy(() -> tape.values(breaks));
            assertThatIllegalArgumentException().isThrownBy(() -> tape.gradient(breaks));
            assertThatIllegalArgumentException().isThrownBy(() -> tape.gradient(new Edge(breaks, 0)));
            assertThatIllegalArgumentException().isThrownBy(() -> tape.gradient(new Edge(fits, 1)));
        }
    }

    @Test
    void whatIsMissingOrOfAnotherSizeIsRefused() {
        NetworkBuilder net = new NetworkBuilder("small");
        NodeId input = net.input(1, 1, 2);
        NodeId end = net.chain("end", new Layer.Conv(1, Window.of(1), 1, false), input);
        Shapes shapes = Shapes.of(net.build());
        assertThatIllegalArgumentException().isThrownBy(() -> tapes.of(shapes, 1, Mode.INFERENCE, NOTHING))
                .withMessage("Conv 1×1 (end) has no parameters");
        Parameters parameters =
                new Parameters(Map.of(end, new Trainable(new float[] {1}, new float[0])), Map.of());
        assertThatIllegalArgumentException().isThrownBy(() -> tapes.of(shapes, 0, Mode.INFERENCE, parameters));
        try (Tape tape = tapes.of(shapes, 1, Mode.INFERENCE, parameters)) {
            assertThatIllegalArgumentException().isThrownBy(() -> tape.forward(Map.of(), 0));
            assertThatIllegalArgumentException().isThrownBy(() -> tape.forward(Map.of(INPUT, new float[3]), 0));
            assertThatIllegalStateException().isThrownBy(() -> tape.backward(Map.of()));
            tape.forward(Map.of(INPUT, new float[2]), 0);
            assertThatIllegalStateException().isThrownBy(() -> tape.gradient(end));
            assertThatIllegalArgumentException().isThrownBy(() -> tape.backward(Map.of(end, new float[1])));
        }
    }

    private static List<Edge> edgesFrom(Shapes shapes, NodeId source) {
        return shapes.order().stream().flatMap(node -> IntStream.range(0, node.inlets().size())
                .filter(i -> node.inlets().get(i).source().equals(source)).mapToObj(i -> new Edge(node.id(), i)))
                .toList();
    }

    private static void add(float[] sum, float[] part) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += part[k];
        }
    }

    private static float[] slice(float[] batch, int n, int of) {
        int size = batch.length / of;
        return Arrays.copyOfRange(batch, n * size, (n + 1) * size);
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return largest;
    }
}
