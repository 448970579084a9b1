package skipstitch.engine.plain;

import java.util.Collections;
import java.util.List;
import skipstitch.network.Layer;

/** The derivative of each layer's {@link Forward}. */
final class Backward {
    private Backward() {}

    /**
     * The gradient at each input; none for what an unpool's pool was given, since only places come from there.
     *
     * @param inputs   as they went forward
     * @param output   what came of them
     * @param gradient at the output
     * @param slopes   what the layer's numbers get is added here
     */
    static List<Grid> of(Computation computation, List<Grid> inputs, Grid output, Grid gradient, Slopes slopes) {
        Grid x = inputs.getFirst();
        return switch (computation.layer()) {
            case Layer.Add _ -> Collections.nCopies(inputs.size(), gradient);
            case Layer.Concat _ -> Merging.concatBack(inputs, gradient);
            case Layer.Multiply _ -> Merging.multiplyBack(inputs, gradient);
            case Layer.Gate _ -> Merging.gateBack(x, inputs.get(1), gradient);
            case Layer.MaxUnpool _ ->
                    List.of(Unpooling.back(computation.pool().orElseThrow(), x, inputs.get(1), gradient));
            default -> List.of(single(computation, x, output, gradient, slopes));
        };
    }

    private static Grid single(Computation computation, Grid x, Grid output, Grid gradient, Slopes slopes) {
        return switch (computation.layer()) {
            case Layer.Conv conv -> Convolution.back(conv, x, computation.numbers(), gradient, slopes);
            case Layer.TransposedConv conv ->
                    TransposedConvolution.back(conv, x, computation.numbers(), gradient, slopes);
            case Layer.MaxPool pool -> MaxPooling.back(pool, x, gradient);
            case Layer.AveragePool pool -> AveragePooling.back(pool, x.shape(), gradient);
            case Layer.GlobalAveragePool _ -> AveragePooling.globalBack(x.shape(), gradient);
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> switch (interpolation) {
                case NEAREST -> Upsampling.nearestBack(factor, x.shape(), gradient);
                case BILINEAR -> Upsampling.bilinearBack(factor, x.shape(), gradient);
            };
            case Layer.Relu _ -> Activation.reluBack(x, gradient);
            case Layer.Relu6 _ -> Activation.relu6Back(x, gradient);
            case Layer.LeakyRelu(float slope) -> Activation.leakyReluBack(slope, x, gradient);
            case Layer.Sigmoid _ -> Activation.sigmoidBack(output, gradient);
            case Layer.Softmax _ -> Softmax.back(output, gradient);
            case Layer.BatchNorm(float epsilon) -> Normalisation.back(epsilon, x, computation.numbers(),
                    computation.statistics(), gradient, slopes);
            case Layer.Linear linear -> FullyConnected.back(linear, x, computation.numbers(), gradient, slopes);
            case Layer.Flatten _ -> new Grid(x.shape(), gradient.values());
            case Layer.Scale(float factor) -> Activation.scale(factor, gradient);
            case Layer.Crop(var sides) -> Framing.zeroPad(sides, gradient, x.shape());
            case Layer.ZeroPad(var sides) -> Framing.crop(sides, gradient, x.shape());
            case Layer.ZeroPadChannels(int before, _) -> Framing.cropChannels(before, gradient, x.shape());
            case Layer.Subsample(int stride) -> Framing.subsampleBack(stride, x.shape(), gradient);
            case Layer.Identity _, Layer.Dropout _ -> gradient;
            case Layer.Input _, Layer.Merge _, Layer.MaxUnpool _ ->
                    throw new IllegalArgumentException(computation.layer().title() + " has not one input");
        };
    }
}
