package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Output sizes of windows against a count of the positions, one after another. */
class WindowPositionsTest {
    private static final int SETTINGS = 8_000;

    @Test
    void convolutionHasOneRowForEachPlaceOfItsWindow() {
        Random random = new Random(11);
        for (int i = 0; i < SETTINGS; i++) {
            Window window = window(random, 4);
            Shape in = new Shape(1 + random.nextInt(4), 1 + random.nextInt(30), 1 + random.nextInt(30));
            Fit fit = OneNode.fit(new Layer.Conv(3, window, 1, false), in);
            agrees(fit, 3, in, window, false, "seed 11, setting " + i + ": " + window + " on " + in);
        }
    }

    @Test
    void poolHasOneRowForEachPlaceOfItsWindow() {
        Random random = new Random(12);
        for (int i = 0; i < SETTINGS; i++) {
            Window window = poolWindow(random);
            boolean ceil = random.nextBoolean();
            Shape in = new Shape(1 + random.nextInt(4), 1 + random.nextInt(30), 1 + random.nextInt(30));
            Layer pool = random.nextBoolean() ? new Layer.MaxPool(window, ceil)
                    : new Layer.AveragePool(window, ceil, random.nextBoolean());
            agrees(OneNode.fit(pool, in), in.channels(), in, window, ceil,
                    "seed 12, setting " + i + ": " + pool + " on " + in);
        }
    }

    @Test
    void transposedConvolutionReachesAsFarAsItPaints() {
        Random random = new Random(13);
        for (int i = 0; i < SETTINGS; i++) {
            Size stride = new Size(1 + random.nextInt(4), 1 + random.nextInt(4));
            Size kernel = new Size(1 + random.nextInt(5), 1 + random.nextInt(5));
            Size extra = new Size(random.nextInt(stride.height()), random.nextInt(stride.width()));
            Padding padding = padding(random, 3, 3);
            Shape in = new Shape(2, 1 + random.nextInt(12), 1 + random.nextInt(12));
            Layer layer = new Layer.TransposedConv(5, kernel, stride, padding, extra, true);
            int height = painted(in.height(), kernel.height(), stride.height()) - padding.top() - padding.bottom() + extra.height();
            int width = painted(in.width(), kernel.width(), stride.width()) - padding.left() - padding.right() + extra.width();
            Fit fit = OneNode.fit(layer, in);
            String where = "seed 13, setting " + i + ": " + layer + " on " + in;
            if (height < 1 || width < 1) {
                assertThat(fit).as(where).isInstanceOf(Fit.Breaks.class);
            } else {
                assertThat(fit).as(where).isEqualTo(new Fit.Fits(new Shape(5, height, width)));
            }
        }
    }

    @Test
    void subsampleKeepsEachRowWhoseNumberTheStrideDivides() {
        for (int size = 1; size <= 40; size++) {
            for (int stride = 1; stride <= 12; stride++) {
                int kept = 0;
                for (int row = 0; row < size; row += stride) {
                    kept++;
                }
                assertThat(OneNode.shape(new Layer.Subsample(stride), new Shape(2, size, 1)))
                        .isEqualTo(new Shape(2, kept, 1));
            }
        }
    }

    private static void agrees(Fit fit, int channels, Shape in, Window window, boolean ceil, String where) {
        Padding padding = window.padding();
        int rows = positions(in.height(), padding.top(), padding.bottom(), window.kernel().height(),
                window.dilation().height(), window.stride().height(), ceil);
        int columns = positions(in.width(), padding.left(), padding.right(), window.kernel().width(),
                window.dilation().width(), window.stride().width(), ceil);
        if (rows == 0 || columns == 0) {
            assertThat(fit).as(where).isInstanceOfSatisfying(Fit.Breaks.class, breaks ->
                    assertThat(breaks.misfit().rule()).isEqualTo(Misfit.Rule.WINDOW_FITS));
        } else {
            assertThat(fit).as(where).isEqualTo(new Fit.Fits(new Shape(channels, rows, columns)));
        }
    }

    /** Slides a window over one axis; 0 if not even the first one lies within the padded input. */
    private static int positions(int in, int before, int after, int kernel, int dilation, int stride, boolean ceil) {
        int lastTap = (kernel - 1) * dilation;
        int end = in + after;
        if (-before + lastTap >= end) {
            return 0;
        }
        int count = 0;
        boolean reachedEnd = false;
        for (int start = -before; !reachedEnd; start += stride) {
            boolean inside = start + lastTap < end;
            // PyTorch: a last window that sticks out must start inside the input or the padding before it.
            boolean counts = inside || ceil && start < in;
            count += counts ? 1 : 0;
            reachedEnd = start + lastTap + 1 >= end;
        }
        return count;
    }

    private static int painted(int in, int kernel, int stride) {
        int end = 0;
        for (int i = 0; i < in; i++) {
            end = Math.max(end, i * stride + kernel);
        }
        return end;
    }

    private static Window window(Random random, int mostPadding) {
        return new Window(new Size(1 + random.nextInt(6), 1 + random.nextInt(6)),
                new Size(1 + random.nextInt(5), 1 + random.nextInt(5)), padding(random, mostPadding, mostPadding),
                new Size(1 + random.nextInt(4), 1 + random.nextInt(4)));
    }

    private static Window poolWindow(Random random) {
        Window window = window(random, 0);
        return new Window(window.kernel(), window.stride(),
                padding(random, (int) window.spanHeight() / 2, (int) window.spanWidth() / 2), window.dilation());
    }

    private static Padding padding(Random random, int rows, int columns) {
        return new Padding(random.nextInt(rows + 1), random.nextInt(columns + 1), random.nextInt(rows + 1),
                random.nextInt(columns + 1));
    }
}
