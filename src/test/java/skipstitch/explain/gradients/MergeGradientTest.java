package skipstitch.explain.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Activations;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.explain.Ran;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;

class MergeGradientTest {
    private static final NodeId MERGE = NodeId.of("merge");

    @Test
    void anAdditionCopiesTheWholeGradientToEach() {
        MergeGradient found = gradient(Variant.ADD, Interventions.none(), 3, 4);
        assertThat(found.inlets()).allSatisfy(each ->
                assertThat(each.gradient().values()).containsExactly(found.gradient().values()));
        assertThat(found.layer()).containsExactly(
                "G is the gradient at Add: 2×1×1, length 5.0.",
                "x gets all of G, copied: length 5.0.",
                "F(x) gets all of G, copied: length 5.0.",
                "A copy takes nothing from the others: each has the whole of it.");
        assertThat(found.channel(1)).containsExactly(
                "Channel 1 of G goes, whole, to channel 1 of x and of F(x).");
        assertThat(found.pixel(1, 0, 0)).containsExactly(
                "G is 4.00 at (0, 0) of channel 1.",
                "x gets 4.00 at (0, 0) of its channel 1: the same number, copied.",
                "F(x) gets 4.00 at (0, 0) of its channel 1: the same number, copied.");
    }

    @Test
    void aConcatenationSlicesItAndNothingIsInTwoSlices() {
        MergeGradient found = gradient(Variant.CONCAT, Interventions.none(), 3, 4, 0, 12);
        assertThat(found.inlets().get(0).gradient().values()).containsExactly(3, 4);
        assertThat(found.inlets().get(1).gradient().values()).containsExactly(0, 12);
        assertThat(found.layer()).containsExactly(
                "G is the gradient at Concat: 4×1×1, length 13.",
                "x gets channels 0 to 1 of G: length 5.0.",
                "F(x) gets channels 2 to 3 of G: length 12.",
                "Nothing is in two slices, and together they are G.");
        assertThat(found.channel(3)).containsExactly(
                "Channel 3 of G is the gradient of channel 1 of F(x).", "x gets nothing of it.");
        assertThat(found.pixel(3, 0, 0)).containsExactly(
                "G is 12.00 at (0, 0) of channel 3.",
                "x gets nothing of it.",
                "F(x) gets 12.00 at (0, 0) of its channel 1: the same number, sliced.");
        assertThatIllegalArgumentException().isThrownBy(() -> found.channel(4))
                .withMessage("G is 4×1×1 and has no channel 4");
    }

    @Test
    void withoutTheSkipTheBranchAloneGetsIt() {
        MergeGradient found = gradient(Variant.NO_SKIP, Interventions.none(), 3, 4);
        assertThat(found.inlets()).extracting(MergeGradient.Received::name).containsExactly("F(x)");
        assertThat(found.layer()).last().isEqualTo("F(x) gets all of G, copied: length 5.0.");
    }

    @Test
    void whatWasDoneOnAnEdgeIsSaidOfItsGradientToo() {
        Interventions quiet = Interventions.none().with(new Edge(MERGE, 0), new Volume(0.1f));
        MergeGradient found = gradient(Variant.ADD, quiet, 3, 4);
        assertThat(found.layer()).contains(
                "x gets all of G, copied, through what was done on the edge (volume ×0.1): length 0.50.");
        assertThat(found.pixel(1, 0, 0)).contains(
                "x gets 0.40 at (0, 0) of its channel 1, through what was done on the edge (volume ×0.1).");
    }

    private static MergeGradient gradient(Variant variant, Interventions interventions, float... seed) {
        NetworkBuilder net = new NetworkBuilder("block");
        NodeId input = net.input(2, 1, 1);
        net.merge("merge", new Layer.Add(), input, net.chain("branch", new Layer.Scale(3), input));
        Lane lane = variant.of(net.build());
        try (Tape tape = new PlainTapes().of(lane.shapes(), interventions, 1, Mode.INFERENCE,
                new Parameters(Map.of(), Map.of()))) {
            tape.forward(Map.of(input, new float[] {1, 1}), 0);
            tape.backward(Map.of(MERGE, seed));
            Activations gradients = new TapeGradients(lane.shapes(), tape, Map.of());
            return MergeGradient.of(new Ran(lane, Weights.NONE, gradients, interventions), MERGE).orElseThrow();
        }
    }
}
