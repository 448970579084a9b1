package skipstitch.explain.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Branch;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.explain.stories.ChannelStory;
import skipstitch.explain.stories.LayerStory;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/** Explanations of real runs: in every lane, with colours, and where tensors are changed on their way. */
class WholeNetworksTest {

    /** What is to be looked at in a run. */
    private interface Look {
        void at(Ran ran, Provenance provenance, NodeRun run);
    }

    private static void eachNode(Network drawn, Variant variant, Interventions interventions, Look look) {
        Lane lane = variant.of(drawn);
        Weights weights = new SeededWeights(Initialisation.of(drawn, 1)).of(lane);
        NodeId merge = drawn.skipMerges().isEmpty() ? drawn.nodes().getFirst().id() : drawn.skipMerges().getFirst().id();
        Provenance provenance = Provenance.of(lane, drawn, merge);
        try (Engine engine = PlainEngine.open(); Activations activations = engine.run(new Pass(lane.shapes(), weights,
                Pictures.only(picture(drawn.inputShape().orElseThrow())), interventions.in(lane)), Progress.NONE)) {
            Ran ran = new Ran(lane, weights, activations);
            for (Node node : lane.shapes().order()) {
                if (activations.has(node.id())) {
                    look.at(ran, provenance, NodeRun.of(ran, provenance, node.id()));
                }
            }
        }
    }

    private static Tensor picture(Shape shape) {
        Random random = new Random(17);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Tensor(shape, values);
    }

    private static void redo(NodeRun run, Random random, String where) {
        for (int i = 0; i < 4; i++) {
            Value value = ValueExplainer.explain(run, cell(run.shape(), random));
            double size = value.how().operands().stream().mapToDouble(operand -> Math.abs(operand.value())).sum();
            assertThat((double) (float) value.how().redo()).as("%s: %s at %s", where, run.node(), value.cell())
                    .isCloseTo(value.value(), Offset.offset(Math.ulp(value.value()) + 1e-12 * size));
            assertThat(Writing.of(value).lines(Says.VALUE)).hasSize(1);
        }
    }

    private static Cell cell(Shape shape, Random random) {
        return new Cell(random.nextInt(shape.channels()), random.nextInt(shape.height()), random.nextInt(shape.width()));
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void everyNodeOfEveryPresetIsExplainedAtEveryDepth(Variant variant) {
        Random random = new Random(1);
        for (Preset preset : Presets.all()) {
            eachNode(preset.network(), variant, Interventions.none(), (ran, provenance, run) -> {
                redo(run, random, preset.name() + ", " + variant);
                assertThat(LayerStory.of(ran.lane(), provenance, run.node().id()).sentences()).isNotEmpty();
                assertThat(ChannelStory.of(run, 0).lines()).isNotEmpty();
            });
        }
    }

    @Test
    void randomNetworksAreExplainedInEveryLane() {
        for (int seed = 0; seed < 60; seed++) {
            Network drawn = new RandomNetworks(seed).fitting(25);
            Random random = new Random(seed);
            String where = "seed " + seed;
            for (Variant variant : Variant.values()) {
                eachNode(drawn, variant, Interventions.none(), (_, _, run) -> redo(run, random, where + ", " + variant));
            }
        }
    }

    @Test
    void operandsAreReadFromTheEdgeAsInterventionsLeaveIt() {
        for (int seed = 0; seed < 40; seed++) {
            Network drawn = new RandomNetworks(seed).fitting(25);
            Random random = new Random(seed);
            Interventions interventions = Interventions.none();
            for (Node node : drawn.nodes()) {
                if (!node.inlets().isEmpty() && random.nextInt(3) == 0) {
                    Edge edge = new Edge(node.id(), random.nextInt(node.inlets().size()));
                    interventions = interventions.with(edge,
                            random.nextBoolean() ? new Volume(3) : new Shuffle(seed, false));
                }
            }
            String where = "seed " + seed;
            eachNode(drawn, Variant.AS_DRAWN, interventions, (_, _, run) -> redo(run, random, where));
        }
    }

    @Test
    void afterAConcatTheSumIsSplitByBranch() {
        List<String> found = new ArrayList<>();
        Network drawn = Presets.find("residual-block").orElseThrow().network();
        eachNode(drawn, Variant.CONCAT, Interventions.none(), (_, _, run) -> {
            if (run.node().id().equals(NodeId.of("conv3"))) {
                Value value = ValueExplainer.explain(run, new Cell(3, 12, 19));
                Arithmetic.WeightedSum sum = (Arithmetic.WeightedSum) value.how();
                assertThat(sum.branches()).containsExactly(Branch.SKIP, Branch.MAIN);
                assertThat(sum.sum(Branch.SKIP) + sum.sum(Branch.MAIN)).isCloseTo(value.value(), Offset.offset(1e-5));
                Line line = Writing.of(value).lines().getFirst();
                assertThat(line.says()).isEqualTo(Says.BRANCHES);
                assertThat(line.text()).matches("skip [−\\d.]+ \\+ main [−\\d.]+ = [−\\d.]+( rounded)?");
                assertThat(line.tokens()).filteredOn(Token.Fold.class::isInstance)
                        .extracting(token -> ((Token.Fold) token).branch()).containsExactly(Branch.SKIP, Branch.MAIN);
                found.add(line.text());
            }
        });
        assertThat(found).hasSize(1);
    }

    @Test
    void inTheAddLaneTheTwoBranchesAreOneNumber() {
        Network drawn = Presets.find("residual-block").orElseThrow().network();
        eachNode(drawn, Variant.ADD, Interventions.none(), (_, _, run) -> {
            if (run.node().id().equals(NodeId.of("conv3"))) {
                Written written = Writing.of(ValueExplainer.explain(run, new Cell(3, 12, 19)));
                assertThat(written.lines(Says.BRANCHES)).isEmpty();
            }
            if (run.node().layer() instanceof Layer.Add) {
                Arithmetic.Sum sum = (Arithmetic.Sum) ValueExplainer.explain(run, new Cell(3, 12, 19)).how();
                assertThat(sum.names()).containsExactly("x", "F(x)");
                assertThat(sum.operands()).extracting(Operand::branch).containsExactly(Branch.SKIP, Branch.MAIN);
                assertThat(sum.operands()).extracting(Operand::cell).containsOnly(new Cell(3, 12, 19));
            }
        });
    }

    @Test
    void aConcatenatedChannelSaysWhoseItIs() {
        Network drawn = Presets.find("residual-block").orElseThrow().network();
        eachNode(drawn, Variant.CONCAT, Interventions.none(), (_, _, run) -> {
            if (run.node().layer() instanceof Layer.Concat) {
                Written written = Writing.of(ValueExplainer.explain(run, new Cell(11, 12, 19)));
                assertThat(written.lines(Says.PLACE)).extracting(Line::text)
                        .containsExactly("channel 11 is channel 3 of F(x): 8 + 3 = 11");
                assertThat(written.lines(Says.WORDS).getFirst().text()).startsWith("Nothing is computed");
            }
        });
    }
}
