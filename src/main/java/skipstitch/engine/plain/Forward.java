package skipstitch.engine.plain;

import java.util.List;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/** What each layer makes of one sample at inference. */
final class Forward {
    private Forward() {}

    /** @param inputs main inlet first; of an unpool, the second is what the pool was given */
    static Grid of(Computation computation, List<Grid> inputs) {
        Shape out = computation.output();
        Grid x = inputs.getFirst();
        return switch (computation.layer()) {
            case Layer.Input _ -> throw new IllegalArgumentException("An input is given, not computed");
            case Layer.Conv conv -> Convolution.of(conv, x, computation.numbers(), out);
            case Layer.TransposedConv conv -> TransposedConvolution.of(conv, x, computation.numbers(), out);
            case Layer.MaxPool pool -> MaxPooling.of(pool, x, out);
            case Layer.AveragePool pool -> AveragePooling.of(pool, x, out);
            case Layer.GlobalAveragePool _ -> AveragePooling.global(x);
            case Layer.MaxUnpool _ -> Unpooling.of(computation.pool().orElseThrow(), x, inputs.get(1));
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> switch (interpolation) {
                case NEAREST -> Upsampling.nearest(factor, x, out);
                case BILINEAR -> Upsampling.bilinear(factor, x, out);
            };
            case Layer.Relu _ -> Activation.relu(x);
            case Layer.Relu6 _ -> Activation.relu6(x);
            case Layer.LeakyRelu(float slope) -> Activation.leakyRelu(slope, x);
            case Layer.Sigmoid _ -> Activation.sigmoid(x);
            case Layer.Softmax _ -> Softmax.of(x);
            case Layer.BatchNorm(float epsilon) ->
                    Normalisation.of(epsilon, x, computation.numbers(), computation.statistics());
            case Layer.Linear linear -> FullyConnected.of(linear, x, computation.numbers(), out);
            case Layer.Flatten _ -> new Grid(out, x.values());
            case Layer.Add _ -> Merging.add(inputs);
            case Layer.Concat _ -> Merging.concat(inputs, out);
            case Layer.Multiply _ -> Merging.multiply(inputs);
            case Layer.Gate _ -> Merging.gate(x, inputs.get(1));
            case Layer.Scale(float factor) -> Activation.scale(factor, x);
            case Layer.Crop(var sides) -> Framing.crop(sides, x, out);
            case Layer.ZeroPad(var sides) -> Framing.zeroPad(sides, x, out);
            case Layer.ZeroPadChannels(int before, _) -> Framing.zeroPadChannels(before, x, out);
            case Layer.Subsample(int stride) -> Framing.subsample(stride, x, out);
            case Layer.Identity _, Layer.Dropout _ -> x;
        };
    }
}
