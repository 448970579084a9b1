package skipstitch.engine.nd4j.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.engine.LayerCases;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** ND4J's gradients are those of plain Java, which are checked by differences. */
class Nd4jTapeTest {
    private static final int CASES = 200;
    private static final double TOLERANCE = 1e-4;

    private final Tapes nd4j = new Nd4jTapes(1);
    private final Tapes plain = new PlainTapes();

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void goesBothWaysAsPlainJavaDoesThroughALayer(Class<?> kind) {
        for (int seed = 0; seed < CASES; seed++) {
            LayerCases.Case drawn = new LayerCases(seed).draw(kind);
            Random random = new Random(seed);
            NodeId id = NodeId.of("layer");
            Shapes shapes = Shapes.of(alone(drawn, id));
            Parameters parameters = Parameters.of(shapes, Weights.NONE.with(id, drawn.call().weights()));
            // Nothing can be said of a slope through a variance that is all but 0.
            Mode mode = kind != Layer.BatchNorm.class && random.nextBoolean() ? Mode.TRAINING : Mode.INFERENCE;
            compare(shapes, parameters, 1 + random.nextInt(3), mode, random, "seed " + seed + ", " + mode + " " + drawn);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void normsByTheStatisticsOfABatch(int batch) {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Network network = new Network("norm", List.of(
                    new Node(NodeId.of("in"), "", "", new Layer.Input(new Shape(
                            1 + random.nextInt(40), 2 + random.nextInt(9), 2 + random.nextInt(9))), List.of()),
                    new Node(NodeId.of("layer"), "", "", Layer.BatchNorm.standard(),
                            List.of(Inlet.main(NodeId.of("in"))))));
            Parameters parameters = drawn(network, Variant.AS_DRAWN.of(network), seed);
            parameters.trainable().values().forEach(each -> {
                gaussian(random, each.weights());
                gaussian(random, each.shifts());
            });
            compare(Shapes.of(network), parameters, batch, Mode.TRAINING, random, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12, 30})
    void goesBothWaysAsPlainJavaDoesThroughNetworks(int nodes) {
        for (int seed = 0; seed < CASES / 4; seed++) {
            Network network = new RandomNetworks(seed).fitting(nodes);
            Lane lane = Variant.values()[seed % Variant.values().length].of(network);
            compare(lane.shapes(), drawn(network, lane, seed), 2, Mode.INFERENCE, new Random(seed),
                    "seed " + seed + ", " + lane.variant());
        }
    }

    private static Parameters drawn(Network network, Lane lane, long seed) {
        return Parameters.of(lane.shapes(), new SeededWeights(Initialisation.of(network, seed)).of(lane));
    }

    /** A network of the case's layer, fed by an input for each of its tensors. */
    private static Network alone(LayerCases.Case drawn, NodeId id) {
        List<Node> nodes = new ArrayList<>();
        List<Inlet> inlets = new ArrayList<>();
        for (int i = 0; i < drawn.call().inputs().size(); i++) {
            NodeId input = NodeId.of("in" + i);
            nodes.add(new Node(input, "", "", new Layer.Input(drawn.call().inputs().get(i)), List.of()));
            if (i == 1 && drawn.call().pool().isPresent()) {
                NodeId pool = NodeId.of("pool");
                nodes.add(new Node(pool, "", "", drawn.call().pool().get(), List.of(Inlet.main(input))));
                inlets.add(Inlet.indices(pool));
            } else {
                inlets.add(Inlet.main(input));
            }
        }
        nodes.add(new Node(id, "", "", drawn.call().layer(), inlets));
        return new Network("alone", nodes);
    }

    private void compare(Shapes shapes, Parameters parameters, int batch, Mode mode, Random random, String what) {
        Map<NodeId, float[]> inputs = new LinkedHashMap<>();
        Map<NodeId, float[]> seeds = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            if (node.layer() instanceof Layer.Input) {
                inputs.put(node.id(), gaussian(random, new float[batch * shapes.shape(node.id()).elements()]));
            }
        }
        List<Node> shaped = shapes.order().stream().filter(node -> shapes.find(node.id()).isPresent()).toList();
        for (Node node : shaped) {
            // Gradients from several places, some of them in the middle.
            if (random.nextInt(3) > 0 && !seeds.isEmpty()) {
                continue;
            }
            seeds.put(node.id(), gaussian(random, new float[batch * shapes.shape(node.id()).elements()]));
        }
        try (Tape expected = plain.of(shapes, batch, mode, parameters);
                Tape actual = nd4j.of(shapes, batch, mode, parameters)) {
            for (Tape tape : List.of(expected, actual)) {
                tape.forward(inputs, 7);
                tape.backward(seeds);
            }
            for (Node node : shaped) {
                String where = what + ", " + node.id() + " ";
                close(expected.values(node.id()), actual.values(node.id()), where + "forward");
                close(expected.gradient(node.id()), actual.gradient(node.id()), where + "back");
                for (int i = 0; i < node.inlets().size(); i++) {
                    Edge edge = new Edge(node.id(), i);
                    close(expected.gradient(edge), actual.gradient(edge), where + "back by " + i);
                }
                Trainable slopes = expected.slopes().get(node.id());
                if (slopes != null) {
                    close(slopes.weights(), actual.slopes().get(node.id()).weights(), where + "weights");
                    close(slopes.shifts(), actual.slopes().get(node.id()).shifts(), where + "shifts");
                }
            }
            assertThat(actual.batchStatistics().keySet()).isEqualTo(expected.batchStatistics().keySet());
            expected.batchStatistics().forEach((id, wanted) -> {
                close(wanted.mean(), actual.batchStatistics().get(id).mean(), what + ", mean");
                close(wanted.variance(), actual.batchStatistics().get(id).variance(), what + ", variance");
            });
        }
    }

    private static float[] gaussian(Random random, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Relative to the largest of them all, for sums may cancel. */
    private static void close(float[] wanted, float[] got, String what) {
        assertThat(got.length).as(what).isEqualTo(wanted.length);
        double largest = 1e-6;
        for (float value : wanted) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != got[i] && !(Math.abs(wanted[i] - got[i]) <= TOLERANCE * largest)) {
                assertThat(got[i]).as("%s, value %d", what, i).isEqualTo(wanted[i]);
            }
        }
    }
}
