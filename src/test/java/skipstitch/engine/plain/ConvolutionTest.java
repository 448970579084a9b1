package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.engine.plain.OneLayer.oneToNine;
import static skipstitch.engine.plain.OneLayer.tensor;

import org.junit.jupiter.api.Test;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

class ConvolutionTest {
    private static final Kernels ONE_TO_FOUR = Kernels.of(new float[] {1, 2, 3, 4}, new float[0]);

    @Test
    void slidesTheKernelWithoutTurningIt() {
        // 1·1+2·2+3·4+4·5 = 37, 1·2+2·3+3·5+4·6 = 47, 1·4+2·5+3·7+4·8 = 67, 1·5+2·6+3·8+4·9 = 77
        assertThat(conv(new Conv(1, Window.of(2), 1, false), ONE_TO_FOUR, oneToNine())).containsExactly(37, 47, 67, 77);
    }

    @Test
    void addsTheBiasOfTheFilter() {
        Kernels weights = Kernels.of(new float[] {1, 2}, new float[] {10, -10});
        // Two 1×1 filters: x + 10 and 2x − 10
        assertThat(conv(new Conv(2, Window.of(1), 1, true), weights, tensor(1, 1, 2, 3, 4)))
                .containsExactly(13, 14, -4, -2);
    }

    @Test
    void paddingIsZeroAndStrideSkips() {
        Kernels ones = Kernels.of(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, new float[0]);
        // Centres on the corners: 1+2+4+5, 2+3+5+6, 4+5+7+8, 5+6+8+9
        assertThat(conv(new Conv(1, Window.same(3).strided(2), 1, false), ones, oneToNine()))
                .containsExactly(12, 16, 24, 28);
    }

    @Test
    void eachSideHasItsOwnPadding() {
        Window above = new Window(Size.square(2), Size.ONE, new Padding(1, 0, 0, 0), Size.ONE);
        // One row more than without padding: 3·1+4·2 = 11 and 3·2+4·3 = 18
        assertThat(conv(new Conv(1, above, 1, false), ONE_TO_FOUR, oneToNine()))
                .containsExactly(11, 18, 37, 47, 67, 77);
        Window right = new Window(Size.square(2), Size.ONE, new Padding(0, 0, 0, 1), Size.ONE);
        // One column more: 1·3+3·6 = 21 and 1·6+3·9 = 33
        assertThat(conv(new Conv(1, right, 1, false), ONE_TO_FOUR, oneToNine()))
                .containsExactly(37, 47, 21, 67, 77, 33);
    }

    @Test
    void dilationSpreadsTheTaps() {
        // The four corners: 1·1+2·3+3·7+4·9 = 64
        assertThat(conv(new Conv(1, Window.of(2).dilated(2), 1, false), ONE_TO_FOUR, oneToNine())).containsExactly(64);
    }

    @Test
    void aFilterSumsOverItsChannels() {
        Kernels weights = Kernels.of(new float[] {2, 3}, new float[0]);
        // 2·1+3·10 = 32, 2·2+3·20 = 64
        assertThat(conv(new Conv(1, Window.of(1), 1, false), weights, tensor(2, 1, 2, 1, 2, 10, 20)))
                .containsExactly(32, 64);
    }

    @Test
    void aGroupSeesItsOwnChannelsOnly() {
        Kernels weights = Kernels.of(new float[] {1, 2, 3, 4}, new float[0]);
        // Four filters in two groups: the first two take channel 0 (5), the others channel 1 (7)
        assertThat(conv(new Conv(4, Window.of(1), 2, false), weights, tensor(2, 1, 1, 5, 7)))
                .containsExactly(5, 10, 21, 28);
    }

    @Test
    void tapsThatNeverMeetTheInputGiveNothing() {
        // A 3×3 kernel on a padded single pixel with stride 2: only the middle tap, 5·2
        Kernels weights = Kernels.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new float[0]);
        assertThat(conv(new Conv(1, Window.same(3).strided(2), 1, false), weights, tensor(1, 1, 1, 2)))
                .containsExactly(10);
    }

    private static float[] conv(Conv conv, Kernels weights, Tensor x) {
        return OneLayer.compute(conv, weights, x).values();
    }
}
