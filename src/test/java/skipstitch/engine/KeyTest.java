package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Equal contents have equal keys, others have others. */
class KeyTest {

    @Test
    void everyBitOfEveryValueCounts() {
        Random random = new Random(61);
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Key key = Key.of(values);
        assertThat(Key.of(values.clone())).isEqualTo(key);
        for (int round = 0; round < 200; round++) {
            int at = round < 3 ? new int[] {0, 4095, 9_999}[round] : random.nextInt(values.length);
            float before = values[at];
            values[at] = Float.intBitsToFloat(Float.floatToRawIntBits(before) ^ 1 << random.nextInt(32));
            assertThat(Key.of(values)).as("seed 61, value %d", at).isNotEqualTo(key);
            values[at] = before;
        }
        assertThat(Key.of(values)).isEqualTo(key);
    }

    @Test
    void zeroAndMinusZeroAreDifferentContents() {
        assertThat(Key.of(new float[] {0f})).isNotEqualTo(Key.of(new float[] {-0f}));
    }

    @Test
    void theSameValuesCutOtherwiseAreDifferentContents() {
        Set<Key> keys = new HashSet<>(List.of(
                Key.of(new float[] {1, 2, 3}), Key.of(new float[] {1, 2}, new float[] {3}),
                Key.of(new float[] {1}, new float[] {2, 3}), Key.of(new float[] {1, 2, 3}, new float[0]),
                Key.of(new float[0], new float[] {1, 2, 3}), Key.of()));
        assertThat(keys).hasSize(6);
    }

    @Test
    void orderAndWordCount() {
        Key a = Key.of(new float[] {1});
        Key b = Key.of(new float[] {2});
        Set<Key> keys = new HashSet<>(List.of(Key.of("add", List.of(a, b)), Key.of("add", List.of(b, a)),
                Key.of("concat", List.of(a, b)), Key.of("add", List.of(a)), Key.of("add", List.of(a, a))));
        assertThat(keys).hasSize(5);
        assertThat(Key.of("add", List.of(a, b))).isEqualTo(Key.of("add", List.of(a, b)));
    }

    @Test
    void randomNumbersAreNormalAndDependOnEveryPartOfTheirAddress() {
        int count = 200_000;
        List<Double> drawn = new ArrayList<>();
        double[] powers = new double[5];
        long key = CounterRandom.key(1, "conv1");
        for (int i = 0; i < count; i++) {
            double value = CounterRandom.gaussian(key, i);
            drawn.add(value);
            for (int power = 1; power <= 4; power++) {
                powers[power] += Math.pow(value, power) / count;
            }
        }
        assertThat(powers[1]).as("mean").isBetween(-0.01, 0.01);
        assertThat(powers[2]).as("variance").isBetween(0.985, 1.015);
        assertThat(powers[3]).as("skew").isBetween(-0.03, 0.03);
        assertThat(powers[4]).as("kurtosis").isBetween(2.9, 3.1);
        assertThat(new HashSet<>(drawn)).hasSize(count);
        assertThat(CounterRandom.gaussian(key, 7)).isEqualTo(drawn.get(7));
        assertThat(Set.of(CounterRandom.key(1, "conv1"), CounterRandom.key(2, "conv1"), CounterRandom.key(1, "conv2"),
                CounterRandom.key(1, "conv"), CounterRandom.key(1, ""), CounterRandom.key(key, 0), CounterRandom.key(key, 1)))
                .hasSize(7);
    }

    @Test
    void neighbouringAddressesAreNotCorrelated() {
        int count = 100_000;
        long a = CounterRandom.key(1, "conv1");
        long b = CounterRandom.key(2, "conv1");
        double neighbours = 0;
        double seeds = 0;
        for (int i = 0; i < count; i++) {
            neighbours += CounterRandom.gaussian(a, i) * CounterRandom.gaussian(a, i + 1) / count;
            seeds += CounterRandom.gaussian(a, i) * CounterRandom.gaussian(b, i) / count;
        }
        assertThat(neighbours).isBetween(-0.015, 0.015);
        assertThat(seeds).isBetween(-0.015, 0.015);
    }
}
