package skipstitch.explain.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Least squares with a penalty. */
class RidgeRegressionTest {

    private record Sample(double[] x, double[] y) {}

    private static List<Sample> samples(SplittableRandom random, int features, int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] x = IntStream.range(0, features).mapToDouble(_ -> random.nextGaussian(5, 2)).toArray();
            samples.add(new Sample(x, new double[] {Math.sin(x[0]) + 0.1 * random.nextGaussian(), x[features - 1] * x[0]}));
        }
        return samples;
    }

    private static double[] first(double[] x, int count) {
        return Arrays.copyOf(x, count);
    }

    private static LinearMap fit(List<Sample> samples, int features, double penalty) {
        RidgeRegression regression = new RidgeRegression(features, 2);
        samples.forEach(each -> regression.add(first(each.x(), features), each.y()));
        return regression.fit(penalty);
    }

    private static double error(LinearMap map, List<Sample> samples, int features) {
        return samples.stream().mapToDouble(each -> {
            double[] y = map.of(first(each.x(), features));
            return Math.pow(y[0] - each.y()[0], 2) + Math.pow(y[1] - each.y()[1], 2);
        }).sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void moreFeaturesNeverFitWorse(long seed) {
        List<Sample> samples = samples(new SplittableRandom(seed), 9, 60);
        double before = Double.MAX_VALUE;
        for (int features = 1; features <= 9; features++) {
            double error = error(fit(samples, features, 1e-12), samples, features);
            assertThat(error).as("seed %d, %d features", seed, features).isLessThanOrEqualTo(before * (1 + 1e-9));
            before = error;
        }
    }

    /** Moving any coefficient makes what is minimised larger, so this is its minimum. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noOtherCoefficientsFitBetter(long seed) {
        List<Sample> samples = samples(new SplittableRandom(seed), 5, 40);
        LinearMap map = fit(samples, 5, 1e-12);
        double least = error(map, samples, 5);
        for (int i = 0; i < 5; i++) {
            for (double step : new double[] {-0.01, 0.01}) {
                double[][] moved = Arrays.stream(map.coefficients()).map(double[]::clone).toArray(double[][]::new);
                moved[i][1] += step;
                assertThat(error(new LinearMap(moved, map.constant()), samples, 5)).as("seed %d", seed).isGreaterThan(least);
            }
        }
    }

    @Test
    void findsALinearMapBehindTheSamples() {
        RidgeRegression regression = new RidgeRegression(2, 1);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20; i++) {
            double[] x = {random.nextDouble(), 1000 * random.nextDouble()};
            regression.add(x, new double[] {3 - 2 * x[0] + 0.5 * x[1]});
        }
        LinearMap map = regression.fit(1e-13);
        assertThat(map.coefficients()[0][0]).isCloseTo(-2, within(1e-6));
        assertThat(map.coefficients()[1][0]).isCloseTo(0.5, within(1e-6));
        assertThat(map.constant()[0]).isCloseTo(3, within(1e-6));
    }

    @Test
    void constantFeaturesGiveTheMean() {
        RidgeRegression regression = new RidgeRegression(2, 1);
        regression.add(new double[] {7, 0}, new double[] {1});
        regression.add(new double[] {7, 0}, new double[] {2});
        assertThat(regression.fit(1e-6).of(new double[] {7, 0})).containsExactly(1.5);
        assertThat(regression.fit(1e-6).of(new double[] {-9, 4})).containsExactly(1.5);
    }

    @Test
    void twinFeaturesShareTheirCoefficient() {
        RidgeRegression regression = new RidgeRegression(2, 1);
        for (int i = 0; i < 5; i++) {
            regression.add(new double[] {i, i}, new double[] {4 * i});
        }
        LinearMap map = regression.fit(1e-6);
        assertThat(map.coefficients()[0][0]).isCloseTo(2, within(1e-4));
        assertThat(map.coefficients()[1][0]).isCloseTo(2, within(1e-4));
    }

    @Test
    void nothingGivesNothing() {
        assertThatIllegalStateException().isThrownBy(() -> new RidgeRegression(1, 1).fit(1));
    }
}
