package skipstitch.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.intervention.Paint.Pixel;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class InterventionTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static Tensor tensor(Random random) {
        Shape shape = new Shape(1 + random.nextInt(9), 1 + random.nextInt(6), 1 + random.nextInt(6));
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(shape, values);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aShuffleIsAnOrderOfAllChannelsInWhichNoneStays(int seed) {
        for (int channels : new int[] {1, 2, 3, 8, 2_048}) {
            int[] order = new Shuffle(seed, false).order(channels);
            assertThat(Arrays.stream(order).sorted()).as("seed %d", seed)
                    .containsExactly(IntStream.range(0, channels).boxed().toArray(Integer[]::new));
            assertThat(IntStream.range(0, channels).filter(channel -> order[channel] == channel)).as("seed %d", seed)
                    .hasSize(channels == 1 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aShuffleThenItsInverseIsTheTensorAgain(int seed) {
        Tensor tensor = tensor(new Random(seed));
        Shuffle shuffle = new Shuffle(seed, false);
        Tensor shuffled = shuffle.apply(tensor);
        int[] order = shuffle.order(tensor.shape().channels());
        int area = tensor.shape().area();
        float[] back = new float[tensor.values().length];
        for (int channel = 0; channel < order.length; channel++) {
            System.arraycopy(shuffled.values(), channel * area, back, order[channel] * area, area);
        }
        assertThat(back).as("seed %d", seed).containsExactly(tensor.values());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void paintAndItsOppositeOnAnotherTensorLeaveTheSum(int seed) {
        Random random = new Random(seed);
        Tensor x = tensor(random);
        Tensor f = new Volume(0.5f).apply(x);
        Paint paint = Paint.dab(new Pixel(random.nextInt(x.shape().channels() + 1), random.nextInt(8) - 1,
                random.nextInt(8) - 1), random.nextInt(4), 2);
        Tensor painted = paint.apply(x);
        Tensor opposite = paint.opposite().apply(f);
        for (int i = 0; i < x.values().length; i++) {
            assertThat(painted.values()[i] + opposite.values()[i]).as("seed %d", seed)
                    .isCloseTo(x.values()[i] + f.values()[i], offset(1e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noneWritesIntoWhatItIsGivenAndNoneThrowsForWhatDoesNotFit(int seed) {
        Random random = new Random(seed);
        Tensor tensor = tensor(random);
        float[] before = tensor.values().clone();
        Stream<Intervention> all = Stream.of(new Shuffle(seed, true), new Volume(3), new EraseAll(),
                Paint.dab(new Pixel(random.nextInt(20) - 5, 3, 3), 9, 1), new Erase(List.of(0, 7, 3_000)));
        all.forEach(each -> assertThat(each.apply(tensor).shape()).as("seed %d", seed).isEqualTo(tensor.shape()));
        assertThat(tensor.values()).as("seed %d", seed).containsExactly(before);
    }

    @Test
    void aVolumeOfOneAndNoPaintAndNoChannelChangeNothing() {
        Tensor tensor = tensor(new Random(1));
        for (Intervention each : List.of(new Volume(1), new Paint(Map.of(new Pixel(0, 0, 0), 0f)),
                new Erase(List.of()))) {
            assertThat(each.changesNothing()).isTrue();
            assertThat(each.apply(tensor).values()).containsExactly(tensor.values());
        }
    }

    @Test
    void whatIsErasedIsZeroAndNothingElse() {
        Tensor tensor = new Tensor(new Shape(3, 1, 2), new float[] {1, 2, 3, 4, 5, 6});
        assertThat(new Erase(List.of(1)).apply(tensor).values()).containsExactly(1, 2, 0, 0, 5, 6);
        assertThat(new EraseAll().apply(tensor).values()).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(floats = {0.009f, 100.1f, -1, 0, Float.NaN})
    void theVolumeHasBounds(float factor) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Volume(factor))
                .withMessageStartingWith("The volume goes from 0.01 to 100");
    }

    @Test
    void theirTitlesSayWhatWasDone() {
        assertThat(Stream.of(new Shuffle(1, false), new Volume(0.01f), new Volume(1.5f), new Volume(100),
                new EraseAll(),
                new Erase(List.of(3)), new Erase(List.of(5, 2)), new Erase(List.of(1, 2, 3, 4)),
                Paint.dab(new Pixel(0, 0, 0), 0, 1), Paint.dab(new Pixel(0, 0, 0), 1, 1)).map(Intervention::title))
                .containsExactly("shuffled", "volume ×0.01", "volume ×1.5", "volume ×100", "erased",
                        "channel 3 erased", "channels 2, 5 erased", "4 channels erased",
                        "painted at one pixel", "painted at 5 pixels");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWayBackIsTheTransposeOfTheWayForward(int seed) {
        Random random = new Random(seed);
        Tensor tensor = tensor(random);
        Shape shape = tensor.shape();
        float[] factors = new float[shape.elements()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) random.nextGaussian();
        }
        List.of(new Shuffle(seed, false), new Volume(3), new Paint(Map.of(new Pixel(0, 0, 0), 5f)),
                new Erase(List.of(random.nextInt(9))), new EraseAll()).forEach(each -> {
            float[] moved = each.apply(tensor).minus(each.apply(Tensor.zeros(shape))).values();
            float[] back = each.back(new Tensor(shape, factors)).values();
            assertThat(dot(factors, moved)).as("seed %d, %s", seed, each)
                    .isCloseTo(dot(back, tensor.values()), offset(1e-4));
        });
    }

    private static double dot(float[] some, float[] others) {
        return IntStream.range(0, some.length).mapToDouble(i -> (double) some[i] * others[i]).sum();
    }
}
