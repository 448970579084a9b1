package skipstitch.explain.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.LayerCases;
import skipstitch.engine.LayerCases.Case;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Thousands of random settings of each layer: its arithmetic, done again, gives the engine's number. */
class EveryLayerTest {
    private static final int SETTINGS = 2_000;
    private static final int CELLS = 6;

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void doneAgainFromItsOperandsTheArithmeticGivesTheEnginesNumber(Class<?> kind) {
        long seed = 71 + kind.getSimpleName().hashCode();
        LayerCases cases = new LayerCases(seed);
        Random random = new Random(seed);
        for (int setting = 0; setting < SETTINGS; setting++) {
            Case drawn = cases.draw(kind);
            NodeRun run = NodeRun.of(Runs.of(drawn), Provenance.none(), Runs.LAYER);
            for (Cell cell : cells(run.shape(), random)) {
                Value value = ValueExplainer.explain(run, cell);
                String where = "seed " + seed + ", setting " + setting + ": " + drawn + " at " + cell;
                assertThat(value.value()).as(where).isEqualTo(run.made().at(cell.channel(), cell.y(), cell.x()));
                assertThat((double) (float) value.how().redo()).as(where).isCloseTo(value.value(), within(value));
            }
        }
    }

    /** Half a unit of the last place of a float, and what double loses where terms cancel. */
    private static Offset<Double> within(Value value) {
        double terms = value.how() instanceof Arithmetic.WeightedSum sum ? sum.patches().stream()
                .flatMap(patch -> patch.terms().stream()).mapToDouble(term -> Math.abs(term.product())).sum()
                : value.how().operands().stream().mapToDouble(operand -> Math.abs(operand.value())).sum();
        return Offset.offset(Math.ulp(value.value()) + 1e-14 * terms);
    }

    /** Its corners, and some between. */
    private static List<Cell> cells(Shape shape, Random random) {
        return Stream.concat(
                Stream.of(new Cell(0, 0, 0), new Cell(shape.channels() - 1, shape.height() - 1, shape.width() - 1)),
                Stream.generate(() -> new Cell(random.nextInt(shape.channels()), random.nextInt(shape.height()),
                        random.nextInt(shape.width()))).limit(CELLS)).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void operandsAreWhatTheNodeRead(Class<?> kind) {
        long seed = 5 + kind.getSimpleName().hashCode();
        LayerCases cases = new LayerCases(seed);
        for (int setting = 0; setting < 200; setting++) {
            Case drawn = cases.draw(kind);
            Ran ran = Runs.of(drawn);
            NodeRun run = NodeRun.of(ran, Provenance.none(), Runs.LAYER);
            for (Cell cell : cells(run.shape(), new Random(seed))) {
                for (Operand operand : ValueExplainer.explain(run, cell).how().operands()) {
                    Tensor read = run.read().get(operand.inlet());
                    boolean inside = operand.cell().isIn(read.shape());
                    assertThat(operand.padding()).as("%s at %s: %s", drawn, cell, operand).isEqualTo(!inside);
                    assertThat(operand.value()).as("%s at %s: %s", drawn, cell, operand).isEqualTo(inside
                            ? read.at(operand.cell().channel(), operand.cell().y(), operand.cell().x()) : 0);
                }
            }
        }
    }
}
