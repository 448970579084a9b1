package skipstitch.engine.nd4j.tape;

import java.util.Arrays;
import java.util.List;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/** A convolution of each channel by a kernel of its own, along the channels, which lie together. */
final class Depthwise {
    private final Window window;
    private final Block input;
    private final Block output;
    private final Trainable numbers;
    private final Trainable slopes;
    private final float[] gradient;
    /** {@code [kH, kW, C]}. */
    private final float[] taps;
    private final float[] tapSlopes;

    private Depthwise(Layer.Conv conv, Block input, Shape shape, Trainable numbers, Trainable slopes) {
        this.window = conv.window();
        this.input = input;
        this.output = Block.of(shape, input.batch());
        this.numbers = numbers;
        this.slopes = slopes;
        this.gradient = new float[input.size()];
        this.taps = new float[numbers.weights().length];
        this.tapSlopes = new float[numbers.weights().length];
    }

    static Stage of(Layer.Conv conv, Block input, Shape shape, Trainable numbers, Trainable slopes) {
        Depthwise depthwise = new Depthwise(conv, input, shape, numbers, slopes);
        return new Stage(depthwise.output, depthwise::forward, depthwise::back);
    }

    private void forward() {
        turn(numbers.weights(), input.channels(), taps);
        int channels = input.channels();
        float[] y = output.values();
        for (int at = 0; at < y.length; at += channels) {
            if (numbers.shifts().length > 0) {
                System.arraycopy(numbers.shifts(), 0, y, at, channels);
            } else {
                Arrays.fill(y, at, at + channels, 0);
            }
        }
        float[] x = input.values();
        each((from, to, tap) -> {
            for (int c = 0; c < channels; c++) {
                y[to + c] += x[from + c] * taps[tap + c];
            }
        });
    }

    private List<float[]> back(float[] dy) {
        Arrays.fill(gradient, 0);
        Arrays.fill(tapSlopes, 0);
        float[] x = input.values();
        int channels = input.channels();
        each((from, to, tap) -> {
            for (int c = 0; c < channels; c++) {
                gradient[from + c] += dy[to + c] * taps[tap + c];
                tapSlopes[tap + c] += dy[to + c] * x[from + c];
            }
        });
        turn(tapSlopes, window.kernel().area(), slopes.weights());
        if (slopes.shifts().length > 0) {
            ByChannel.sum(dy, slopes.shifts());
        }
        return List.of(gradient);
    }

    /** {@code [columns, rows]} of {@code [rows, columns]}. */
    private static void turn(float[] from, int rows, float[] to) {
        int columns = from.length / rows;
        for (int row = 0, at = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                to[column * rows + row] = from[at++];
            }
        }
    }

    /** One tap at one position. */
    private interface Tap {
        void of(int from, int to, int tap);
    }

    private void each(Tap tap) {
        for (int n = 0; n < input.batch(); n++) {
            for (int oy = 0; oy < output.shape().height(); oy++) {
                for (int i = 0; i < window.kernel().height(); i++) {
                    int y = window.row(oy, i);
                    if (y >= 0 && y < input.shape().height()) {
                        row(n, oy, y, i * window.kernel().width(), tap);
                    }
                }
            }
        }
    }

    private void row(int n, int oy, int y, int firstTap, Tap tap) {
        for (int ox = 0; ox < output.shape().width(); ox++) {
            int to = output.index(n, oy, ox);
            for (int j = 0; j < window.kernel().width(); j++) {
                int x = window.column(ox, j);
                if (x >= 0 && x < input.shape().width()) {
                    tap.of(input.index(n, y, x), to, (firstTap + j) * input.channels());
                }
            }
        }
    }
}
