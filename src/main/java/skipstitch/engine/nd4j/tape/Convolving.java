package skipstitch.engine.nd4j.tape;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Convolutions whose filters read all channels, natively, and those of several groups as several of them. */
final class Convolving {
    private static final int CHANNELS_LAST = 1;
    private static final int FILTERS_FIRST = 1;
    private static final int GIVEN_PADDING = 0;

    private Convolving() {}

    static Stage of(Layer.Conv conv, Block input, Shape shape, Trainable numbers, Trainable slopes) {
        Padding padding = conv.window().padding();
        if (padding.top() == padding.bottom() && padding.left() == padding.right()) {
            return unpadded(conv, input, shape, numbers, slopes);
        }
        // Native code knows only one padding for both sides of an axis.
        Shape sheet = input.shape().withSize(input.shape().height() + padding.top() + padding.bottom(),
                input.shape().width() + padding.left() + padding.right());
        Stage framed = Frames.moved(input, sheet, padding.top(), padding.left());
        Window window = conv.window();
        Stage inner = unpadded(new Layer.Conv(conv.filters(),
                new Window(window.kernel(), window.stride(), Padding.NONE, window.dilation()), conv.groups(),
                conv.bias()), framed.output(), shape, numbers, slopes);
        return new Stage(inner.output(), () -> {
            framed.forward().run();
            inner.forward().run();
        }, dy -> framed.back().of(inner.back().of(dy).getFirst()), inner.free());
    }

    private static Stage unpadded(Layer.Conv conv, Block input, Shape shape, Trainable numbers, Trainable slopes) {
        if (conv.groups() == 1) {
            return dense(conv, input, shape, numbers, slopes);
        }
        if (conv.groups() == input.channels() && conv.filters() == input.channels()) {
            return Depthwise.of(conv, input, shape, numbers, slopes);
        }
        return grouped(conv, input, shape, numbers, slopes);
    }

    private static Stage dense(Layer.Conv conv, Block input, Shape shape, Trainable numbers, Trainable slopes) {
        Window window = conv.window();
        Size kernel = window.kernel();
        Block output = Block.of(shape, input.batch());
        float[] gradient = new float[input.size()];
        Bound bound = new Bound();
        INDArray x = bound.array(input);
        INDArray y = bound.array(output);
        INDArray taps = bound.array(conv.filters(), input.channels(), kernel.height(), kernel.width());
        INDArray bias = bound.array(conv.filters());
        INDArray dy = bound.array(output);
        INDArray dx = bound.array(input);
        INDArray dTaps = bound.array(conv.filters(), input.channels(), kernel.height(), kernel.width());
        INDArray dBias = bound.array(conv.filters());
        List<INDArray> read = conv.bias() ? List.of(x, taps, bias) : List.of(x, taps);
        List<INDArray> readBack = new ArrayList<>(read);
        readBack.add(dy);
        List<INDArray> written = conv.bias() ? List.of(dx, dTaps, dBias) : List.of(dx, dTaps);
        Padding padding = window.padding();
        long[] settings = {kernel.height(), kernel.width(), window.stride().height(), window.stride().width(),
            padding.top(), padding.left(), window.dilation().height(), window.dilation().width(), GIVEN_PADDING,
            CHANNELS_LAST, FILTERS_FIRST};
        // oneDNN refuses most dilated convolutions: ND4J tells it the padding at the far side wrongly.
        boolean helpers = window.dilation().equals(Size.ONE);
        Runnable convolve = bound.operation("conv2d", helpers, read, List.of(y), settings);
        Runnable back = bound.operation("conv2d_bp", helpers, readBack, written, settings);
        return new Stage(output, () -> {
            Bound.put(input.values(), x);
            Bound.put(numbers.weights(), taps);
            if (conv.bias()) {
                Bound.put(numbers.shifts(), bias);
            }
            convolve.run();
            Bound.take(y, output.values());
        }, gradientAtOutput -> {
            Bound.put(gradientAtOutput, dy);
            back.run();
            Bound.take(dTaps, slopes.weights());
            if (conv.bias()) {
                Bound.take(dBias, slopes.shifts());
            }
            Bound.take(dx, gradient);
            return List.of(gradient);
        }, bound::close);
    }

    /** Group by group, each on its own channels. */
    private static Stage grouped(Layer.Conv conv, Block input, Shape shape, Trainable numbers, Trainable slopes) {
        int taken = input.channels() / conv.groups();
        int made = conv.filters() / conv.groups();
        Block output = Block.of(shape, input.batch());
        float[] gradient = new float[input.size()];
        float[] part = new float[output.positions() * made];
        Layer.Conv each = new Layer.Conv(made, conv.window(), 1, conv.bias());
        List<Block> slices = new ArrayList<>();
        List<Slice> parts = new ArrayList<>();
        for (int group = 0; group < conv.groups(); group++) {
            Block slice = Block.of(input.shape().withChannels(taken), input.batch());
            Trainable own = new Trainable(new float[numbers.weights().length / conv.groups()],
                    new float[numbers.shifts().length / conv.groups()]);
            Trainable ownSlopes = own.zeros();
            slices.add(slice);
            parts.add(new Slice(own, ownSlopes, group,
                    dense(each, slice, shape.withChannels(made), own, ownSlopes)));
        }
        return new Stage(output, () -> {
            for (int group = 0; group < conv.groups(); group++) {
                Merges.channels(input.values(), input.channels(), group * taken, slices.get(group).values(), taken, 0);
                parts.get(group).read(numbers);
                parts.get(group).stage.forward().run();
                Merges.channels(parts.get(group).stage.output().values(), made, 0, output.values(), conv.filters(),
                        group * made);
            }
        }, dy -> {
            for (int group = 0; group < conv.groups(); group++) {
                Merges.channels(dy, conv.filters(), group * made, part, made, 0);
                float[] back = parts.get(group).stage.back().of(part).getFirst();
                parts.get(group).write(slopes);
                Merges.channels(back, taken, 0, gradient, input.channels(), group * taken);
            }
            return List.of(gradient);
        }, () -> parts.forEach(of -> of.stage.free().run()));
    }

    /** One group with its part of the kernels. */
    private record Slice(Trainable numbers, Trainable slopes, int group, Stage stage) {

        void read(Trainable all) {
            System.arraycopy(all.weights(), group * numbers.weights().length, numbers.weights(), 0,
                    numbers.weights().length);
            System.arraycopy(all.shifts(), group * numbers.shifts().length, numbers.shifts(), 0,
                    numbers.shifts().length);
        }

        void write(Trainable all) {
            System.arraycopy(slopes.weights(), 0, all.weights(), group * slopes.weights().length,
                    slopes.weights().length);
            System.arraycopy(slopes.shifts(), 0, all.shifts(), group * slopes.shifts().length,
                    slopes.shifts().length);
        }
    }
}
