package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.engine.plain.OneLayer.tensor;

import org.junit.jupiter.api.Test;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.network.Layer.TransposedConv;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.tensor.Tensor;

class TransposedConvolutionTest {
    private static final Size NO_MORE = new Size(0, 0);
    private static final Kernels POWERS = Kernels.of(new float[] {1, 10, 100, 1000}, new float[0]);

    @Test
    void withTheKernelsOwnStrideEachValueBecomesAPatch() {
        TransposedConv conv = new TransposedConv(1, Size.square(2), Size.square(2), Padding.NONE, NO_MORE, false);
        assertThat(paint(conv, POWERS, oneToFour())).containsExactly(
                1, 10, 2, 20,
                100, 1000, 200, 2000,
                3, 30, 4, 40,
                300, 3000, 400, 4000);
    }

    @Test
    void patchesThatOverlapAdd() {
        TransposedConv conv = new TransposedConv(1, Size.square(2), Size.ONE, Padding.NONE, NO_MORE, false);
        // In the middle all four meet: 1000·1 + 100·2 + 10·3 + 1·4
        assertThat(paint(conv, POWERS, oneToFour())).containsExactly(
                1, 12, 20,
                103, 1234, 2040,
                300, 3400, 4000);
    }

    @Test
    void paddingCutsTheSheet() {
        TransposedConv all = new TransposedConv(1, Size.square(2), Size.ONE, Padding.all(1), NO_MORE, false);
        assertThat(paint(all, POWERS, oneToFour())).containsExactly(1234);
        TransposedConv topLeft =
                new TransposedConv(1, Size.square(2), Size.ONE, new Padding(1, 1, 0, 0), NO_MORE, false);
        assertThat(paint(topLeft, POWERS, oneToFour())).containsExactly(1234, 2040, 3400, 4000);
    }

    @Test
    void outputPaddingUncoversWhatPaddingWouldCut() {
        TransposedConv conv = new TransposedConv(1, Size.square(3), Size.square(2), Padding.all(1), Size.ONE, false);
        Kernels ones = Kernels.of(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, new float[0]);
        // Rows of the 5×5 sheet are painted by input rows {0},{0},{0,1},{1},{1}; rows 1 to 4 remain, columns alike
        assertThat(paint(conv, ones, oneToFour())).containsExactly(
                1, 3, 2, 2,
                4, 10, 6, 6,
                3, 7, 4, 4,
                3, 7, 4, 4);
    }

    @Test
    void outputPaddingBeyondTheSheetHoldsTheBias() {
        TransposedConv conv = new TransposedConv(1, Size.ONE, Size.square(2), Padding.NONE, Size.ONE, true);
        Kernels weights = Kernels.of(new float[] {5}, new float[] {7});
        // 5·1+7 = 12 and 5·2+7 = 17; nothing was painted elsewhere
        assertThat(paint(conv, weights, tensor(1, 1, 2, 1, 2))).containsExactly(12, 7, 17, 7, 7, 7, 7, 7);
    }

    @Test
    void kernelsAreByInputChannelThenFilter() {
        TransposedConv conv = new TransposedConv(2, Size.ONE, Size.ONE, Padding.NONE, NO_MORE, false);
        Kernels weights = Kernels.of(new float[] {1, 2, 3, 4}, new float[0]);
        // Filter 0: 1·5 + 3·7 = 26, filter 1: 2·5 + 4·7 = 38
        assertThat(paint(conv, weights, tensor(2, 1, 1, 5, 7))).containsExactly(26, 38);
    }

    private static Tensor oneToFour() {
        return tensor(1, 2, 2, 1, 2, 3, 4);
    }

    private static float[] paint(TransposedConv conv, Kernels weights, Tensor x) {
        return OneLayer.compute(conv, weights, x).values();
    }
}
