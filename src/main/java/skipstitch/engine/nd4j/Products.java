package skipstitch.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/**
 * Convolutions as products of matrices, where that is faster: oneDNN brings the kernels of a convolution to an order of
 * its own each time, which takes longer than all else where there are few positions or 1×1 kernels.
 */
final class Products {
    private final Ops ops;
    private final WeightStore weights;

    Products(Ops ops, WeightStore weights) {
        this.ops = ops;
        this.weights = weights;
    }

    static boolean serves(Layer.Conv conv, Shape out) {
        boolean fewPositions = conv.window().dilation().equals(Size.ONE) && out.channels() >= 2 * out.area();
        return conv.groups() == 1 && !conv.bias() && (readsPoints(conv.window()) || fewPositions);
    }

    /** Whether each position of the output reads one of the input. */
    private static boolean readsPoints(Window window) {
        return window.kernel().equals(Size.ONE) && window.padding().equals(Padding.NONE)
                && window.stride().height() == window.stride().width();
    }

    INDArray conv(Layer.Conv conv, Kernels kernels, INDArray input, Shape in, Shape out, Scope scope) {
        Size kernel = conv.window().kernel();
        int length = kernel.area() * in.channels();
        INDArray matrix = weights.get(kernels.key(), "product", 0,
                () -> transposed(kernels.kernels(), out.channels(), in.channels(), kernel.area()),
                length, out.channels());
        INDArray output = scope.fresh(out);
        ops.run(Ops.Settings.of("matmul", 0, 0, 0), output.reshape('c', out.area(), out.channels()),
                patches(conv.window(), input, in, out, scope).reshape('c', out.area(), length), matrix);
        return output;
    }

    /** {@code [O, C, k]} to {@code [k, C, O]}. */
    private static float[] transposed(float[] values, int outputs, int channels, int taps) {
        float[] result = new float[values.length];
        for (int out = 0, from = 0; out < outputs; out++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int tap = 0; tap < taps; tap++) {
                    result[(tap * channels + channel) * outputs + out] = values[from++];
                }
            }
        }
        return result;
    }

    /** What each position of the output reads, {@code [H, W, kH, kW, C]}. */
    private static INDArray patches(Window window, INDArray input, Shape in, Shape out, Scope scope) {
        if (readsPoints(window)) {
            if (window.stride().equals(Size.ONE)) {
                return input;
            }
            INDArray sampled = scope.fresh(in.withSize(out.height(), out.width()));
            Movement.subsample(input, in, window.stride().height(), sampled, out.withChannels(in.channels()));
            return sampled;
        }
        float[] values = Memory.values(input);
        int channels = in.channels();
        int rowLength = window.kernel().width() * channels;
        float[] patches = new float[Math.multiplyExact(out.area(), window.kernel().height() * rowLength)];
        int to = 0;
        for (int y = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++) {
                int left = x * window.stride().width() - window.padding().left();
                int first = Math.max(0, left);
                int count = Math.min(in.width(), left + window.kernel().width()) - first;
                for (int ky = 0; ky < window.kernel().height(); ky++, to += rowLength) {
                    int inY = y * window.stride().height() - window.padding().top() + ky;
                    if (inY >= 0 && inY < in.height() && count > 0) {
                        System.arraycopy(values, (inY * in.width() + first) * channels,
                                patches, to + (first - left) * channels, count * channels);
                    }
                }
            }
        }
        return scope.of(patches, 1, out.area(), 1, window.kernel().height() * rowLength);
    }
}
