package skipstitch.explain.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.LayerCases;
import skipstitch.engine.LayerCases.Case;
import skipstitch.explain.Branch;
import skipstitch.explain.Provenance;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Shape;

/**
 * What is written is exact to what is printed. Reads the digits back and reckons with them alone, in decimal: sums come
 * to exactly what stands after the {@code =}, products to what rounds to it; or the line says that it is rounded.
 */
class WritingLawsTest {
    private static final int SETTINGS = 400;

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }

    /** How many lines there were, and how many of them were rounded. */
    private static final class Tally {
        private int lines;
        private int rounded;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDigitsComeToWhatIsWrittenOrTheLineSaysRounded(Class<?> kind) {
        long seed = 300 + kind.getSimpleName().hashCode();
        LayerCases cases = new LayerCases(seed);
        Random random = new Random(seed);
        Tally tally = new Tally();
        for (int setting = 0; setting < SETTINGS; setting++) {
            Case drawn = cases.draw(kind);
            NodeRun run = NodeRun.of(Runs.of(drawn), Provenance.none(), Runs.LAYER);
            for (int i = 0; i < 3; i++) {
                Value value = ValueExplainer.explain(run, cell(run.shape(), random));
                for (Line line : Writing.of(value).lines()) {
                    check(line.tokens(), "seed " + seed + ": " + drawn + " at " + value.cell(), tally);
                }
            }
        }
        assertThat(tally.rounded).as("rounded lines of %s", tally.lines).isLessThan(Math.max(1, tally.lines / 2));
    }

    private static Cell cell(Shape shape, Random random) {
        return new Cell(random.nextInt(shape.channels()), random.nextInt(shape.height()), random.nextInt(shape.width()));
    }

    /** Of a line and of all that it unfolds to. */
    private static void check(List<Token> tokens, String where, Tally tally) {
        int equals = tokens.indexOf(new Token.Sign("="));
        boolean names = tokens.contains(new Token.Number("y", Branch.NONE, Optional.empty()));
        if (equals >= 0 && !names) {
            List<Token> left = tokens.subList(tokens.indexOf(new Token.Sign(":")) + 1, equals);
            reckon(left, tokens.subList(equals + 1, tokens.size()), where + ": " + Line.text(tokens), tally);
        }
        for (Token token : tokens) {
            if (token instanceof Token.Fold fold) {
                List<Token> inside = fold.inside();
                check(inside, where + " in " + fold.text(), tally);
                sameSum(fold, inside, where);
            }
        }
    }

    private static void reckon(List<Token> left, List<Token> right, String line, Tally tally) {
        tally.lines++;
        String result = right.getFirst().text();
        if (right.size() > 1) {
            assertThat(right.get(1).text()).as(line).isEqualTo("rounded");
            tally.rounded++;
            return;
        }
        BigDecimal reckoned = Reckoning.of(digits(left));
        BigDecimal written = Reckoning.of(result);
        boolean sum = left.stream().noneMatch(token -> token.text().matches(".*[×/√^].*"));
        BigDecimal unit = BigDecimal.valueOf(Digits.unit(result));
        assertThat(reckoned.subtract(written).abs()).as(line)
                .isLessThanOrEqualTo(sum ? BigDecimal.ZERO : unit.multiply(new BigDecimal("0.500001")));
    }

    /** Signs and numbers; of a fold the number that it stands for. */
    private static String digits(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(switch (token) {
                case Token.Word _ -> "";
                case Token.Sign sign -> sign.text();
                case Token.Number number -> number.text();
                case Token.Fold fold -> number(fold);
            }).append(' ');
        }
        return text.toString();
    }

    private static String number(Token.Fold fold) {
        return fold.text().substring(fold.text().lastIndexOf(' ') + 1);
    }

    /** What a fold stands for and what it unfolds to are the same number, though rounded elsewhere. */
    private static void sameSum(Token.Fold fold, List<Token> inside, String where) {
        int equals = inside.indexOf(new Token.Sign("="));
        if (equals >= 0) {
            String own = number(fold);
            String sum = inside.get(equals + 1).text();
            assertThat(Digits.read(sum)).as("%s: %s unfolds to %s", where, fold.text(), Line.text(inside))
                    .isCloseTo(Digits.read(own), Offset.offset(0.50001 * (Digits.unit(own) + Digits.unit(sum))));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLineEndsWithTheEnginesNumber(Class<?> kind) {
        LayerCases cases = new LayerCases(81);
        Random random = new Random(82);
        for (int setting = 0; setting < SETTINGS; setting++) {
            Case drawn = cases.draw(kind);
            NodeRun run = NodeRun.of(Runs.of(drawn), Provenance.none(), Runs.LAYER);
            Value value = ValueExplainer.explain(run, cell(run.shape(), random));
            Written written = Writing.of(value);
            assertThat(written.lines(Says.VALUE)).hasSize(1);
            List<Token> tokens = written.lines(Says.VALUE).getFirst().tokens();
            String number = tokens.stream().filter(Token.Number.class::isInstance).map(Token::text)
                    .reduce((first, second) -> second).orElseThrow();
            assertThat(Digits.read(number)).as("%s at %s: %s", drawn, value.cell(), Line.text(tokens))
                    .isCloseTo(value.value(), Offset.offset(0.50001 * Digits.unit(number)));
        }
    }

    @Test
    void unfoldedToTheEndEachTermIsThereOnce() {
        LayerCases cases = new LayerCases(91);
        Random random = new Random(92);
        for (int setting = 0; setting < 1_000; setting++) {
            Case drawn = cases.draw(List.of(Layer.Conv.class, Layer.TransposedConv.class, Layer.Linear.class,
                    Layer.GlobalAveragePool.class).get(setting % 4));
            NodeRun run = NodeRun.of(Runs.of(drawn), Provenance.none(), Runs.LAYER);
            Value value = ValueExplainer.explain(run, cell(run.shape(), random));
            List<Cell> read = new ArrayList<>(value.how().operands().stream().map(Operand::cell).toList());
            for (Line line : Writing.of(value).lines()) {
                if (line.says() == Says.VALUE || line.says() == Says.CHANNELS) {
                    assertThat(leaves(line.tokens())).as("%s at %s: %s", drawn, value.cell(), line.text())
                            .containsExactlyInAnyOrderElementsOf(read);
                }
            }
        }
    }

    private static List<Cell> leaves(List<Token> tokens) {
        return tokens.stream().flatMap(token -> switch (token) {
            case Token.Number number -> number.operand().map(Operand::cell).stream();
            case Token.Fold fold -> leaves(fold.inside()).stream();
            case Token.Sign _, Token.Word _ -> Stream.<Cell>of();
        }).toList();
    }

    @Test
    void aSumOfTwoIsRoundedOnlyIfFourDecimalsDoNotAddUp() {
        Random random = new Random(101);
        for (int i = 0; i < 5_000; i++) {
            float a = (float) random.nextGaussian();
            float b = (float) random.nextGaussian();
            Arithmetic.Sum sum = new Arithmetic.Sum(List.of(operand(a, Branch.SKIP), operand(b, Branch.MAIN)),
                    List.of("x", "F(x)"));
            String text = Writing.of(value(a + b, new Layer.Add(), sum)).lines().getFirst().text();
            boolean any = Stream.of(2, 3, 4).anyMatch(decimals -> round(a, decimals).add(round(b, decimals))
                    .compareTo(round((float) (a + (double) b), decimals)) == 0);
            assertThat(text.endsWith("rounded")).as(text).isEqualTo(!any);
        }
    }

    private static BigDecimal round(float value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static Operand operand(float value, Branch branch) {
        return new Operand(0, new Cell(0, 0, 0), value, false, branch);
    }

    private static Value value(float value, Layer layer, Arithmetic how) {
        return new Value(new Node(Runs.LAYER, "", "", layer, List.of()), new Cell(0, 0, 0), value, how);
    }
}
