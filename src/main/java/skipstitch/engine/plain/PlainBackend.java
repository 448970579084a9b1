package skipstitch.engine.plain;

import java.util.List;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Each layer in plain Java. Holds nothing, so it can be shared; its arrays go when nobody refers to them. */
public final class PlainBackend implements Backend<Tensor> {
    /** Activations may take half of the heap: weights, pictures and the window need the rest. */
    private static final int SHARE_OF_HEAP = 2;

    @Override
    public String name() {
        return "plain Java";
    }

    /** The tensor itself: nobody writes into it. */
    @Override
    public Tensor upload(Tensor tensor) {
        return tensor;
    }

    /** @throws IllegalArgumentException if the weights are of another kind than the layer's */
    @Override
    public Tensor compute(Call call, List<Tensor> inputs) {
        Shape out = call.output();
        return switch (call.layer()) {
            case Layer.Input _ -> throw new IllegalArgumentException("An input is uploaded, not computed");
            case Layer.Conv conv -> Convolution.of(conv, first(inputs), weights(call, LayerWeights.Kernels.class), out);
            case Layer.TransposedConv conv ->
                    TransposedConvolution.of(conv, first(inputs), weights(call, LayerWeights.Kernels.class), out);
            case Layer.MaxPool pool -> Pooling.max(pool, first(inputs), out);
            case Layer.AveragePool pool -> Pooling.average(pool, first(inputs), out);
            case Layer.GlobalAveragePool _ -> Pooling.globalAverage(first(inputs));
            case Layer.MaxUnpool _ -> Unpooling.of(call.pool().orElseThrow(), first(inputs), inputs.get(1));
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> switch (interpolation) {
                case NEAREST -> Upsampling.nearest(factor, first(inputs), out);
                case BILINEAR -> Upsampling.bilinear(factor, first(inputs), out);
            };
            case Layer.Relu _ -> Activation.relu(first(inputs));
            case Layer.Relu6 _ -> Activation.relu6(first(inputs));
            case Layer.LeakyRelu(float slope) -> Activation.leakyRelu(slope, first(inputs));
            case Layer.Sigmoid _ -> Activation.sigmoid(first(inputs));
            case Layer.Softmax _ -> Activation.softmax(first(inputs));
            case Layer.BatchNorm(float epsilon) ->
                    Normalisation.of(epsilon, first(inputs), weights(call, LayerWeights.Norm.class));
            case Layer.Linear linear ->
                    FullyConnected.of(linear, first(inputs), weights(call, LayerWeights.Kernels.class), out);
            case Layer.Flatten _ -> new Tensor(out, first(inputs).values());
            case Layer.Add _ -> Merging.add(inputs);
            case Layer.Concat _ -> Merging.concat(inputs, out);
            case Layer.Multiply _ -> Merging.multiply(inputs);
            case Layer.Gate _ -> Merging.gate(first(inputs), inputs.get(1));
            case Layer.Scale(float factor) -> Activation.scale(factor, first(inputs));
            case Layer.Crop(var sides) -> Framing.crop(sides, first(inputs), out);
            case Layer.ZeroPad(var sides) -> Framing.zeroPad(sides, first(inputs), out);
            case Layer.ZeroPadChannels(int before, _) -> Framing.zeroPadChannels(before, first(inputs), out);
            case Layer.Subsample(int stride) -> Framing.subsample(stride, first(inputs), out);
            case Layer.Identity _, Layer.Dropout _ -> first(inputs);
        };
    }

    private static Tensor first(List<Tensor> inputs) {
        return inputs.getFirst();
    }

    private static <W extends LayerWeights> W weights(Call call, Class<W> kind) {
        if (!kind.isInstance(call.weights())) {
            throw new IllegalArgumentException(call.node().label() + " (" + call.node().id() + ") needs "
                    + kind.getSimpleName() + ", but its weights are " + call.weights().getClass().getSimpleName());
        }
        return kind.cast(call.weights());
    }

    @Override
    public Tensor download(Tensor value, Shape shape) {
        return value;
    }

    @Override
    public void free(Tensor value) {
        // The garbage collector does.
    }

    @Override
    public long availableBytes() {
        return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
