package skipstitch.files.onnx.reading;

import java.util.Arrays;
import java.util.Optional;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;

/** Operators with kernels: convolutions and products with a constant matrix. */
final class Convolving {
    private final Drawing drawing;

    Convolving(Drawing drawing) {
        this.drawing = drawing;
    }

    Value conv(Op op) throws Unsupported {
        Value.Tensor x = map(op);
        Numbers kernels = kernels(op, 4);
        int[] sizes = kernels.sizes();
        int groups = Op.size(op.whole("group", 1));
        matches((long) sizes[1] * groups, x);
        Optional<float[]> bias = bias(op, 2, sizes[0]);
        Layer.Conv conv = new Layer.Conv(sizes[0], Windows.of(op, drawing.shape(x.node()), new Size(sizes[2], sizes[3])),
                groups, bias.isPresent());
        return tensor(op, conv, kernels.floats(), bias, x, x.axes());
    }

    Value transposed(Op op) throws Unsupported {
        Value.Tensor x = map(op);
        Numbers kernels = kernels(op, 4);
        int[] sizes = kernels.sizes();
        if (op.whole("group", 1) != 1) {
            throw new Unsupported("a transposed convolution has one group here, not " + op.whole("group", 1));
        }
        if (!op.size("dilations", Size.ONE).equals(Size.ONE)) {
            throw new Unsupported("a transposed convolution is not dilated here");
        }
        matches(sizes[0], x);
        Optional<float[]> bias = bias(op, 2, sizes[1]);
        Size kernel = new Size(sizes[2], sizes[3]);
        Size stride = op.size("strides", Size.ONE);
        Size beyond = op.size("output_padding", new Size(0, 0));
        Padding padding = cut(op, drawing.shape(x.node()), kernel, stride, beyond);
        return tensor(op, new Layer.TransposedConv(sizes[1], kernel, stride, padding, beyond, bias.isPresent()),
                kernels.floats(), bias, x, x.axes());
    }

    /** Where the operator says which size is to come out, what is too much is cut away. */
    private static Padding cut(Op op, Shape in, Size kernel, Size stride, Size beyond) throws Unsupported {
        String auto = op.word("auto_pad", "NOTSET");
        Optional<long[]> wanted = op.wholes("output_shape");
        if (auto.equals("VALID")) {
            return Padding.NONE;
        }
        if (wanted.isEmpty() && (auto.isEmpty() || auto.equals("NOTSET"))) {
            return Windows.pads(op);
        }
        long[] sizes = wanted.orElse(new long[] {(long) in.height() * stride.height(), (long) in.width() * stride.width()});
        if (sizes.length < 2) {
            throw new Unsupported("it is not two-dimensional");
        }
        int rows = Op.size((in.height() - 1L) * stride.height() + kernel.height() + beyond.height()
                - sizes[sizes.length - 2]);
        int columns = Op.size((in.width() - 1L) * stride.width() + kernel.width() + beyond.width()
                - sizes[sizes.length - 1]);
        boolean moreBefore = !auto.equals("SAME_UPPER");
        int above = moreBefore ? rows - rows / 2 : rows / 2;
        int left = moreBefore ? columns - columns / 2 : columns / 2;
        return new Padding(above, left, rows - above, columns - left);
    }

    /** {@code α·x·W + β·b}. */
    Value gemm(Op op) throws Unsupported {
        if (op.whole("transA", 0) != 0) {
            throw new Unsupported("it turns what goes in");
        }
        Numbers matrix = kernels(op, 2);
        boolean turned = op.whole("transB", 0) == 0;
        int outputs = matrix.sizes()[turned ? 1 : 0];
        float[] kernels = scaled(turned ? turned(matrix) : matrix.floats(), op.real("alpha", 1));
        Optional<float[]> bias = op.has(2) && op.real("beta", 1) != 0
                ? Optional.of(scaled(spread(op.constant(2), outputs), op.real("beta", 1))) : Optional.empty();
        return linear(op, matrix.sizes()[turned ? 0 : 1], outputs, kernels, bias);
    }

    Value matMul(Op op) throws Unsupported {
        Numbers matrix = kernels(op, 2);
        return linear(op, matrix.sizes()[0], matrix.sizes()[1], turned(matrix), Optional.empty());
    }

    private Value linear(Op op, int inputs, int outputs, float[] kernels, Optional<float[]> bias) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        if (x.axes() != Value.Axes.FLAT) {
            throw new Unsupported("it multiplies a map with a matrix; a vector is needed here");
        }
        matches(inputs, x);
        return tensor(op, new Layer.Linear(outputs, bias.isPresent()), kernels, bias, x, x.axes());
    }

    /** From {@code [inputs, outputs]} to {@code [outputs, inputs]}. */
    private static float[] turned(Numbers matrix) {
        int rows = matrix.sizes()[0];
        int columns = matrix.sizes()[1];
        float[] from = matrix.floats();
        float[] to = new float[from.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                to[column * rows + row] = from[row * columns + column];
            }
        }
        return to;
    }

    private static float[] scaled(float[] values, float factor) {
        if (factor == 1) {
            return values;
        }
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static Optional<float[]> bias(Op op, int input, int filters) throws Unsupported {
        if (!op.has(input)) {
            return Optional.empty();
        }
        float[] bias = op.constant(input).floats();
        if (bias.length != filters) {
            throw new Unsupported("it has " + bias.length + " biases for " + filters + " filters");
        }
        return Optional.of(bias);
    }

    /** One for each output, where there may be one for all. */
    private static float[] spread(Numbers bias, int outputs) throws Unsupported {
        float[] values = bias.floats();
        if (values.length == outputs) {
            return values;
        }
        if (values.length != 1) {
            throw new Unsupported("it has " + values.length + " biases for " + outputs + " outputs");
        }
        float[] all = new float[outputs];
        Arrays.fill(all, values[0]);
        return all;
    }

    private static Numbers kernels(Op op, int axes) throws Unsupported {
        Numbers kernels = op.constant(1);
        if (kernels.sizes().length != axes || kernels.count() == 0) {
            throw new Unsupported(axes == 4 ? "it is not two-dimensional" : "its constant is no matrix");
        }
        return kernels;
    }

    private Value.Tensor map(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        if (x.axes() != Value.Axes.CHANNELS_FIRST) {
            throw new Unsupported("it takes a tensor of the axes N, C, H, W");
        }
        return x;
    }

    private void matches(long channels, Value.Tensor x) throws Unsupported {
        int in = drawing.shape(x.node()).channels();
        if (channels != in) {
            throw new Unsupported("its kernels are for " + channels + " channels, but " + in + " come in");
        }
    }

    private Value tensor(Op op, Layer layer, float[] kernels, Optional<float[]> bias, Value.Tensor x, Value.Axes axes)
            throws Unsupported {
        return new Value.Tensor(drawing.add(op.id(), layer,
                LayerWeights.Kernels.of(kernels, bias.orElse(new float[0])), Inlet.main(x.node())), axes);
    }
}
