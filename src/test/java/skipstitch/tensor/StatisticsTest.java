package skipstitch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import skipstitch.network.Shape;

/** Statistics of channels, what is ordered by them, histograms and differences. */
class StatisticsTest {
    private static final float[] ODD = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f};

    private static Tensor random(Random random) {
        Shape shape = new Shape(1 + random.nextInt(6), 1 + random.nextInt(7), 1 + random.nextInt(7));
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(6) == 0 ? ODD[random.nextInt(ODD.length)] : (float) random.nextGaussian();
        }
        return new Tensor(shape, values);
    }

    private static List<Float> channel(Tensor tensor, int channel) {
        List<Float> values = new ArrayList<>();
        for (int y = 0; y < tensor.shape().height(); y++) {
            for (int x = 0; x < tensor.shape().width(); x++) {
                values.add(tensor.at(channel, y, x));
            }
        }
        return values;
    }

    @Test
    void figuresAreThoseOfTheFiniteValuesOfTheChannel() {
        for (long seed = 0; seed < 300; seed++) {
            Tensor tensor = random(new Random(seed));
            for (int channel = 0; channel < tensor.shape().channels(); channel++) {
                List<Float> all = channel(tensor, channel);
                List<Float> finite = all.stream().filter(Float::isFinite).toList();
                Statistics of = Statistics.of(tensor, channel);
                String at = "seed " + seed + ", channel " + channel;
                assertThat(of.extent().nans()).as(at).isEqualTo((int) all.stream().filter(each -> each.isNaN()).count());
                assertThat(of.extent().infinite()).as(at).isEqualTo((int) all.stream().filter(each -> each.isInfinite()).count());
                assertThat(of.zeros()).as(at)
                        .isCloseTo((double) all.stream().filter(each -> each == 0).count() / all.size(), within(1e-12));
                assertThat(of.mean()).as(at).isCloseTo(finite.stream().mapToDouble(each -> each).average().orElse(0), within(1e-9));
                assertThat(of.norm()).as(at).isCloseTo(Math.sqrt(finite.stream().mapToDouble(each -> (double) each * each).sum()),
                        within(1e-9));
                assertThat(of.extent().min()).as(at).isEqualTo(finite.stream().min(Comparator.naturalOrder()).orElse(0f));
                assertThat(of.extent().max()).as(at).isEqualTo(finite.stream().max(Comparator.naturalOrder()).orElse(0f));
            }
        }
    }

    @Test
    void theWholeTensorsFiguresAreThoseOfAllItsValues() {
        Tensor tensor = new Tensor(new Shape(2, 1, 2), new float[] {3, 0, -4, Float.NaN});
        Statistics of = Statistics.of(tensor);
        assertThat(of.norm()).isEqualTo(5);
        assertThat(of.zeros()).isEqualTo(0.25);
        assertThat(of.extent()).isEqualTo(new Extent(-4, 3, 1, 0));
    }

    @Test
    void anOrderHasEveryChannelOnceWithItsPropertyRisingOrFalling() {
        for (long seed = 0; seed < 300; seed++) {
            Tensor tensor = random(new Random(seed));
            List<Statistics> channels = IntStream.range(0, tensor.shape().channels())
                    .mapToObj(channel -> Statistics.of(tensor, channel)).toList();
            for (ChannelOrder.By by : ChannelOrder.By.values()) {
                for (boolean descending : new boolean[] {false, true}) {
                    List<Integer> order = new ChannelOrder(by, descending).of(channels);
                    String what = "seed " + seed + ", by " + by + (descending ? ", falling" : ", rising");
                    assertThat(order).as(what).containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, channels.size()).boxed().toList());
                    List<Double> values = order.stream().map(channel -> switch (by) {
                        case INDEX -> (double) channel;
                        case MEAN -> channels.get(channel).mean();
                        case NORM -> channels.get(channel).norm();
                        case SPARSITY -> channels.get(channel).zeros();
                    }).toList();
                    assertThat(descending ? values.reversed() : values).as(what).isSorted();
                }
            }
        }
    }

    @Test
    void equalChannelsKeepTheOrderOfTheirIndexEitherWay() {
        Tensor same = Tensor.zeros(new Shape(5, 2, 2));
        List<Statistics> channels = IntStream.range(0, 5).mapToObj(channel -> Statistics.of(same, channel)).toList();
        assertThat(new ChannelOrder(ChannelOrder.By.NORM, false).of(channels)).containsExactly(0, 1, 2, 3, 4);
        assertThat(new ChannelOrder(ChannelOrder.By.NORM, true).of(channels)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void everyValueIsInOneBinOrCountedApart() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Tensor tensor = random(random);
            int bins = 1 + random.nextInt(20);
            for (int channel = 0; channel < tensor.shape().channels(); channel++) {
                Histogram histogram = Histogram.of(tensor, channel, bins);
                assertThat(histogram.counts()).as("seed " + seed).hasSize(bins);
                assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum() + histogram.nans() + histogram.infinite())
                        .as("seed " + seed).isEqualTo(tensor.shape().area());
            }
        }
    }

    @Test
    void binsAreOfEqualWidthAndTheLastHoldsTheLargest() {
        Tensor tensor = new Tensor(new Shape(1, 1, 6), new float[] {0, 0.9f, 1, 2, 3.5f, 4});
        Histogram histogram = Histogram.of(tensor, 0, 4);
        assertThat(histogram).isEqualTo(new Histogram(0, 4, List.of(2, 1, 1, 2), 0, 0));
        assertThat(histogram.highest()).isEqualTo(2);
    }

    @Test
    void oneValueAloneOrNoneHasAWidthToo() {
        assertThat(Histogram.of(new Tensor(new Shape(1, 1, 3), new float[] {2, 2, 2}), 0, 3))
                .isEqualTo(new Histogram(1.5f, 2.5f, List.of(0, 3, 0), 0, 0));
        assertThat(Histogram.of(new Tensor(new Shape(1, 1, 1), new float[] {1e30f}), 0, 2).counts()).containsExactly(1, 0);
        assertThat(Histogram.of(new Tensor(new Shape(1, 1, 2), new float[] {Float.NaN, Float.NEGATIVE_INFINITY}), 0, 2))
                .isEqualTo(new Histogram(-0.5f, 0.5f, List.of(0, 0), 1, 1));
        assertThat(Histogram.of(new Tensor(new Shape(1, 1, 2), new float[] {-3e38f, 3e38f}), 0, 2).counts()).containsExactly(1, 1);
    }

    @Test
    void aDifferenceIsTakenValueByValue() {
        Shape shape = new Shape(2, 1, 2);
        Tensor a = new Tensor(shape, new float[] {1, 2, 3, Float.NaN});
        Tensor b = new Tensor(shape, new float[] {0.5f, 2, -3, 1});
        assertThat(a.minus(b).values()).containsExactly(0.5f, 0, 6, Float.NaN);
        assertThat(a.map(1)).satisfies(map -> {
            assertThat(map.shape()).isEqualTo(new Shape(1, 1, 2));
            assertThat(map.values()).containsExactly(3, Float.NaN);
        });
        assertThatIllegalArgumentException().isThrownBy(() -> a.minus(Tensor.zeros(new Shape(1, 2, 2))))
                .withMessage("2×1×2 and 1×2×2 have no difference");
    }
}
