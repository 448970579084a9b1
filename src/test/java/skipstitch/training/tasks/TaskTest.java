package skipstitch.training.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class TaskTest {
    private static final Shape GREY = new Shape(1, 64, 64);
    private static final Shape COLOUR = new Shape(3, 20, 48);

    @ParameterizedTest
    @EnumSource
    void oneAddressIsOneExample(Task task) {
        for (int index = 0; index < 5; index++) {
            Example one = task.example(7, Split.TRAINING, index, GREY);
            Example again = task.example(7, Split.TRAINING, index, GREY);
            assertThat(again.picture().values()).isEqualTo(one.picture().values());
            assertThat(values(again.target())).isEqualTo(values(one.target()));
        }
    }

    private static float[] values(Target target) {
        return switch (target) {
            case Target.Values(float[] each) -> each;
            case Target.Classes(int[] each) -> {
                float[] values = new float[each.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = each[i];
                }
                yield values;
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void noPictureComesTwiceInOrBetweenTheStreams(Task task) {
        Set<Integer> seen = new HashSet<>();
        for (Split split : Split.values()) {
            for (long seed = 0; seed < 3; seed++) {
                for (int index = 0; index < 50; index++) {
                    assertThat(seen.add(Arrays.hashCode(
                            task.example(seed, split, index, new Shape(1, 16, 16)).picture().values())))
                            .as("%s, seed %d, %d", split, seed, index).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void picturesHaveTheInputsShapeAndTargetsTheOutputs(Task task) {
        for (Shape input : new Shape[] {GREY, COLOUR, new Shape(1, 16, 16), new Shape(3, 128, 128)}) {
            Example example = task.example(1, Split.HELD_OUT, 3, input);
            Shape output = task.output(input);
            assertThat(example.picture().shape()).isEqualTo(input);
            assertThat(values(example.target())).hasSize(switch (task.goal()) {
                case PIXELS -> output.area();
                case WHOLE -> 1;
                case PICTURE -> output.elements();
            });
            if (example.target() instanceof Target.Classes(int[] classes)) {
                assertThat(Arrays.stream(classes)).allMatch(each -> each >= 0 && each < output.channels());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void picturesAreNeitherFlatNorFarOutOfRange(Task task) {
        for (int index = 0; index < 20; index++) {
            Tensor picture = task.example(2, Split.TRAINING, index, GREY).picture();
            double mean = sum(picture.values()) / picture.values().length;
            assertThat(mean).isBetween(0.1, 0.9);
            assertThat(IntStream.range(0, picture.values().length).mapToDouble(i -> picture.values()[i]))
                    .allMatch(value -> value > -1 && value < 2);
            assertThat(picture.extent().max() - picture.extent().min()).isGreaterThan(0.2f);
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void everyClassIsThereAndNoneFillsNearlyAll() {
        for (Task task : new Task[] {Task.SEGMENTATION, Task.CELLS, Task.TEXTURES}) {
            long[] counts = new long[task.classes().size()];
            for (int index = 0; index < 200; index++) {
                for (int each : ((Target.Classes) task.example(3, Split.TRAINING, index, GREY).target()).each()) {
                    counts[each]++;
                }
            }
            long all = Arrays.stream(counts).sum();
            assertThat(Arrays.stream(counts)).as(task.word()).allMatch(count -> count > 0.03 * all && count < 0.85 * all);
        }
    }

    /** Where two cells touch a border runs; a pixel of it has cells on both sides. */
    @Test
    void cellsTouchInEveryPictureAndBordersAreThin() {
        for (int index = 0; index < 20; index++) {
            int[] classes = ((Target.Classes) Task.CELLS.example(4, Split.TRAINING, index, GREY).target()).each();
            int[] border = IntStream.range(0, classes.length)
                    .filter(i -> classes[i] == TouchingCells.BORDER).toArray();
            assertThat(border).as("borders of picture %d", index).hasSizeGreaterThan(20);
            assertThat(Arrays.stream(border).filter(i -> isInTheMiddleOfBorders(classes, i)).count())
                    .as("thick borders of picture %d", index).isLessThan(border.length / 10);
        }
    }

    private static boolean isInTheMiddleOfBorders(int[] classes, int at) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int y = Math.clamp(at / 64 + dy, 0, 63);
                int x = Math.clamp(at % 64 + dx, 0, 63);
                if (classes[y * 64 + x] != TouchingCells.BORDER) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void noiseIsWhatADenoiserHasToTakeOff() {
        Example example = Task.DENOISING.example(5, Split.TRAINING, 0, GREY);
        float[] clean = ((Target.Values) example.target()).each();
        double sum = 0;
        for (int i = 0; i < clean.length; i++) {
            sum += Math.pow(example.picture().values()[i] - clean[i], 2);
        }
        assertThat(Math.sqrt(sum / clean.length)).isBetween(0.18, 0.22);
    }

    @Test
    void wordsNameTasks() {
        assertThat(Task.named("cells")).contains(Task.CELLS);
        assertThat(Task.named("cell")).isEmpty();
    }
}
