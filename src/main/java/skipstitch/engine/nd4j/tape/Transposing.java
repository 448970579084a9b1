package skipstitch.engine.nd4j.tape;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Size;

/** Transposed convolutions: native code paints the whole sheet, which is then framed and given its bias. */
final class Transposing {
    private static final int CHANNELS_LAST = 1;
    private static final int CHANNELS_FIRST_OF_KERNELS = 1;
    private static final int GIVEN_PADDING = 0;

    private Transposing() {}

    static Stage of(Layer.TransposedConv conv, Block input, Shape shape, Trainable numbers, Trainable slopes) {
        Size kernel = conv.kernel();
        Block output = Block.of(shape, input.batch());
        Block sheet = Block.of(new Shape(conv.filters(),
                (input.shape().height() - 1) * conv.stride().height() + kernel.height(),
                (input.shape().width() - 1) * conv.stride().width() + kernel.width()), input.batch());
        float[] gradient = new float[input.size()];
        Bound bound = new Bound();
        INDArray x = bound.array(input);
        INDArray y = bound.array(sheet);
        INDArray taps = bound.array(input.channels(), conv.filters(), kernel.height(), kernel.width());
        INDArray dy = bound.array(sheet);
        INDArray dx = bound.array(input);
        INDArray dTaps = bound.array(input.channels(), conv.filters(), kernel.height(), kernel.width());
        long[] settings = {kernel.height(), kernel.width(), conv.stride().height(), conv.stride().width(), 0, 0, 1, 1,
            GIVEN_PADDING, CHANNELS_LAST, CHANNELS_FIRST_OF_KERNELS};
        Runnable paint = bound.operation("deconv2d", true, List.of(x, taps), List.of(y), settings);
        Runnable back = bound.operation("deconv2d_bp", true, List.of(x, taps, dy), List.of(dx, dTaps), settings);
        return new Stage(output, () -> {
            Bound.put(input.values(), x);
            Bound.put(numbers.weights(), taps);
            paint.run();
            Bound.take(y, sheet.values());
            Frames.move(sheet, output, -conv.padding().top(), -conv.padding().left());
            if (conv.bias()) {
                addTo(output.values(), numbers.shifts());
            }
        }, gradientAtOutput -> {
            Frames.move(new Block(shape, input.batch(), gradientAtOutput), sheet,
                    conv.padding().top(), conv.padding().left());
            Bound.put(sheet.values(), dy);
            back.run();
            Bound.take(dTaps, slopes.weights());
            if (conv.bias()) {
                ByChannel.sum(gradientAtOutput, slopes.shifts());
            }
            Bound.take(dx, gradient);
            return List.of(gradient);
        }, bound::close);
    }

    private static void addTo(float[] values, float[] bias) {
        for (int at = 0; at < values.length; at += bias.length) {
            for (int filter = 0; filter < bias.length; filter++) {
                values[at + filter] += bias[filter];
            }
        }
    }
}
