package skipstitch.engine.nd4j.tape;

import java.util.Arrays;
import java.util.List;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/** Mean of windows, and of whole maps: the gradient is spread evenly over what was read. */
final class Pools {
    private Pools() {}

    static Stage average(Layer.AveragePool pool, Block input, Shape shape) {
        Block output = Block.of(shape, input.batch());
        float[] gradient = new float[input.size()];
        return new Stage(output, () -> {
            Arrays.fill(output.values(), 0);
            each(pool, input, output, (from, to, share) -> {
                for (int c = 0; c < input.channels(); c++) {
                    output.values()[to + c] += share * input.values()[from + c];
                }
            });
        }, dy -> {
            Arrays.fill(gradient, 0);
            each(pool, input, output, (from, to, share) -> {
                for (int c = 0; c < input.channels(); c++) {
                    gradient[from + c] += share * dy[to + c];
                }
            });
            return List.of(gradient);
        });
    }

    /** One pixel read by one window. */
    private interface Share {
        void of(int from, int to, float share);
    }

    private static void each(Layer.AveragePool pool, Block input, Block output, Share share) {
        Window window = pool.window();
        Padding counted = pool.countPadding() ? window.padding() : Padding.NONE;
        for (int oy = 0; oy < output.shape().height(); oy++) {
            for (int ox = 0; ox < output.shape().width(); ox++) {
                int count = 0;
                for (int i = 0; i < window.kernel().height(); i++) {
                    for (int j = 0; j < window.kernel().width(); j++) {
                        if (isWithin(window.row(oy, i), counted.top(), input.shape().height(), counted.bottom())
                                && isWithin(window.column(ox, j), counted.left(), input.shape().width(),
                                counted.right())) {
                            count++;
                        }
                    }
                }
                for (int i = 0; i < window.kernel().height(); i++) {
                    for (int j = 0; j < window.kernel().width(); j++) {
                        int y = window.row(oy, i);
                        int x = window.column(ox, j);
                        if (isWithin(y, 0, input.shape().height(), 0) && isWithin(x, 0, input.shape().width(), 0)) {
                            for (int n = 0; n < input.batch(); n++) {
                                share.of(input.index(n, y, x), output.index(n, oy, ox), 1f / count);
                            }
                        }
                    }
                }
            }
        }
    }

    private static boolean isWithin(int at, int before, int size, int after) {
        return at >= -before && at < size + after;
    }

    static Stage globalAverage(Block input) {
        Block output = Block.of(Shape.vector(input.channels()), input.batch());
        float[] gradient = new float[input.size()];
        int channels = input.channels();
        int area = input.shape().area();
        return new Stage(output, () -> {
            for (int n = 0; n < input.batch(); n++) {
                double[] sums = ByChannel.sums(
                        Arrays.copyOfRange(input.values(), n * area * channels, (n + 1) * area * channels), channels);
                for (int c = 0; c < channels; c++) {
                    output.values()[n * channels + c] = (float) (sums[c] / area);
                }
            }
        }, dy -> {
            for (int at = 0; at < gradient.length; at++) {
                gradient[at] = dy[at / (area * channels) * channels + at % channels] / area;
            }
            return List.of(gradient);
        });
    }
}
