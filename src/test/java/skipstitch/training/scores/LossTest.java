package skipstitch.training.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import skipstitch.network.Shape;

class LossTest {
    private static final int CASES = 200;

    @Test
    void crossEntropyIsWhatOneWorksOutByHand() {
        Shape shape = new Shape(2, 1, 2);
        float[] scores = {0, 2, 0, -1};
        Loss loss = CrossEntropy.of(scores, shape, new int[] {0, 1});
        double first = Math.log(2);
        double second = Math.log(1 + Math.exp(3));
        assertThat(loss.value()).isCloseTo((first + second) / 2, within(1e-12));
        assertThat(loss.gradient()[0]).isEqualTo(-0.25f);
        assertThat(loss.gradient()[2]).isEqualTo(0.25f);
        assertThat(loss.gradient()[1]).isCloseTo((float) (0.5 / (1 + Math.exp(-3))), within(1e-7f));
    }

    @Test
    void crossEntropysGradientIsItsDerivative() {
        Random random = new Random(1);
        for (int seed = 0; seed < CASES; seed++) {
            Shape shape = new Shape(1 + random.nextInt(5), 1 + random.nextInt(3), 1 + random.nextInt(3));
            int samples = 1 + random.nextInt(3);
            int[] classes = random.ints((long) samples * shape.area(), 0, shape.channels()).toArray();
            float[] scores = values(random, samples * shape.elements(), 3);
            check(scores, at -> CrossEntropy.of(at, shape, classes), "case " + seed);
        }
    }

    @Test
    void theSquaredErrorsGradientIsItsDerivative() {
        Random random = new Random(2);
        for (int seed = 0; seed < CASES; seed++) {
            float[] wanted = values(random, 1 + random.nextInt(30), 1);
            check(values(random, wanted.length, 1), at -> SquaredError.of(at, wanted), "case " + seed);
        }
    }

    private static float[] values(Random random, int count, double deviation) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    /** By central differences over what the float really moved. */
    private static void check(float[] at, Function<float[], Loss> loss, String name) {
        float[] gradient = loss.apply(at).gradient();
        for (int i = 0; i < at.length; i++) {
            float before = at[i];
            at[i] = before + 1e-2f;
            float up = at[i];
            double above = loss.apply(at).value();
            at[i] = before - 1e-2f;
            double below = loss.apply(at).value();
            double moved = (double) up - at[i];
            at[i] = before;
            assertThat((double) gradient[i]).as("%s, value %d", name, i).isCloseTo((above - below) / moved, within(1e-4));
        }
    }

    @Test
    void largeScoresDoNoHarm() {
        Loss right = CrossEntropy.of(new float[] {1e30f, -1e30f}, Shape.vector(2), new int[] {0});
        Loss wrong = CrossEntropy.of(new float[] {1e30f, -1e30f}, Shape.vector(2), new int[] {1});
        assertThat(right.value()).isZero();
        assertThat(right.gradient()).containsExactly(0, 0);
        assertThat(wrong.value()).isCloseTo(2e30, within(1e24));
        assertThat(wrong.gradient()).containsExactly(1, -1);
    }

    @Test
    void whatIsNoNumberIsNoLossEither() {
        assertThat(CrossEntropy.of(new float[] {Float.NaN, 0}, Shape.vector(2), new int[] {1}).value()).isNaN();
        assertThat(CrossEntropy.of(new float[] {Float.POSITIVE_INFINITY, 0}, Shape.vector(2), new int[] {0}).value())
                .isNaN();
        assertThat(SquaredError.of(new float[] {Float.NaN}, new float[1]).value()).isNaN();
    }

    @Test
    void oneClassAloneLeavesNothingToLearn() {
        Loss loss = CrossEntropy.of(new float[] {3, -4}, new Shape(1, 1, 2), new int[] {0, 0});
        assertThat(loss.value()).isZero();
        assertThat(loss.gradient()).containsOnly(0);
    }

    @Test
    void sizesThatDoNotMeetAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossEntropy.of(new float[3], Shape.vector(2), new int[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> SquaredError.of(new float[3], new float[2]));
    }
}
