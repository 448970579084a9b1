package skipstitch.explain.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skipstitch.engine.LayerCases;
import skipstitch.engine.plain.PlainBackend;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/** The engine's own numbers: what one value changes when it changes. */
class EngineReachTest {
    private static final int CASES = 60;

    @Test
    void aValueChangesNothingOutsideOfItsInfluence() {
        for (Class<?> kind : Layer.kinds()) {
            if (kind != Layer.Input.class) {
                LayerCases cases = new LayerCases(kind.getName().hashCode());
                Random random = new Random(1);
                for (int i = 0; i < CASES; i++) {
                    check(cases.draw(kind), random);
                }
            }
        }
    }

    private static void check(LayerCases.Case drawn, Random random) {
        Shapes shapes = Shapes.of(network(drawn));
        int inlet = random.nextInt(drawn.inputs().size());
        Tensor input = drawn.inputs().get(inlet);
        int index = random.nextInt(input.values().length);
        NodeId source = source(drawn, inlet);
        Region influence = Influence.of(shapes, source, cell(input.shape(), index)).at(drawn.call().node().id())
                .orElseGet(() -> Region.none(drawn.call().output()));
        Tensor before = drawn.computedBy(new PlainBackend());
        for (float change : new float[] {-3000, 3000}) {
            Tensor after = changed(drawn, inlet, index, change).computedBy(new PlainBackend());
            for (int k = 0; k < before.values().length; k++) {
                boolean same = Float.compare(before.values()[k], after.values()[k]) == 0;
                boolean reached = influence.has(cell(before.shape(), k));
                assertThat(same || reached).as("%s: %s of inlet %d changes %s", drawn, cell(input.shape(), index), inlet,
                        cell(before.shape(), k)).isTrue();
                if (isLinear(drawn.call().layer())) {
                    assertThat(reached).as("%s: %s of inlet %d, seen at %s", drawn, cell(input.shape(), index), inlet,
                            cell(before.shape(), k)).isEqualTo(!same);
                }
            }
        }
    }

    /** Weights are hardly ever 0, so that these change all they can. */
    private static boolean isLinear(Layer layer) {
        return switch (layer) {
            case Layer.Conv _, Layer.TransposedConv _, Layer.AveragePool _, Layer.GlobalAveragePool _, Layer.Upsample _,
                    Layer.Linear _, Layer.Flatten _, Layer.Add _, Layer.Concat _, Layer.Crop _, Layer.ZeroPad _,
                    Layer.ZeroPadChannels _, Layer.Subsample _, Layer.Identity _, Layer.Dropout _ -> true;
            default -> false;
        };
    }

    private static LayerCases.Case changed(LayerCases.Case drawn, int inlet, int index, float change) {
        List<Tensor> inputs = new ArrayList<>(drawn.inputs());
        float[] values = inputs.get(inlet).values().clone();
        values[index] += change;
        inputs.set(inlet, new Tensor(inputs.get(inlet).shape(), values));
        return new LayerCases.Case(drawn.call(), inputs);
    }

    /** An unpool's second input is what its pool was given. */
    private static NodeId source(LayerCases.Case drawn, int inlet) {
        boolean given = drawn.call().pool().isPresent() && inlet == 1;
        return given ? NodeId.of("given") : drawn.call().node().inlets().get(inlet).source();
    }

    private static Network network(LayerCases.Case drawn) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < drawn.inputs().size(); i++) {
            nodes.add(new Node(source(drawn, i), "", "", new Layer.Input(drawn.inputs().get(i).shape()), List.of()));
        }
        drawn.call().pool().ifPresent(pool ->
                nodes.add(new Node(NodeId.of("pool"), "", "", pool, List.of(Inlet.main(NodeId.of("given"))))));
        nodes.add(drawn.call().node());
        return new Network("case", nodes);
    }

    private static Cell cell(Shape shape, int index) {
        return new Cell(index / shape.area(), index / shape.width() % shape.height(), index % shape.width());
    }
}
