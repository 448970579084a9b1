package skipstitch.engine.nd4j;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Convolutions and the linear layer. */
final class Convolutions {
    private static final int CHANNELS_LAST = 1;
    private static final int FILTERS_FIRST = 1;
    private static final int GIVEN_PADDING = 0;

    private final Ops ops;
    private final WeightStore weights;
    private final Products products;

    Convolutions(Ops ops, WeightStore weights) {
        this.ops = ops;
        this.weights = weights;
        this.products = new Products(ops, weights);
    }

    INDArray conv(Layer.Conv conv, Kernels kernels, INDArray input, Shape in, Shape out, Scope scope) {
        if (Products.serves(conv, out)) {
            return products.conv(conv, kernels, input, in, out, scope);
        }
        if (conv.groups() == in.channels() && conv.filters() == in.channels()) {
            return depthwise(conv, kernels, input, in, out, scope);
        }
        return convolved(conv, kernels, input, in, out, scope);
    }

    /** One kernel a channel. */
    private static INDArray depthwise(Layer.Conv conv, Kernels kernels, INDArray input, Shape in, Shape out,
            Scope scope) {
        INDArray output = scope.fresh(out);
        new Depthwise(conv.window(), in, out,
                swapped(kernels.kernels(), in.channels(), conv.window().kernel().area(), 1), kernels.bias())
                .run(input, output);
        return output;
    }

    private INDArray convolved(Layer.Conv conv, Kernels kernels, INDArray input, Shape in, Shape out, Scope scope) {
        Window window = conv.window();
        Padding padding = window.padding();
        INDArray source = input;
        Shape sourceShape = in;
        if (padding.top() != padding.bottom() || padding.left() != padding.right()) {
            // Native code knows only one padding for both sides of an axis.
            sourceShape = in.withSize(in.height() + padding.top() + padding.bottom(),
                    in.width() + padding.left() + padding.right());
            source = scope.fresh(sourceShape);
            Movement.frame(input, in, source, sourceShape, padding.top(), padding.left(), new float[in.channels()]);
            padding = Padding.NONE;
        }
        if (conv.groups() == 1) {
            return dense(conv, kernels, 0, source, sourceShape, padding, out, scope);
        }
        return conv.groups() == in.channels()
                ? multiplied(conv, kernels, source, in.channels(), padding, out, scope)
                : grouped(conv, kernels, source, sourceShape, padding, out, scope);
    }

    private INDArray dense(Layer.Conv conv, Kernels kernels, int group, INDArray input, Shape in, Padding padding,
            Shape out, Scope scope) {
        Size kernel = conv.window().kernel();
        int filters = out.channels();
        int length = filters * in.channels() * kernel.area();
        INDArray taps = weights.get(kernels.key(), "conv", group,
                () -> Arrays.copyOfRange(kernels.kernels(), group * length, (group + 1) * length),
                filters, in.channels(), kernel.height(), kernel.width());
        INDArray output = scope.fresh(out);
        Ops.Settings settings = settings("conv2d", conv.window(), padding);
        if (!conv.bias()) {
            return ops.run(settings, output, input, taps);
        }
        INDArray bias = weights.get(kernels.key(), "bias", group,
                () -> Arrays.copyOfRange(kernels.bias(), group * filters, (group + 1) * filters), filters);
        return ops.run(settings, output, input, taps, bias);
    }

    private static Ops.Settings settings(String op, Window window, Padding padding) {
        Size dilation = window.dilation();
        Ops.Settings settings = Ops.Settings.of(op, window.kernel().height(), window.kernel().width(),
                window.stride().height(), window.stride().width(), padding.top(), padding.left(),
                dilation.height(), dilation.width(), GIVEN_PADDING, CHANNELS_LAST, FILTERS_FIRST);
        // oneDNN refuses most dilated convolutions: ND4J tells it the padding at the far side wrongly.
        return dilation.equals(Size.ONE) ? settings : settings.withoutHelpers();
    }

    /** Several kernels a channel. They come as {@code [C·m, 1, kH, kW]} and are wanted as {@code [m, C, kH, kW]}. */
    private INDArray multiplied(Layer.Conv conv, Kernels kernels, INDArray input, int channels, Padding padding,
            Shape out, Scope scope) {
        Size kernel = conv.window().kernel();
        int each = conv.filters() / channels;
        INDArray taps = weights.get(kernels.key(), "depthwise", 0,
                () -> swapped(kernels.kernels(), channels, each, kernel.area()),
                each, channels, kernel.height(), kernel.width());
        INDArray output = scope.fresh(out);
        Ops.Settings settings = settings("depthwise_conv2d", conv.window(), padding);
        if (!conv.bias()) {
            return ops.run(settings, output, input, taps);
        }
        INDArray bias = weights.get(kernels.key(), "bias", 0, kernels::bias, conv.filters());
        return ops.run(settings, output, input, taps, bias);
    }

    private static float[] swapped(float[] values, int rows, int columns, int length) {
        float[] result = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                System.arraycopy(values, (row * columns + column) * length,
                        result, (column * rows + row) * length, length);
            }
        }
        return result;
    }

    private INDArray grouped(Layer.Conv conv, Kernels kernels, INDArray input, Shape in, Padding padding, Shape out,
            Scope scope) {
        int taken = in.channels() / conv.groups();
        int made = conv.filters() / conv.groups();
        Shape part = in.withChannels(taken);
        Shape result = out.withChannels(made);
        INDArray output = scope.fresh(out);
        for (int group = 0; group < conv.groups(); group++) {
            try (Scope turn = new Scope()) {
                INDArray slice = turn.fresh(part);
                Movement.channels(input, in.channels(), group * taken, slice, taken, 0, taken);
                INDArray convolved = dense(conv, kernels, group, slice, part, padding, result, turn);
                Movement.channels(convolved, made, 0, output, out.channels(), group * made, made);
            }
        }
        return output;
    }

    INDArray transposed(Layer.TransposedConv conv, Kernels kernels, INDArray input, Shape in, Shape out, Scope scope) {
        Size kernel = conv.kernel();
        Shape sheet = new Shape(out.channels(),
                (in.height() - 1) * conv.stride().height() + kernel.height(),
                (in.width() - 1) * conv.stride().width() + kernel.width());
        INDArray taps = weights.get(kernels.key(), "transposed", 0, kernels::kernels,
                in.channels(), conv.filters(), kernel.height(), kernel.width());
        Ops.Settings settings = settings("deconv2d",
                new Window(kernel, conv.stride(), Padding.NONE, Size.ONE), Padding.NONE);
        INDArray painted = scope.fresh(sheet);
        if (conv.bias()) {
            INDArray bias = weights.get(kernels.key(), "bias", 0, kernels::bias, conv.filters());
            ops.run(settings, painted, input, taps, bias);
        } else {
            ops.run(settings, painted, input, taps);
        }
        if (sheet.equals(out) && conv.padding().equals(Padding.NONE)) {
            return painted;
        }
        // What output padding adds saw no input, so it holds the bias alone.
        INDArray output = scope.fresh(out);
        Movement.frame(painted, sheet, output, out, -conv.padding().top(), -conv.padding().left(),
                conv.bias() ? kernels.bias() : new float[conv.filters()]);
        return output;
    }

    INDArray linear(Layer.Linear linear, Kernels kernels, INDArray input, Shape in, Shape out, Scope scope) {
        INDArray matrix = weights.get(kernels.key(), "linear", 0, kernels::kernels, linear.outputs(), in.channels());
        INDArray row = scope.of(Memory.values(input), 1, in.channels());
        INDArray product = scope.fresh(1, linear.outputs());
        ops.run(Ops.Settings.of("matmul", 0, 1, 0), product, row, matrix);
        if (linear.bias()) {
            INDArray bias = weights.get(kernels.key(), "bias", 0, kernels::bias, 1, linear.outputs());
            product = ops.run(Ops.Settings.of("add"), scope.fresh(1, linear.outputs()), product, bias);
        }
        INDArray output = scope.fresh(out);
        Memory.of(output).copyFrom(Memory.of(product));
        return output;
    }
}
