package skipstitch.explain.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.LayerCases;
import skipstitch.engine.LayerCases.Case;
import skipstitch.engine.LayerWeights;
import skipstitch.explain.Branch;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.explain.stories.ChannelStory;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Not a number, infinity, huge and tiny numbers, one channel, thousands of them: nothing throws, all is written. */
class EdgeCasesTest {
    private static final float[] ODD = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE,
        -Float.MAX_VALUE, Float.MIN_VALUE, -0f, 1e-30f, 1e30f};

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oddNumbersComeThroughAsTheEngineHasThem(Class<?> kind) {
        LayerCases cases = new LayerCases(7);
        Random random = new Random(8);
        for (int setting = 0; setting < 300; setting++) {
            Case drawn = odd(cases.draw(kind), random);
            NodeRun run = NodeRun.of(Runs.of(drawn), Provenance.none(), Runs.LAYER);
            Shape shape = run.shape();
            for (int i = 0; i < 5; i++) {
                Value value = ValueExplainer.explain(run, new Cell(random.nextInt(shape.channels()),
                        random.nextInt(shape.height()), random.nextInt(shape.width())));
                if (!Float.isFinite(value.value())) {
                    assertThat(Float.valueOf((float) value.how().redo())).as("%s at %s", drawn, value.cell())
                            .isEqualTo(Float.valueOf(value.value()));
                }
                List<Line> lines = Writing.of(value).lines();
                lines.forEach(line -> unfold(line.tokens()));
                assertThat(lines.getLast().text()).isNotBlank();
                if (Float.isNaN(value.value())) {
                    assertThat(lines.getFirst().text()).contains("NaN");
                }
            }
            ChannelStory.of(run, random.nextInt(shape.channels()));
        }
    }

    /** With odd numbers in some places. */
    private static Case odd(Case drawn, Random random) {
        List<Tensor> inputs = drawn.inputs().stream().map(tensor -> {
            float[] values = tensor.values().clone();
            for (int i = 0; i < 1 + values.length / 20; i++) {
                values[random.nextInt(values.length)] = ODD[random.nextInt(ODD.length)];
            }
            return new Tensor(tensor.shape(), values);
        }).toList();
        return new Case(drawn.call(), inputs);
    }

    private static int unfold(List<Token> tokens) {
        return tokens.stream().mapToInt(token -> switch (token) {
            case Token.Fold fold -> unfold(fold.inside());
            case Token.Number number -> number.text().isBlank() ? 0 : 1;
            case Token.Sign _, Token.Word _ -> 0;
        }).sum();
    }

    private static Value sum(float... terms) {
        List<Operand> operands = Stream.iterate(0, i -> i < terms.length, i -> i + 1)
                .map(i -> new Operand(i, new Cell(0, 0, 0), terms[i], false, Branch.NONE)).toList();
        Arithmetic.Sum sum = new Arithmetic.Sum(operands, operands.stream().map(_ -> "x").toList());
        return new Value(new Node(NodeId.of("add"), "", "", new Layer.Add(), List.of()), new Cell(0, 0, 0),
                (float) sum.redo(), sum);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.62     | -0.18     | 0.62 + (−0.18) = 0.44
            -0.18    | 0.62      | −0.18 + 0.62 = 0.44
            0.004    | 0.62      | 0.004 + 0.620 = 0.624
            0.124    | 0.124     | 0.124 + 0.124 = 0.248
            0.1      | 0         | 0.10 + 0.00 = 0.10
            NaN      | 1         | NaN + 1.00 = NaN
            Infinity | -1        | +∞ + (−1.00) = +∞
            1        | -Infinity | 1.00 + (−∞) = −∞
            12345    | 0.5       | 1.23e+04 + 0.50 = 1.23e+04 rounded
            1e-6     | 2e-6      | 1.00e−06 + 2.00e−06 = 3.00e−06
            3e38     | 3e38      | 3.00e+38 + 3.00e+38 = +∞ rounded
            """)
    void sumsOfTwo(float a, float b, String written) {
        assertThat(Writing.of(sum(a, b)).lines().getFirst().text()).isEqualTo(written);
    }

    @Test
    void oneChannelOfOnePixelIsExplained() {
        LayerWeights weights = LayerWeights.Kernels.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new float[] {0.5f});
        Value value = Runs.explain(Runs.of(Layer.Conv.same(1, 3).biased(), weights, Runs.row(2)), 0, 0, 0);
        assertThat(value.how().redo()).isEqualTo(10.5);
        Written written = Writing.of(value);
        assertThat(written.lines().getFirst().text())
                .isEqualTo("0 + 0 + 0 + 0 + 10.00 + 0 + 0 + 0 + 0 + bias 0.50 = 10.50");
        assertThat(written.lines().getLast().text()).endsWith("Of the 9, 8 lie in the padding: 0.");
    }

    @Test
    void thousandsOfTermsFoldByChannel() {
        Random random = new Random(9);
        Tensor in = new Tensor(new Shape(2_048, 3, 3), gaussian(2_048 * 9, random));
        LayerWeights weights = LayerWeights.Kernels.of(gaussian(2_048 * 9, random), new float[0]);
        Value value = Runs.explain(Runs.of(Layer.Conv.same(1, 3), weights, in), 0, 1, 1);
        assertThat(value.how().redo()).isCloseTo(value.value(), Offset.offset(1e-4));
        List<Token> tokens = Writing.of(value).lines(Line.Says.VALUE).getFirst().tokens();
        Token.Fold fold = (Token.Fold) tokens.stream().filter(Token.Fold.class::isInstance).findFirst().orElseThrow();
        assertThat(fold.text()).startsWith("… 18,426 more terms, together");
        assertThat(fold.inside().size()).as("tokens of the next level").isLessThan(100);
        assertThat(Line.text(fold.inside())).contains("channel ").contains("more channels, together");
        assertThat(operands(tokens)).isEqualTo(2_048 * 9);
    }

    private static int operands(List<Token> tokens) {
        return tokens.stream().mapToInt(token -> switch (token) {
            case Token.Fold fold -> operands(fold.inside());
            case Token.Number number -> number.operand().isPresent() ? 1 : 0;
            case Token.Sign _, Token.Word _ -> 0;
        }).sum();
    }

    private static float[] gaussian(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void anInputIsGiven() {
        Tensor picture = Runs.row(0.25, 0.5);
        NodeRun run = new NodeRun(new Node(Runs.LAYER, "", "", new Layer.Input(picture.shape()), List.of()), List.of(),
                List.of(), List.of(), LayerWeights.NONE, picture, Optional.empty());
        Value value = ValueExplainer.explain(run, new Cell(0, 0, 1));
        assertThat(value.how()).isEqualTo(new Arithmetic.Given(0.5f));
        assertThat(value.how().redo()).isEqualTo(0.5);
        assertThat(Writing.of(value).lines()).extracting(Line::text)
                .containsExactly("0.50", "Fed in: nothing is computed.");
    }

    @Test
    void aCellThatIsNotThereIsRefused() {
        Ran ran = Runs.of(new Layer.Relu(), LayerWeights.NONE, Runs.row(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Runs.explain(ran, 0, 0, 2))
                .withMessage("ReLU is 1×1×2 and has no channel 0, (0, 2)");
    }
}
