package skipstitch.explain.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;

class ObjectiveTest {
    private static final NodeId OUT = NodeId.of("out");
    private static final Shape SHAPE = new Shape(3, 4, 5);

    private final Lane lane = Variant.AS_DRAWN.of(new Network("net", List.of(
            new Node(NodeId.of("in"), "", "", new Layer.Input(SHAPE), List.of()),
            new Node(OUT, "", "", new Layer.Relu(), List.of(Inlet.main(NodeId.of("in")))))));

    static List<Objective> objectives() {
        return List.of(new Objective.Mean(), Objective.OneValue.inTheMiddle(1), new Objective.OneValue(99, 0, 1),
                new Objective.CrossEntropy(2), new Objective.CrossEntropy(99));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void seedsAreItsDerivatives(Objective objective) {
        float[] values = new float[SHAPE.elements()];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        float[] seed = objective.of(lane, _ -> values).seeds().get(OUT);
        for (int i = 0; i < values.length; i++) {
            double up = moved(objective, values, i, 0.01f);
            double down = moved(objective, values, i, -0.01f);
            assertThat(seed[i]).as("%s, value %d", objective, i).isCloseTo((float) ((up - down) / 0.02), within(1e-4f));
        }
    }

    private double moved(Objective objective, float[] values, int index, float by) {
        float[] moved = values.clone();
        moved[index] += by;
        return objective.of(lane, _ -> moved).value();
    }

    @Test
    void oneValueIsTheOneInTheMiddle() {
        float[] values = new float[SHAPE.elements()];
        values[(1 * 4 + 2) * 5 + 2] = 7;

        assertThat(Objective.OneValue.inTheMiddle(1).of(lane, _ -> values).value()).isEqualTo(7);
    }

    @Test
    void crossEntropyOfEqualScoresIsTheLogarithmOfTheirNumberAndOfLargeOnesFinite() {
        float[] values = new float[SHAPE.elements()];

        assertThat(new Objective.CrossEntropy(0).of(lane, _ -> values).value()).isCloseTo(Math.log(3), within(1e-12));
        Arrays.fill(values, 0, 20, 3e38f);
        assertThat(new Objective.CrossEntropy(0).of(lane, _ -> values).value()).isZero();
        assertThat(new Objective.CrossEntropy(1).of(lane, _ -> values).seeds().get(OUT)).doesNotContain(Float.NaN);
    }

    @Test
    void aNetworkWithoutAnOutputThatFitsHasNone() {
        Lane broken = Variant.AS_DRAWN.of(new Network("net", List.of(
                new Node(OUT, "", "", new Layer.Linear(3, false), List.of()))));

        assertThat(new Objective.Mean().of(broken, _ -> new float[0])).isEqualTo(new Objective.Taken(0, Map.of()));
    }
}
