package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.LayerCases;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainBackend;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/** Edge cases of every layer: what their models compute, and which of them no model can. */
class EveryLayerInOnnxTest {
    private static final int CASES = 150;
    private static final NodeId GIVEN = NodeId.of("given");

    @ParameterizedTest
    @MethodSource("kinds")
    void aModelComputesWhatTheLayerDoesOrIsRefusedByName(Class<?> kind) throws OrtException {
        int refused = 0;
        for (long seed = 0; seed < CASES; seed++) {
            LayerCases.Case drawn = new LayerCases(seed).draw(kind);
            String what = "seed " + seed + ", " + drawn;
            Network network = network(drawn);
            Map<NodeId, Tensor> fed = fed(drawn);
            Node node = drawn.call().node();
            Weights weights = new Weights(Map.of(node.id(), drawn.call().weights()));
            try (OnnxOracle oracle = new OnnxOracle(Shapes.of(network), weights)) {
                Agreement.check(drawn.computedBy(new PlainBackend()), oracle.run(fed::get).get(node.id()), what);
            } catch (Inexpressible refusal) {
                refused++;
                assertThat(kind).as(what).isIn(Layer.MaxPool.class, Layer.MaxUnpool.class);
                assertThat(refusal).as(what).hasMessageContaining(
                        kind == Layer.MaxPool.class ? "“layer”" : "“pool”").hasMessageContaining("padding alone");
            } catch (OrtException broken) {
                throw new AssertionError(what, broken);
            }
        }
        assertThat(refused).as("what cannot be expressed is rare").isLessThan(CASES / 10);
    }

    /** The case's node behind inputs; an unpool behind its pool, too. */
    private static Network network(LayerCases.Case drawn) {
        Node node = drawn.call().node();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < node.inlets().size(); i++) {
            Inlet inlet = node.inlets().get(i);
            if (inlet.role() == Inlet.Role.INDICES) {
                nodes.add(new Node(GIVEN, "", "", new Layer.Input(drawn.inputs().get(i).shape()), List.of()));
                nodes.add(new Node(inlet.source(), "", "", drawn.call().pool().orElseThrow(),
                        List.of(Inlet.main(GIVEN))));
            } else {
                nodes.add(new Node(inlet.source(), "", "", new Layer.Input(drawn.inputs().get(i).shape()), List.of()));
            }
        }
        nodes.add(node);
        return new Network("case", nodes);
    }

    private static Map<NodeId, Tensor> fed(LayerCases.Case drawn) {
        Map<NodeId, Tensor> fed = new LinkedHashMap<>();
        List<Inlet> inlets = drawn.call().node().inlets();
        for (int i = 0; i < inlets.size(); i++) {
            boolean indices = inlets.get(i).role() == Inlet.Role.INDICES;
            fed.put(indices ? GIVEN : inlets.get(i).source(), drawn.inputs().get(i));
        }
        return fed;
    }

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }
}
