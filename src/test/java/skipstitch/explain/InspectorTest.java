package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Inspection.Block;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Inspection.Reading;
import skipstitch.explain.Ran;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.ColourMap;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Tensor;

class InspectorTest {
    private static final Network NETWORK = Presets.first().network();
    private final Engine engine = PlainEngine.open();

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    private Inspection inspect(String node, Variant... variants) {
        return inspect(NETWORK, node, variants);
    }

    private Inspection inspect(Network network, String node, Variant... variants) {
        return inspect(network, Interventions.none(), node, variants);
    }

    private Inspection inspect(Network network, Interventions interventions, String node, Variant... variants) {
        List<Ran> lanes = new ArrayList<>();
        float[] values = new float[32 * 32];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 37 % 101 / 100f;
        }
        for (Variant variant : variants) {
            Lane lane = variant.of(network);
            Weights weights = new SeededWeights(Initialisation.of(network, 1)).of(lane);
            Interventions own = interventions.in(lane);
            lanes.add(new Ran(lane, weights, engine.run(new Pass(lane.shapes(), weights,
                    Pictures.only(new Tensor(new Shape(1, 32, 32), values)), own), Progress.NONE), own));
        }
        return Inspector.inspect(network, lanes, NodeId.of(node), NodeId.of("merge")).orElseThrow();
    }

    @Test
    void showsBothBranchesTheSumAndTheConcatenationOfAMerge() {
        Inspection inspection = inspect("merge", Variant.ADD, Variant.CONCAT);
        assertThat(inspection.panels()).extracting(Panel::title)
                .containsExactly("skip x", "main F(x)", "Add x + F(x)", "Concat [ x ; F(x) ]");
        assertThat(inspection.panels()).extracting(Panel::role).containsExactly(Inspection.Role.SKIP,
                Inspection.Role.MAIN, Inspection.Role.RESULT, Inspection.Role.RESULT);
        assertThat(inspection.panels()).extracting(Panel::lane).containsExactly(Optional.empty(), Optional.empty(),
                Optional.of(Variant.ADD), Optional.of(Variant.CONCAT));
        assertThat(inspection.panels().getLast().blocks()).containsExactly(new Block(0, 8), new Block(8, 8));
        assertThat(inspection.bill()).isPresent();
    }

    @Test
    void theSumIsTheSumAndTheConcatenationIsTheBranchesSideBySide() {
        List<Panel> panels = inspect("merge", Variant.ADD, Variant.CONCAT).panels();
        float[] x = panels.get(0).tensor().values();
        float[] f = panels.get(1).tensor().values();
        for (int i = 0; i < x.length; i++) {
            assertThat(panels.get(2).tensor().values()[i]).isEqualTo(x[i] + f[i]);
            assertThat(panels.get(3).tensor().values()[i]).isEqualTo(x[i]);
            assertThat(panels.get(3).tensor().values()[x.length + i]).isEqualTo(f[i]);
        }
    }

    @Test
    void anInterventionIsNamedAndItsTensorIsTheOneThatIsMerged() {
        Interventions done = Interventions.none().with(new Edge(NodeId.of("merge"), 1), new Volume(0.1f));
        List<Panel> panels = inspect(NETWORK, done, "merge", Variant.ADD, Variant.CONCAT).panels();
        assertThat(panels).extracting(Panel::title).containsExactly("skip x", "main F(x), volume ×0.1", "Add x + F(x)",
                "Concat [ x ; F(x) ]");
        float[] loud = inspect("merge", Variant.ADD, Variant.CONCAT).panels().get(1).tensor().values();
        for (int i = 0; i < loud.length; i++) {
            assertThat(panels.get(1).tensor().values()[i]).isEqualTo(0.1f * loud[i]);
            assertThat(panels.get(2).tensor().values()[i])
                    .isEqualTo(panels.get(0).tensor().values()[i] + panels.get(1).tensor().values()[i]);
        }
        assertThat(inspect(NETWORK, done, "merge", Variant.NO_SKIP).panels()).extracting(Panel::title)
                .contains("main F(x), volume ×0.1");
    }

    @Test
    void oneScaleSpansAllPanels() {
        Inspection inspection = inspect("merge", Variant.ADD, Variant.CONCAT);
        Extent all = inspection.panels().stream().map(panel -> panel.tensor().extent()).reduce(Extent::union).orElseThrow();
        assertThat(inspection.extent()).isEqualTo(all);
        assertThat(inspection.scale().map()).isEqualTo(ColourMap.DIVERGING);
        assertThat(inspection.scale().high()).isEqualTo(Math.max(all.max(), -all.min()));
    }

    @Test
    void aPlaceIsReadInEverySiblingMap() {
        Inspection inspection = inspect("merge", Variant.ADD, Variant.CONCAT);
        Panel concat = inspection.panels().getLast();
        List<Reading> readings = inspection.readings(concat, 11, 5, 7);
        assertThat(readings).extracting(Reading::symbol).containsExactly("x", "F(x)", "sum", "concat", "concat");
        assertThat(readings).extracting(Reading::channel).containsExactly(3, 3, 3, 3, 11);
        assertThat(readings.get(2).value()).isEqualTo(readings.get(0).value() + readings.get(1).value());
        assertThat(readings.get(3).value()).isEqualTo(readings.get(0).value());
        assertThat(readings.get(4).value()).isEqualTo(readings.get(1).value());
    }

    @Test
    void readingsOfBothLanesTellWhichIsWhich() {
        Inspection inspection = inspect("conv3", Variant.ADD, Variant.CONCAT);
        assertThat(inspection.readings(inspection.panels().getFirst(), 0, 5, 7)).extracting(Reading::where)
                .containsExactly(Optional.of("Add lane"), Optional.of("Concat lane"), Optional.of("Concat lane"),
                        Optional.of("Add lane"), Optional.of("Concat lane"));
    }

    @Test
    void whatComesOutOfTheMergeKeepsItsBranchesWhereItGoesIn() {
        List<Panel> panels = inspect("conv3", Variant.ADD, Variant.CONCAT).panels();
        assertThat(panels.get(0).branches()).containsOnly(Branch.BOTH);
        assertThat(panels.get(1).branches().subList(0, 8)).containsOnly(Branch.SKIP);
        assertThat(panels.get(1).branches().subList(8, 16)).containsOnly(Branch.MAIN);
        assertThat(panels.get(1).blocks()).containsExactly(new Block(0, 8), new Block(8, 8));
        assertThat(panels.get(3).branches()).containsOnly(Branch.NONE);
    }

    @Test
    void aSkipWithLayersOfItsOwnIsNoLongerX() {
        Network projection = Presets.find("residual-projection").orElseThrow().network();
        assertThat(inspect(projection, "merge", Variant.ADD, Variant.CONCAT).panels()).extracting(Panel::title)
                .containsExactly("skip P(x)", "main F(x)", "Add P(x) + F(x)", "Concat [ P(x) ; F(x) ]");
    }

    @Test
    void coloursStayWhenTheMergeIsSwitched() {
        ColourScale scale = inspect("merge", Variant.ADD, Variant.CONCAT).scale();
        for (Variant variant : List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP)) {
            assertThat(inspect("merge", variant).scale()).as(variant.word()).isEqualTo(scale);
        }
    }

    @Test
    void withoutASkipTheMainBranchPasses() {
        assertThat(inspect("merge", Variant.NO_SKIP).panels()).extracting(Panel::title)
                .containsExactly("main F(x)", "No skip: F(x) passes");
    }

    @Test
    void anyOtherNodeShowsWhatGoesInAndOutOncePerDifferentTensor() {
        assertThat(inspect("conv1", Variant.ADD, Variant.CONCAT).panels()).extracting(Panel::lane)
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(inspect("conv3", Variant.ADD, Variant.CONCAT).panels()).extracting(Panel::lane).containsExactly(
                Optional.of(Variant.ADD), Optional.of(Variant.CONCAT), Optional.of(Variant.ADD), Optional.of(Variant.CONCAT));
        assertThat(inspect("conv3", Variant.ADD).bill()).isEmpty();
    }

    @Test
    void thePictureIsGrey() {
        assertThat(inspect("input", Variant.ADD).scale().map()).isEqualTo(ColourMap.GREY);
    }

    @Test
    void thereIsNothingToSeeWhereNoLaneHasATensor() {
        assertThat(Inspector.inspect(NETWORK, List.of(), NodeId.of("merge"), NodeId.of("merge"))).isEmpty();
    }
}
