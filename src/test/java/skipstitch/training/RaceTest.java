package skipstitch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer.BatchNorm;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Relu;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;
import skipstitch.training.scores.Measure;
import skipstitch.training.scores.Scores;
import skipstitch.training.tasks.Example;
import skipstitch.training.tasks.Split;
import skipstitch.training.tasks.Target;
import skipstitch.training.tasks.Task;

class RaceTest {
    private static final List<Variant> ALL = List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP);

    /** A stem, one block around which a skip leads, scores. */
    static Network small() {
        NetworkBuilder net = new NetworkBuilder("small");
        NodeId stem = net.chain("stem", Conv.same(4, 3), net.input(1, 16, 16));
        NodeId norm = net.chain("norm", BatchNorm.standard(), net.chain("inside", Conv.same(4, 3), stem));
        NodeId merge = net.merge("merge", new Layer.Concat(), stem, net.chain("relu", new Relu(), norm));
        net.chain("after", Conv.same(6, 3), merge);
        net.chain("head", Conv.same(4, 1).biased(), NodeId.of("after"));
        return net.build();
    }

    private static RaceSettings settings(List<Variant> merges, int seeds, int steps, double rate, Optimiser optimiser) {
        return new RaceSettings(Task.SEGMENTATION, small(), merges, RaceSettings.seeds(1, seeds), steps, 2, rate,
                optimiser, 4, 3, false);
    }

    private static Race race(RaceSettings settings) throws Unraceable {
        return Race.of(settings, new PlainTapes());
    }

    private static List<Curve> raced(RaceSettings settings) throws Unraceable {
        try (Race race = race(settings)) {
            while (race.step()) {
                assertThat(race.progress()).isBetween(0.0, 1.0);
            }
            return race.curves();
        }
    }

    private static Curve untimed(Curve curve) {
        return new Curve(curve.variant(), curve.seed(), curve.points().stream().map(point ->
                new Point(point.step(), point.loss(), point.trainingLoss(), point.scores(), 0)).toList(),
                curve.diverged());
    }

    @Test
    void aSeedIsACurveWhoeverRunsBesideIt() throws Unraceable {
        RaceSettings settings = settings(ALL, 2, 6, 0.01, Optimiser.ADAM);
        List<Curve> one = raced(settings).stream().map(RaceTest::untimed).toList();
        assertThat(raced(settings).stream().map(RaceTest::untimed)).isEqualTo(one);
        List<Curve> alone = raced(settings(List.of(Variant.CONCAT), 2, 6, 0.01, Optimiser.ADAM)).stream()
                .map(RaceTest::untimed).toList();
        assertThat(alone).isEqualTo(one.stream().filter(curve -> curve.variant() == Variant.CONCAT).toList());
        assertThat(one.get(0)).isNotEqualTo(one.get(3));
    }

    @Test
    void curvesGoFromBeforeTheFirstStepToTheLast() throws Unraceable {
        assertThat(raced(settings(ALL, 1, 6, 0.01, Optimiser.SGD))).hasSize(3).allSatisfy(curve -> {
            assertThat(curve.points()).extracting(Point::step).containsExactly(0, 4, 6);
            assertThat(curve.points().getFirst().trainingLoss()).isEqualTo(OptionalDouble.empty());
            assertThat(curve.points().getLast().trainingLoss()).isPresent();
            assertThat(curve.points().getLast().scores().byMeasure()).containsOnlyKeys(Task.SEGMENTATION.measures());
            assertThat(curve.diverged()).isEmpty();
        });
    }

    @Test
    void trainingHelps() throws Unraceable {
        Curve curve = raced(settings(List.of(Variant.CONCAT), 1, 40, 0.02, Optimiser.ADAM)).getFirst();
        assertThat(curve.points().getLast().loss()).isLessThan(0.8 * curve.points().getFirst().loss());
    }

    @Test
    void allLanesOfASeedGoSideBySideBeforeTheNext() throws Unraceable {
        try (Race race = race(settings(ALL, 2, 2, 0.01, Optimiser.SGD))) {
            List<String> turns = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Run run = race.next().orElseThrow();
                turns.add(run.lane().variant().word() + run.seed());
                run.step();
            }
            assertThat(turns).containsExactly("add1", "concat1", "no-skip1", "add1", "concat1", "no-skip1");
            while (race.step()) {
                boolean secondWaits = race.runs().subList(3, 6).stream()
                        .allMatch(run -> run.state() == Run.State.WAITING);
                assertThat(secondWaits || race.runs().subList(0, 3).stream().allMatch(Run::isOver)).isTrue();
            }
            assertThat(race.runs()).allMatch(run -> run.state() == Run.State.FINISHED);
        }
    }

    @Test
    void closedBetweenTwoStepsARaceStopsAndKeepsWhatItHasShown() throws Unraceable {
        Race race = race(settings(ALL, 1, 1000, 0.01, Optimiser.ADAM));
        while (race.curves().stream().anyMatch(curve -> curve.points().size() < 2)) {
            race.step();
        }
        List<Curve> shown = race.curves();
        race.close();
        assertThat(race.step()).isFalse();
        assertThat(race.curves()).isEqualTo(shown);
        assertThat(race.runs()).allSatisfy(run -> {
            assertThat(run.state()).isEqualTo(Run.State.STOPPED);
            assertThat(run.weights()).isEmpty();
            assertThat(run.predictions()).hasSize(3);
        });
    }

    @Test
    void aRunThatDivergesSaysSoAndTheOthersGoOn() throws Unraceable {
        Tapes poisoned = new PoisonedTapes(new PlainTapes(), Variant.CONCAT.of(small()).shapes(), 7);
        try (Race race = Race.of(settings(ALL, 1, 10, 0.01, Optimiser.ADAM), poisoned)) {
            while (race.step()) {
                assertThat(race.runs()).noneMatch(run -> run.state() == Run.State.STOPPED);
            }
            assertThat(race.runs()).extracting(Run::state)
                    .containsExactly(Run.State.FINISHED, Run.State.DIVERGED, Run.State.FINISHED);
            Run bad = race.runs().get(1);
            assertThat(bad.curve().diverged().orElseThrow()).contains("no finite number after 6 of 10 steps");
            assertThat(bad.curve().points()).extracting(Point::step).containsExactly(0, 4);
            assertThat(bad.weights()).isEmpty();
            assertThat(race.progress()).isEqualTo(1);
        }
    }

    @Test
    void weightsThatGrowBeyondAllNumbersAreADivergence() throws Unraceable {
        Curve curve = raced(settings(List.of(Variant.ADD), 1, 30, 1e30, Optimiser.SGD)).getFirst();
        assertThat(curve.diverged().orElseThrow()).contains("no finite number", "of 30 steps", "learning rate");
        assertThat(curve.points()).allMatch(point -> Double.isFinite(point.loss()));
    }

    @Test
    void aLearningRateOfAThousandEndsInWords() throws Unraceable {
        for (Optimiser optimiser : Optimiser.values()) {
            for (Curve curve : raced(settings(ALL, 1, 20, 1e3, optimiser))) {
                assertThat(curve.points()).allMatch(point -> Double.isFinite(point.loss())
                        && point.scores().byMeasure().values().stream().allMatch(Double::isFinite));
                assertThat(curve.diverged().isPresent() || curve.points().getLast().step() == 20)
                        .as("%s", optimiser).isTrue();
            }
        }
    }

    @Test
    void lanesBeginWithTheSameMainKernels() throws Unraceable {
        List<RaceLane> lanes = RaceLane.of(settings(ALL, 1, 1, 1, Optimiser.SGD));
        NodeId after = NodeId.of("after");
        float[] add = lanes.get(0).parameters(5).trainable().get(after).weights();
        float[] concat = lanes.get(1).parameters(5).trainable().get(after).weights();
        float[] none = lanes.get(2).parameters(5).trainable().get(after).weights();
        assertThat(none).isEqualTo(add).hasSize(6 * 4 * 9);
        assertThat(concat).hasSize(6 * 8 * 9);
        for (int filter = 0; filter < 6; filter++) {
            assertThat(Arrays.copyOfRange(concat, filter * 72 + 36, filter * 72 + 72)).as("the main branch comes second")
                    .isEqualTo(Arrays.copyOfRange(add, filter * 36, filter * 36 + 36));
        }
    }

    /** One step on the tape alone: forward, loss, backward, and the rate times the slope off each weight. */
    @Test
    void aStepIsTheGradientTimesTheRate() throws Unraceable {
        RaceSettings settings = settings(List.of(Variant.ADD), 1, 1, 0.1, Optimiser.SGD);
        RaceLane lane = RaceLane.of(settings).getFirst();
        Parameters parameters = lane.parameters(1);
        Batch batch = Batch.of(List.of(Task.SEGMENTATION.example(1, Split.TRAINING, 0, new Shape(1, 16, 16)),
                Task.SEGMENTATION.example(1, Split.TRAINING, 1, new Shape(1, 16, 16))));
        try (Tape tape = new PlainTapes().of(lane.trained(), 2, Mode.TRAINING, parameters);
                Race race = race(settings)) {
            tape.forward(Map.of(NodeId.of("input"), batch.pictures()), 0);
            tape.backward(Map.of(lane.output(), Grading.loss(tape.values(lane.output()), new Shape(4, 16, 16),
                    batch.target()).gradient()));
            while (race.step()) {
                assertThat(race.next()).isPresent();
            }
            Parameters after = Parameters.of(lane.trained(), race.runs().getFirst().weights().orElseThrow());
            tape.slopes().forEach((id, slope) -> {
                Trainable before = parameters.trainable().get(id);
                for (int i = 0; i < slope.weights().length; i++) {
                    assertThat(after.trainable().get(id).weights()[i]).as("%s %d", id, i)
                            .isEqualTo(before.weights()[i] - 0.1f * slope.weights()[i]);
                }
            });
            assertThat(after.statistics()).containsOnlyKeys(NodeId.of("norm"));
            assertThat(after.statistics().get(NodeId.of("norm")).mean())
                    .isEqualTo(tape.batchStatistics().get(NodeId.of("norm")).mean());
        }
    }

    @Test
    void trainedWeightsBelongToTheLanesNetwork() throws Unraceable {
        try (Race race = race(settings(ALL, 1, 1, 0.1, Optimiser.SGD))) {
            while (race.step()) {
                assertThat(race.runs()).hasSize(3);
            }
            assertThat(race.runs()).allSatisfy(run -> assertThat(GivenWeights.of(run.lane().trained(),
                    run.weights().orElseThrow()).byNode()).hasSize(5));
        }
    }

    @Test
    void whatNoOutputDependsOnIsNotTrained() throws Unraceable {
        NetworkBuilder net = new NetworkBuilder("projected");
        NodeId stem = net.chain("stem", Conv.same(4, 3), net.input(1, 16, 16));
        NodeId project = net.chain("project", Conv.same(6, 1), stem);
        net.chain("head", Conv.same(4, 1), net.merge("merge", new Layer.Add(), project,
                net.chain("inside", Conv.same(6, 3), stem)));
        RaceSettings settings = new RaceSettings(Task.SEGMENTATION, net.build(), List.of(Variant.NO_SKIP), List.of(1L), 1,
                1, 1, Optimiser.SGD, 1, 1, false);
        RaceLane lane = RaceLane.of(settings).getFirst();
        assertThat(lane.trained().network().has(project)).isFalse();
        assertThat(lane.parameters()).isEqualTo(36 + 6 * 36 + 24).isEqualTo(lane.parameters(1).count());
    }

    @Test
    void equalParametersAreReachedByWidthsAlone() throws Unraceable {
        RaceSettings drawn = settings(ALL, 1, 1, 1, Optimiser.SGD);
        RaceSettings equal = new RaceSettings(drawn.task(), drawn.network(), ALL, List.of(1L), 1, 1, 1, Optimiser.SGD,
                1, 1, true);
        List<RaceLane> before = RaceLane.of(drawn);
        List<RaceLane> lanes = RaceLane.of(equal);
        long wanted = before.get(1).parameters();
        assertThat(lanes.get(1).drawn()).isEqualTo(drawn.network());
        for (int i : new int[] {0, 2}) {
            assertThat(Math.abs(lanes.get(i).parameters() - wanted))
                    .isLessThan(Math.abs(before.get(i).parameters() - wanted));
            assertThat(lanes.get(i).trained().shape(lanes.get(i).output())).isEqualTo(new Shape(4, 16, 16));
            assertThat(lanes.get(i).changes()).singleElement().asString().contains("other widths");
        }
    }

    @Test
    void aNetworkThatDoesNotFitIsRefusedInASentence() {
        RaceSettings settings = RaceSettings.of(Task.SEGMENTATION, small().withInputShape(new Shape(2, 16, 16)));
        assertThatExceptionOfType(Unraceable.class).isThrownBy(() -> race(settings)).withMessageContaining("2×16×16");
    }

    @Test
    void settingsOutOfRangeAreRefusedInASentence() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of(), 1, 1, 1, Optimiser.SGD));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(ALL, 0, 1, 1, Optimiser.SGD));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(ALL, 1, 0, 1, Optimiser.SGD));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(ALL, 1, 1, Double.NaN, Optimiser.SGD))
                .withMessageContaining("learning rate");
    }

    @Test
    void theRateStaysForHalfTheStepsAndFallsToATenth() {
        RaceSettings settings = settings(ALL, 1, 100, 0.5, Optimiser.SGD);
        assertThat(settings.rate(0)).isEqualTo(0.5);
        assertThat(settings.rate(50)).isEqualTo(0.5);
        assertThat(settings.rate(75)).isEqualTo(0.5 * 0.55);
        assertThat(settings.rate(100)).isEqualTo(0.05, within(1e-12));
    }

    @Test
    void aBandHoldsLeastMeanAndMostOfThoseThatGotThere() {
        Curve one = new Curve(Variant.ADD, 1, List.of(point(0, 1), point(4, 5)), Optional.empty());
        Curve other = new Curve(Variant.ADD, 2, List.of(point(0, 2)), Optional.of("It diverged."));
        assertThat(Band.of(List.of(one, other), Point::loss))
                .containsExactly(new Band(0, 1, 1.5, 2, 2), new Band(4, 5, 5, 5, 1));
    }

    private static Point point(int step, double loss) {
        return new Point(step, loss, OptionalDouble.empty(), new Scores(Map.of(Measure.PSNR, 1.0)), 0);
    }

    @Test
    void oneClassDataAndEmptyMasksAreGraded() {
        Grading grading = new Grading(Task.CELLS);
        Tensor ground = new Tensor(new Shape(3, 2, 2),
                new float[] {9, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0});
        grading.add(ground, new Target.Classes(new int[4]));
        assertThat(grading.scores().byMeasure().values()).allMatch(value -> value == 1);
        assertThat(new Prediction(new Example(ground, new Target.Classes(new int[4])), ground).classes())
                .containsExactly(0, 0, 0, 0);
    }
}
