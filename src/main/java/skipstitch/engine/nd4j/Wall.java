package skipstitch.engine.nd4j;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/**
 * What must hold before native code sees a layer. Shapes were inferred, so a breach is a mistake in the code
 * that called; but native code kills the process on a stride of 0, and writes past its arrays on a negative
 * padding or too few weights.
 */
final class Wall {
    private Wall() {}

    /** @throws IllegalArgumentException for settings, weights or arrays that native code must not see */
    static void check(Backend.Call call, List<INDArray> inputs) {
        require(!inputs.isEmpty() && inputs.size() == call.inputs().size(), "arrays and shapes differ in number");
        for (int i = 0; i < inputs.size(); i++) {
            array(inputs.get(i), call.inputs().get(i));
        }
        int channels = call.inputs().getFirst().channels();
        Shape in = call.inputs().getFirst();
        switch (call.layer()) {
            case Layer.Conv conv -> {
                window(conv.window(), in);
                require(conv.groups() >= 1 && channels % conv.groups() == 0 && conv.filters() % conv.groups() == 0,
                        "groups do not divide the channels");
                kernels(call.weights(),
                        (long) conv.filters() * (channels / conv.groups()) * conv.window().kernel().area(),
                        conv.bias() ? conv.filters() : 0);
            }
            case Layer.TransposedConv conv -> {
                atLeast(conv.kernel(), 1, "kernel");
                atLeast(conv.stride(), 1, "stride");
                atLeast(conv.outputPadding(), 0, "output padding");
                sides(conv.padding());
                kernels(call.weights(), (long) channels * conv.filters() * conv.kernel().area(),
                        conv.bias() ? conv.filters() : 0);
            }
            case Layer.Linear linear -> {
                require(in.isVector(), "linear takes a vector");
                kernels(call.weights(), (long) linear.outputs() * channels, linear.bias() ? linear.outputs() : 0);
            }
            case Layer.BatchNorm _ -> norm(call.weights(), channels);
            case Layer.MaxPool pool -> window(pool.window(), in);
            case Layer.AveragePool pool -> window(pool.window(), in);
            case Layer.MaxUnpool _ -> {
                require(call.pool().isPresent() && inputs.size() == 2,
                        "an unpool needs its pool and what that was given");
                window(call.pool().orElseThrow().window(), call.inputs().get(1));
            }
            case Layer.Upsample up -> require(up.factor() >= 1, "the factor is below 1");
            case Layer.Subsample sub -> require(sub.stride() >= 1, "the stride is below 1");
            case Layer.Crop crop -> sides(crop.sides());
            case Layer.ZeroPad pad -> sides(pad.sides());
            case Layer.ZeroPadChannels pad -> require(pad.before() >= 0 && pad.after() >= 0, "a negative padding");
            case Layer.Add _, Layer.Multiply _ ->
                    require(call.inputs().stream().allMatch(in::equals), "the shapes differ");
            case Layer.Concat _ -> require(call.inputs().stream().allMatch(in::sameSizeAs)
                    && call.inputs().stream().mapToInt(Shape::channels).sum() == call.output().channels(),
                    "the sizes differ");
            case Layer.Gate _ -> require(inputs.size() == 2 && call.inputs().get(1).equals(in.withChannels(1)),
                    "the gate's shape is wrong");
            case Layer.Input _ -> throw new IllegalArgumentException("An input is uploaded, not computed");
            case Layer.GlobalAveragePool _, Layer.Relu _, Layer.Relu6 _, Layer.LeakyRelu _, Layer.Sigmoid _,
                    Layer.Softmax _, Layer.Dropout _, Layer.Flatten _, Layer.Scale _, Layer.Identity _ -> { }
        }
    }

    /** Only dense, c-ordered, 32-bit arrays that own all of their memory. */
    static void array(INDArray array, Shape shape) {
        require(!array.wasClosed(), "an array was closed");
        require(array.dataType() == DataType.FLOAT && array.ordering() == 'c' && !array.isView(),
                "an array is a view, or not in c order, or not of floats");
        long[] sizes = {1, shape.height(), shape.width(), shape.channels()};
        require(Arrays.equals(array.shape(), sizes),
                "an array is " + Arrays.toString(array.shape()) + ", not " + shape);
        long stride = 1;
        for (int axis = 3; axis >= 0; axis--) {
            require(sizes[axis] == 1 || array.stride(axis) == stride, "an array is not dense");
            stride *= sizes[axis];
        }
    }

    private static void window(Window window, Shape in) {
        atLeast(window.kernel(), 1, "kernel");
        atLeast(window.stride(), 1, "stride");
        atLeast(window.dilation(), 1, "dilation");
        sides(window.padding());
        Padding padding = window.padding();
        require(window.spanHeight() <= (long) in.height() + padding.top() + padding.bottom()
                && window.spanWidth() <= (long) in.width() + padding.left() + padding.right(),
                "the window does not fit");
    }

    private static void kernels(LayerWeights weights, long count, int biases) {
        require(weights instanceof LayerWeights.Kernels kernels && kernels.kernels().length == count
                && kernels.bias().length == biases, "needs " + count + " weights and " + biases + " biases");
    }

    private static void norm(LayerWeights weights, int channels) {
        require(weights instanceof LayerWeights.Norm norm && norm.scale().length == channels
                && norm.shift().length == channels && norm.mean().length == channels
                && norm.variance().length == channels, "needs four numbers for each of " + channels + " channels");
    }

    private static void atLeast(Size size, int least, String what) {
        require(size.isAtLeast(least), "the " + what + " " + size + " is below " + least);
    }

    private static void sides(Padding padding) {
        require(padding.isAtLeast(0), "a negative padding: " + padding);
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException("Kept from native code: " + why);
        }
    }
}
