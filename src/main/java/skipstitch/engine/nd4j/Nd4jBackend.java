package skipstitch.engine.nd4j;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.engine.LayerWeights.Norm;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Moments;
import skipstitch.tensor.Tensor;

/** Every layer on ND4J. */
final class Nd4jBackend implements Backend<INDArray> {
    private static final String VERSION = "1.0.0-M2.1";
    private static final long MOST_WEIGHT_BYTES = 1L << 30;

    private final String name;
    private final Threads threads;
    private final long availableBytes;
    private final Ops ops = new Ops();
    private final Pools pools = new Pools(ops);
    private final WeightStore weights;
    private final Convolutions convolutions;
    private final Arithmetic arithmetic;

    private Nd4jBackend(String name, Threads threads, long mostBytes) {
        this.name = name;
        this.threads = threads;
        this.availableBytes = Math.min(mostBytes,
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / 2);
        this.weights = new WeightStore(Math.min(MOST_WEIGHT_BYTES, availableBytes));
        this.convolutions = new Convolutions(ops, weights);
        this.arithmetic = new Arithmetic(ops);
    }

    /**
     * Loads the native library, if that was not done before.
     *
     * @param mostBytes that activations may take; half of the machine's memory bounds them anyway
     */
    static Nd4jBackend load(long mostBytes) {
        NativeSettings.apply();
        Nd4j.getExecutioner();
        NativeOps natives = NativeOpsHolder.getInstance().getDeviceNativeOps();
        boolean helped = natives.buildInfo().contains("HAVE_ONEDNN");
        return new Nd4jBackend("ND4J " + VERSION + (helped ? " (oneDNN)" : ""), new Threads(natives), mostBytes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public INDArray upload(Tensor tensor) {
        try (Scope scope = new Scope()) {
            INDArray array = scope.fresh(tensor.shape());
            Movement.toChannelsLast(tensor.values(), tensor.shape(), array);
            return scope.release(array);
        }
    }

    /** @throws IllegalArgumentException for settings, weights or arrays that native code must not see */
    @Override
    public INDArray compute(Call call, List<INDArray> inputs) {
        Wall.check(call, inputs);
        weights.trim();
        threads.chooseFor(call);
        try (Scope scope = new Scope()) {
            return scope.release(compute(call, inputs, scope));
        }
    }

    private INDArray compute(Call call, List<INDArray> inputs, Scope scope) {
        INDArray input = inputs.getFirst();
        Shape in = call.inputs().getFirst();
        Shape out = call.output();
        return switch (call.layer()) {
            case Layer.Input _ -> throw new IllegalArgumentException("An input is uploaded, not computed");
            case Layer.Conv conv -> convolutions.conv(conv, kernels(call), input, in, out, scope);
            case Layer.TransposedConv conv -> convolutions.transposed(conv, kernels(call), input, in, out, scope);
            case Layer.Linear linear -> convolutions.linear(linear, kernels(call), input, in, out, scope);
            case Layer.MaxPool pool -> pools.max(pool, input, in, out, scope);
            case Layer.AveragePool pool -> pools.average(pool, input, in, out, scope);
            case Layer.GlobalAveragePool _ -> pools.globalAverage(input, out, scope);
            case Layer.MaxUnpool _ -> pools.unpool(call.pool().orElseThrow(), input, inputs.get(1), in, out, scope);
            case Layer.Relu _ -> arithmetic.relu(input, out, scope);
            case Layer.Relu6 _ -> arithmetic.relu6(input, out, scope);
            case Layer.LeakyRelu leaky -> arithmetic.leakyRelu(leaky, input, out, scope);
            case Layer.Sigmoid _ -> arithmetic.sigmoid(input, out, scope);
            case Layer.Softmax _ -> arithmetic.softmax(input, out, scope);
            case Layer.BatchNorm norm -> arithmetic.norm(norm, (Norm) call.weights(), input, out, scope);
            case Layer.Add _ -> arithmetic.add(inputs, out, scope);
            case Layer.Multiply _ -> arithmetic.multiply(inputs, out, scope);
            case Layer.Gate _ -> arithmetic.gate(input, inputs.get(1), out, scope);
            case Layer.Scale scale -> arithmetic.scale(scale.factor(), input, out, scope);
            case Layer.Upsample up when up.interpolation() == Layer.Interpolation.BILINEAR ->
                    arithmetic.bilinear(input, out, scope);
            case Layer.Upsample _, Layer.Dropout _, Layer.Identity _, Layer.Flatten _, Layer.Concat _, Layer.Crop _,
                    Layer.ZeroPad _, Layer.ZeroPadChannels _, Layer.Subsample _ ->
                    moved(call, inputs, scope.fresh(out));
        };
    }

    private static INDArray moved(Call call, List<INDArray> inputs, INDArray output) {
        INDArray input = inputs.getFirst();
        Shape in = call.inputs().getFirst();
        Shape out = call.output();
        switch (call.layer()) {
            case Layer.Upsample up -> Movement.repeatPixels(input, in, up.factor(), output);
            case Layer.Flatten _ -> Memory.copy(Movement.toChannelsFirst(input, in), output);
            case Layer.Concat _ -> Movement.concat(inputs, call.inputs(), output, out);
            case Layer.Crop(var sides) ->
                    Movement.frame(input, in, output, out, -sides.top(), -sides.left(), new float[in.channels()]);
            case Layer.ZeroPad(var sides) ->
                    Movement.frame(input, in, output, out, sides.top(), sides.left(), new float[in.channels()]);
            case Layer.ZeroPadChannels pad -> Movement.padChannels(input, in, pad.before(), output, out);
            case Layer.Subsample sub -> Movement.subsample(input, in, sub.stride(), output, out);
            default -> Memory.of(output).copyFrom(Memory.of(input));
        }
        return output;
    }

    private static Kernels kernels(Call call) {
        return (Kernels) call.weights();
    }

    /** @throws IllegalStateException if the array was freed */
    @Override
    public Tensor download(INDArray value, Shape shape) {
        return new Tensor(shape, Movement.toChannelsFirst(value, shape));
    }

    /** @throws IllegalStateException if the array was freed */
    @Override
    public Tensor map(INDArray value, Shape shape, int channel) {
        return new Tensor(shape.withChannels(1), Reading.channel(value, shape, channel));
    }

    /** @throws IllegalStateException if the array was freed */
    @Override
    public Moments moments(INDArray value, Shape shape, int step) {
        return Reading.moments(value, shape, step);
    }

    @Override
    public void free(INDArray value) {
        value.close();
    }

    @Override
    public long availableBytes() {
        return availableBytes;
    }

    @Override
    public void close() {
        ops.close();
        weights.close();
    }
}
