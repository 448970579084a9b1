package skipstitch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.engine.nd4j.tape.Nd4jTapes;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.engine.tape.Tapes;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.training.tasks.Task;

/** A training step on ND4J, and the same in plain Java. */
class Nd4jRaceTest {

    @BeforeAll
    static void engineIsTested() throws EngineUnavailable {
        Nd4jEngine.open().close();
    }

    private static List<Run> raced(String preset, Task task, Tapes tapes, int steps, Optimiser optimiser)
            throws Unraceable {
        RaceSettings settings = new RaceSettings(task, Presets.find(preset).map(Preset::network).orElseThrow(),
                List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP), List.of(1L), steps, 2, 0.01, optimiser, steps, 2,
                false);
        try (Race race = Race.of(settings, tapes)) {
            boolean more = true;
            while (more) {
                more = race.step();
            }
            return race.runs();
        }
    }

    @Test
    void aTrainingStepEqualsPlainJavas() throws Unraceable {
        for (String preset : List.of("mini-unet", "small-resnet", "small-densenet", "mini-segnet")) {
            Task task = preset.startsWith("mini") ? Task.SEGMENTATION : Task.TEXTURES;
            List<Run> plain = raced(preset, task, new PlainTapes(), 1, Optimiser.SGD);
            List<Run> fast = raced(preset, task, new Nd4jTapes(1), 1, Optimiser.SGD);
            for (int i = 0; i < plain.size(); i++) {
                String name = preset + " " + plain.get(i).lane().variant();
                check(name, plain.get(i).weights().orElseThrow(), fast.get(i).weights().orElseThrow());
                for (int point = 0; point < 2; point++) {
                    double loss = plain.get(i).curve().points().get(point).loss();
                    assertThat(fast.get(i).curve().points().get(point).loss()).as("%s, point %d", name, point)
                            .isCloseTo(loss, within(1e-3 * Math.max(1, loss)));
                }
            }
        }
    }

    private static void check(String name, Weights expected, Weights found) {
        assertThat(found.byNode()).containsOnlyKeys(expected.byNode().keySet());
        expected.byNode().forEach((id, each) -> {
            switch (each) {
                case LayerWeights.None _ -> { }
                case LayerWeights.Kernels kernels -> {
                    LayerWeights.Kernels other = (LayerWeights.Kernels) found.of(id);
                    assertThat(other.kernels()).as("%s: %s", name, id).containsExactly(kernels.kernels(), within(1e-4f));
                    assertThat(other.bias()).as("%s: %s", name, id).containsExactly(kernels.bias(), within(1e-4f));
                }
                case LayerWeights.Norm norm -> {
                    LayerWeights.Norm other = (LayerWeights.Norm) found.of(id);
                    assertThat(other.scale()).as("%s: %s", name, id).containsExactly(norm.scale(), within(1e-4f));
                    assertThat(other.shift()).as("%s: %s", name, id).containsExactly(norm.shift(), within(1e-4f));
                }
            }
        });
    }

    @Test
    void aSeedIsACurveToTheDigitOnNd4jToo() throws Unraceable {
        List<Curve> one = untimed(raced("mini-unet", Task.CELLS, new Nd4jTapes(2), 6, Optimiser.ADAM));
        assertThat(untimed(raced("mini-unet", Task.CELLS, new Nd4jTapes(2), 6, Optimiser.ADAM))).isEqualTo(one);
    }

    private static List<Curve> untimed(List<Run> runs) {
        return runs.stream().map(Run::curve).map(curve -> new Curve(curve.variant(), curve.seed(), curve.points().stream()
                .map(point -> new Point(point.step(), point.loss(), point.trainingLoss(), point.scores(), 0)).toList(),
                curve.diverged())).toList();
    }
}
