package skipstitch.engine.plain;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.LayerCases;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

class EveryLayersDerivativeTest {
    private static final int CASES = 2_000;
    private static final int MOST_ELEMENTS = 400;

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDerivativeIsWhatDifferencesTell(Class<?> kind) {
        for (int seed = 0; seed < CASES; seed++) {
            LayerCases.Case drawn = small(new LayerCases(seed), kind);
            Trainable numbers = numbers(drawn.call().weights());
            BatchLayer layer = new BatchLayer.Apart(new Computation(drawn.call().layer(), drawn.call().output(),
                    drawn.call().pool(), numbers, statistics(drawn.call().weights())));
            List<List<Grid>> inputs = drawn.inputs().stream()
                    .map(each -> List.of(DerivativeCheck.offKinks(Grid.of(each)))).toList();
            int varied = kind == Layer.MaxUnpool.class ? 1 : inputs.size();
            new DerivativeCheck(layer, inputs, numbers, varied, seed, drawn.toString()).run(new Random(seed));
        }
    }

    @Test
    void aNormsInTrainingGoesThroughMeanAndVarianceOfTheBatch() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Grid> batch = batch(random);
            int channels = batch.getFirst().shape().channels();
            Trainable numbers = new Trainable(floats(channels, random), floats(channels, random));
            BatchLayer norm = new BatchLayer.Norm(1e-3f, numbers,
                    new Statistics(new float[channels], new float[channels]));
            new DerivativeCheck(norm, List.of(batch), numbers, 1, seed, "a batch norm on " + batch.size() + " × "
                    + batch.getFirst().shape()).run(random);
        }
    }

    @Test
    void aDropoutsInTrainingIsTheMaskOfTheWayForward() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Grid> batch = batch(random);
            BatchLayer dropout = new BatchLayer.Dropping(NodeId.of("drop"), random.nextFloat());
            new DerivativeCheck(dropout, List.of(batch), Computation.NO_NUMBERS, 1, seed, dropout.toString())
                    .run(random);
        }
    }

    private static LayerCases.Case small(LayerCases cases, Class<?> kind) {
        while (true) {
            LayerCases.Case drawn = cases.draw(kind);
            if (Stream.concat(drawn.call().inputs().stream(), Stream.of(drawn.call().output()))
                    .allMatch(shape -> shape.elements() <= MOST_ELEMENTS)) {
                return drawn;
            }
        }
    }

    private static Trainable numbers(LayerWeights weights) {
        return switch (weights) {
            case LayerWeights.None _ -> Computation.NO_NUMBERS;
            case LayerWeights.Kernels kernels -> new Trainable(kernels.kernels(), kernels.bias());
            case LayerWeights.Norm norm -> new Trainable(norm.scale(), norm.shift());
        };
    }

    private static Statistics statistics(LayerWeights weights) {
        return weights instanceof LayerWeights.Norm norm ? new Statistics(norm.mean(), norm.variance())
                : Computation.NO_STATISTICS;
    }

    private static List<Grid> batch(Random random) {
        Shape shape = new Shape(1 + random.nextInt(4), 1 + random.nextInt(5), 1 + random.nextInt(5));
        return IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> DerivativeCheck.drawn(shape, random)).toList();
    }

    private static float[] floats(int count, Random random) {
        float[] values = new float[count];
        for (int k = 0; k < count; k++) {
            values[k] = (float) random.nextGaussian();
        }
        return values;
    }
}
