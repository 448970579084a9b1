package skipstitch.explain.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.explain.arithmetic.Line.Says.ASIDE;
import static skipstitch.explain.arithmetic.Line.Says.NAMES;
import static skipstitch.explain.arithmetic.Line.Says.PLACE;
import static skipstitch.explain.arithmetic.Line.Says.VALUE;
import static skipstitch.explain.arithmetic.Line.Says.WORDS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerCases;
import skipstitch.engine.LayerWeights;
import skipstitch.explain.Ran;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/** Worked by hand on 1 2 3 / 4 5 6 / 7 8 9. */
class ByHandTest {
    private static final Tensor ONE_TO_NINE = Runs.tensor(1, 3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    private static LayerWeights kernels(double... weights) {
        return LayerWeights.Kernels.of(Runs.row(weights).values(), new float[0]);
    }

    private static Value explain(Layer layer, LayerWeights weights, int y, int x, Tensor... inputs) {
        return Runs.explain(Runs.of(layer, weights, inputs), 0, y, x);
    }

    private static Value explain(Layer layer, int y, int x, Tensor... inputs) {
        return explain(layer, LayerWeights.NONE, y, x, inputs);
    }

    private static List<String> written(Value value, Says... says) {
        return Writing.of(value).lines().stream().filter(line -> List.of(says).contains(line.says()))
                .map(Line::text).toList();
    }

    @Test
    void atACornerTheWindowOfAConvolutionHasFiveZerosOfPadding() {
        Value value = explain(Layer.Conv.same(1, 3), kernels(1, 0, -1, 2, 0, -2, 1, 0, -1), 0, 0, ONE_TO_NINE);
        Patch patch = ((Arithmetic.WeightedSum) value.how()).patches().getFirst();
        assertThat(patch.terms()).extracting(term -> term.operand().padding())
                .containsExactly(true, true, true, true, false, false, true, false, false);
        assertThat(patch.terms()).extracting(term -> term.operand().cell().y())
                .containsExactly(-1, -1, -1, 0, 0, 0, 1, 1, 1);
        assertThat(patch.terms()).extracting(term -> term.operand().cell().x())
                .containsExactly(-1, 0, 1, -1, 0, 1, -1, 0, 1);
        // 0·1 − 2·2 + 0·4 − 1·5
        assertThat(value.value()).isEqualTo(-9);
        assertThat(value.how().redo()).isEqualTo(-9);
        assertThat(written(value, ASIDE)).containsExactly(
                "1.00 × 0 + 0.00 × 0 + (−1.00) × 0 + 2.00 × 0 + 0.00 × 1.00 + (−2.00) × 2.00 + 1.00 × 0 + 0.00 × 4.00"
                        + " + (−1.00) × 5.00 = −9.00");
    }

    @Test
    void aStridedDilatedGroupedConvolutionReadsWhatItShould() {
        // Group 1 alone; taps two apart, the window starting one column left of the map
        Window window = new Window(Size.square(2), new Size(1, 3), new Padding(0, 1, 0, 2), Size.square(2));
        Layer.Conv conv = new Layer.Conv(2, window, 2, false);
        Tensor in = Runs.tensor(2, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Ran ran = Runs.of(conv, kernels(9, 9, 9, 9, 1, 10, 100, 1000), in);
        Value value = Runs.explain(ran, 1, 0, 1);
        Patch patch = ((Arithmetic.WeightedSum) value.how()).patches().getFirst();
        assertThat(patch.channel()).isEqualTo(1);
        assertThat(patch.terms()).extracting(term -> term.operand().cell()).containsExactly(
                new Cell(1, 0, 2), new Cell(1, 0, 4), new Cell(1, 2, 2), new Cell(1, 2, 4));
        // 3 + 100·9; the right column is padding
        assertThat(value.value()).isEqualTo(903);
        assertThat(written(value, WORDS)).containsExactly("2×2 values of channel 1, each times its weight in the kernel"
                + " of filter 1. Of 2 groups this is group 1: it sees channel 1 alone."
                + " Of the 4, 2 lie in the padding: 0.");
    }

    @Test
    void aTransposedConvolutionSaysWhoPaintedHere() {
        // 3×3 kernels painted two apart: in the middle of four, all four paint with a corner
        Layer.TransposedConv conv = painting(3);
        Value value = explain(conv, kernels(1, 2, 3, 4, 5, 6, 7, 8, 9), 2, 2, Runs.tensor(1, 2, 2, 1, 10, 100, 1000));
        Patch patch = ((Arithmetic.WeightedSum) value.how()).patches().getFirst();
        assertThat(patch.terms()).extracting(term -> term.operand().value()).containsExactly(1f, 10f, 100f, 1000f);
        assertThat(patch.terms()).extracting(Term::weight).containsExactly(9f, 7f, 3f, 1f);
        assertThat(patch.terms()).extracting(Term::tapY).containsExactly(2, 2, 0, 0);
        assertThat(patch.terms()).extracting(Term::tapX).containsExactly(2, 0, 2, 0);
        // 9 + 70 + 300 + 1000
        assertThat(value.value()).isEqualTo(1379);
        Value gap = explain(painting(1), kernels(5), 0, 1, Runs.tensor(1, 2, 2, 1, 10, 100, 1000));
        assertThat(gap.how().operands()).isEmpty();
        assertThat(written(gap, VALUE, WORDS)).containsExactly("0.00",
                "Nothing was painted here: the strides leave gaps between the kernels.");
    }

    /** Kernels of that size, two apart. */
    private static Layer.TransposedConv painting(int kernel) {
        return new Layer.TransposedConv(1, Size.square(kernel), Size.square(2), Padding.NONE, new Size(0, 0), false);
    }

    @Test
    void theLargestOfAWindowWinsAndPaddingNever() {
        Tensor negative = Runs.tensor(1, 3, 3, -1, -2, -3, -4, -5, -6, -7, -8, -9);
        Value value = explain(new Layer.MaxPool(Window.same(3).strided(2), false), 1, 0, negative);
        Arithmetic.Maximum maximum = (Arithmetic.Maximum) value.how();
        assertThat(maximum.winner()).hasValue(1);
        assertThat(maximum.operands().get(1).cell()).isEqualTo(new Cell(0, 1, 0));
        assertThat(written(value, VALUE)).containsExactly("max(−4.00, −5.00, −7.00, −8.00) = −4.00");
        assertThat(written(value, WORDS)).containsExactly(
                "Of 3×3 values the largest passes: that at (1, 0). 5 lie in the padding, which never wins.");
    }

    @Test
    void aMeanDividesByWhatCounts() {
        Window window = Window.same(3).strided(2);
        assertThat(written(explain(new Layer.AveragePool(window, false, false), 0, 0, ONE_TO_NINE), VALUE))
                .containsExactly("(1.00 + 2.00 + 4.00 + 5.00) / 4 = 3.00");
        assertThat(written(explain(new Layer.AveragePool(window, false, true), 0, 0, ONE_TO_NINE), VALUE))
                .containsExactly("(1.00 + 2.00 + 4.00 + 5.00) / 9 = 1.33");
        // A partial last window: two of its four taps are beyond the map, and there is no padding to count
        Value partial = explain(new Layer.AveragePool(Window.of(2).strided(2), true, true), 0, 1, ONE_TO_NINE);
        assertThat(written(partial, VALUE)).containsExactly("(3.00 + 6.00) / 2 = 4.50");
    }

    @Test
    void anUnpooledValueComesFromTheLastWindowWhoseMaximumWasHere() {
        // 2×2 windows, one apart: all four have the 9 in the middle for their maximum
        Layer.MaxPool pool = new Layer.MaxPool(Window.of(2), false);
        Tensor pooled = Runs.tensor(1, 3, 3, 1, 2, 3, 4, 9, 6, 7, 8, 5);
        Tensor x = Runs.tensor(1, 2, 2, 10, 20, 30, 40);
        Node node = new Node(NodeId.of("unpool"), "", "", new Layer.MaxUnpool(), List.of(Inlet.main(NodeId.of("x"))));
        Ran ran = Runs.of(new LayerCases.Case(new Backend.Call(node, LayerWeights.NONE,
                List.of(x.shape(), pooled.shape()), pooled.shape(), Optional.of(pool)), List.of(x, pooled)));
        Value middle = Runs.explain(ran, 0, 1, 1);
        assertThat(middle.value()).isEqualTo(40);
        assertThat(written(middle, VALUE, WORDS)).containsExactly("40.00", "From (1, 1): that window of the pool had"
                + " its largest value here, 9.00 at (1, 1). 4 windows did; the last one wins.");
        assertThat(Runs.explain(ran, 0, 0, 0).how()).isEqualTo(new Arithmetic.Absent(Arithmetic.Absent.Why.NO_MAXIMUM));
    }

    @Test
    void betweenFourValuesTheNearestWeighsMost() {
        Value value = explain(new Layer.Upsample(2, Layer.Interpolation.BILINEAR), 1, 2, ONE_TO_NINE);
        // Row (1 + ½)/2 − ½ = ¼, column (2 + ½)/2 − ½ = ¾: ¾·(¼·1 + ¾·2) + ¼·(¼·4 + ¾·5)
        assertThat(((Arithmetic.Between) value.how()).weights()).containsExactly(0.1875, 0.5625, 0.0625, 0.1875);
        assertThat(value.value()).isEqualTo(2.5f);
        assertThat(value.how().redo()).isEqualTo(2.5);
    }

    @Test
    void aBatchNormShowsItsFourNumbers() {
        LayerWeights norm = LayerWeights.Norm.of(
                new float[] {2}, new float[] {-1}, new float[] {5}, new float[] {15.99f});
        Value value = explain(new Layer.BatchNorm(0.01f), norm, 2, 2, ONE_TO_NINE);
        // 2·(9 − 5)/√16 − 1
        assertThat(value.value()).isEqualTo(1);
        assertThat(written(value, VALUE, NAMES, ASIDE)).containsExactly(
                "2.00 × (9.00 − 5.00) / 4.00 + (−1.00) = 1.00", "y = γ × (x − μ) / √(σ² + ε) + β",
                "√(15.99 + 0.01) = 4.00");
    }

    @Test
    void activations() {
        Tensor x = Runs.row(-2, 0.5, 8);
        assertThat(written(explain(new Layer.Relu(), 0, 0, x), VALUE)).containsExactly("max(0, −2.00) = 0.00");
        assertThat(written(explain(new Layer.Relu6(), 0, 2, x), VALUE, WORDS))
                .containsExactly("min(max(0, 8.00), 6) = 6.00", "More than 6: it becomes 6.");
        assertThat(written(explain(new Layer.LeakyRelu(0.1f), 0, 0, x), VALUE))
                .containsExactly("0.10 × (−2.00) = −0.20");
        assertThat(written(explain(new Layer.Sigmoid(), 0, 0, x), VALUE))
                .containsExactly("1 / (1 + e^(−(−2.00))) = 0.12");
        assertThat(written(explain(new Layer.Softmax(), 0, 0, Runs.tensor(2, 1, 1, 1, 3)), VALUE, ASIDE))
                .containsExactly("0.14 / (0.14 + 1.00) = 0.12", "e^(1.00 − 3.00) = 0.14");
        assertThat(written(explain(new Layer.Scale(0.5f), 0, 2, x), VALUE)).containsExactly("0.50 × 8.00 = 4.00");
        assertThat(written(explain(new Layer.Dropout(0.25f), 0, 2, x), VALUE, WORDS)).containsExactly("8.00",
                "Dropout lets every value pass now. In training it sets a share of 0.25 of them to 0 and divides the"
                        + " others by 1 − 0.25, so that the mean stays and nothing is left to do here.");
    }

    @Test
    void whereAValueWasCopiedFromIsReckonedOut() {
        assertThat(written(explain(new Layer.Crop(new Padding(1, 2, 0, 0)), 1, 0, ONE_TO_NINE), PLACE))
                .containsExactly("row 1 is row 2 of x: 1 + 1 = 2", "column 0 is column 2 of x: 0 + 2 = 2");
        Layer.ZeroPad frame = new Layer.ZeroPad(new Padding(1, 2, 0, 0));
        assertThat(written(explain(frame, 1, 4, ONE_TO_NINE), VALUE, PLACE))
                .containsExactly("3.00", "row 1 is row 0 of x: 1 − 1 = 0", "column 4 is column 2 of x: 4 − 2 = 2");
        assertThat(explain(frame, 0, 4, ONE_TO_NINE).how())
                .isEqualTo(new Arithmetic.Absent(Arithmetic.Absent.Why.PADDING));
        assertThat(written(explain(new Layer.Subsample(2), 1, 0, ONE_TO_NINE), VALUE, PLACE))
                .containsExactly("7.00", "row 1 is row 2 of x: 1 · 2 = 2", "column 0 is column 0 of x: 0 · 2 = 0");
        assertThat(written(explain(new Layer.Upsample(2, Layer.Interpolation.NEAREST), 5, 0, ONE_TO_NINE), PLACE))
                .containsExactly("row 5 is row 2 of x: ⌊5 / 2⌋ = 2", "column 0 is column 0 of x: ⌊0 / 2⌋ = 0");
        Ran flat = Runs.of(new Layer.Flatten(), LayerWeights.NONE, Runs.tensor(2, 1, 2, 1, 2, 3, 4));
        assertThat(written(Runs.explain(flat, 3, 0, 0), VALUE, PLACE)).containsExactly("4.00", "channel 3 is (0, 1) of channel 1: 1 · 2 + 0 · 2 + 1 = 3");
        Layer zeros = new Layer.ZeroPadChannels(2, 1);
        Ran ran = Runs.of(zeros, LayerWeights.NONE, ONE_TO_NINE);
        assertThat(written(Runs.explain(ran, 2, 0, 0), PLACE)).containsExactly("channel 2 is channel 0 of x: 2 − 2 = 0");
        assertThat(Runs.explain(ran, 3, 0, 0).how())
                .isEqualTo(new Arithmetic.Absent(Arithmetic.Absent.Why.PADDING_CHANNEL));
    }

    @Test
    void addAndMultiplyTakeNumberByNumber() {
        Tensor x = Runs.row(0.62);
        Tensor f = Runs.row(-0.18);
        assertThat(written(explain(new Layer.Add(), 0, 0, x, f), VALUE, NAMES))
                .containsExactly("0.62 + (−0.18) = 0.44", "y = Input (1) + Input (2)");
        assertThat(written(explain(new Layer.Multiply(), 0, 0, x, f), VALUE))
                .containsExactly("0.62 × (−0.18) = −0.11");
        Ran gate = Runs.of(new Layer.Gate(), LayerWeights.NONE, Runs.tensor(2, 1, 1, 3, 5), Runs.row(0.5));
        Value gated = Runs.explain(gate, 1, 0, 0);
        assertThat(gated.how().operands()).extracting(Operand::cell)
                .containsExactly(new Cell(1, 0, 0), new Cell(0, 0, 0));
        assertThat(written(gated, VALUE)).containsExactly("5.00 × 0.50 = 2.50");
    }
}
