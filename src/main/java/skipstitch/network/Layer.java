package skipstitch.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a node computes, with the choices that a person makes and nothing that follows from them: input
 * channels, output shape, parameters and multiply-adds are derived. Semantics are PyTorch's where frameworks
 * differ.
 */
public sealed interface Layer {

    /** The picture, or whatever is fed in. */
    record Input(Shape shape) implements Layer {}

    /**
     * 2-D convolution (cross-correlation, as all frameworks have it).
     * Kernels are {@code [filters, C/groups, kH, kW]}.
     */
    record Conv(int filters, Window window, int groups, boolean bias) implements Layer {
        /** k×k, stride 1, padded to keep height and width, one group, no bias. */
        public static Conv same(int filters, int kernel) {
            return new Conv(filters, Window.same(kernel), 1, false);
        }

        public Conv strided(int stride) {
            return new Conv(filters, window.strided(stride), groups, bias);
        }

        public Conv biased() {
            return new Conv(filters, window, groups, true);
        }
    }

    /**
     * Transposed 2-D convolution: each input value paints its kernel, scaled, {@code stride} pixels on.
     * Kernels are {@code [C, filters, kH, kW]}; {@code padding} is cut from the painted sheet and
     * {@code outputPadding} adds rows below and columns to the right.
     */
    record TransposedConv(int filters, Size kernel, Size stride, Padding padding, Size outputPadding, boolean bias)
            implements Layer {
        /** k×k with stride k: each position becomes a k×k patch, as in U-Net's up-convolution. */
        public static TransposedConv upscale(int filters, int factor) {
            return new TransposedConv(filters, Size.square(factor), Size.square(factor), Padding.NONE,
                    new Size(0, 0), true);
        }
    }

    /** Largest value of each window; padding never wins. With {@code ceilMode} a last, partial window counts. */
    record MaxPool(Window window, boolean ceilMode) implements Layer {
        public static MaxPool halve() {
            return new MaxPool(Window.of(2).strided(2), false);
        }
    }

    /** Mean of each window; {@code countPadding} divides by the padded window's size too. */
    record AveragePool(Window window, boolean ceilMode, boolean countPadding) implements Layer {
        public static AveragePool halve() {
            return new AveragePool(Window.of(2).strided(2), false, true);
        }
    }

    /** Mean of each channel: {@code [C, H, W] → [C, 1, 1]}. */
    record GlobalAveragePool() implements Layer {}

    /**
     * Puts each value back where the max pool named by the {@code INDICES} inlet found it, zeros elsewhere;
     * takes the shape that this pool was given. Where windows overlap, the last one in reading order wins.
     */
    record MaxUnpool() implements Layer {}

    /** Enlarges height and width by a whole factor. */
    record Upsample(int factor, Interpolation interpolation) implements Layer {}

    /** How {@link Upsample} fills in. */
    enum Interpolation {
        NEAREST,
        /** Half-pixel centres, edges clamped: PyTorch's {@code align_corners=False}. */
        BILINEAR
    }

    /** {@code max(0, x)}. */
    record Relu() implements Layer {}

    /** {@code min(max(0, x), 6)}. */
    record Relu6() implements Layer {}

    /** {@code x} where positive, else {@code slope·x}. */
    record LeakyRelu(float slope) implements Layer {}

    /** {@code 1 / (1 + e^−x)}. */
    record Sigmoid() implements Layer {}

    /** Over the channels, at each position apart. */
    record Softmax() implements Layer {}

    /** {@code γ·(x−μ)/√(σ²+ε)+β} with stored statistics: inference, not training. */
    record BatchNorm(float epsilon) implements Layer {
        public static BatchNorm standard() {
            return new BatchNorm(1e-5f);
        }
    }

    /** Identity at inference; {@code rate} is the share dropped in training. */
    record Dropout(float rate) implements Layer {}

    /** {@code W·x + b} on a vector; weights are {@code [outputs, C]}. */
    record Linear(int outputs, boolean bias) implements Layer {}

    /** {@code [C, H, W] → [C·H·W, 1, 1]}, channel by channel, row by row. */
    record Flatten() implements Layer {}

    /** Where branches meet. */
    sealed interface Merge extends Layer {}

    /** Element by element, all shapes equal. */
    record Add() implements Merge {}

    /** One after another along the existing channel axis; heights and widths equal. */
    record Concat() implements Merge {}

    /** Element by element, all shapes equal. */
    record Multiply() implements Merge {}

    /** {@code [C, H, W] × [1, H, W]}: the one layer that spreads a channel; the gate is the second inlet. */
    record Gate() implements Merge {}

    /** Times a constant. */
    record Scale(float factor) implements Layer {}

    /** Cuts rows and columns away at each side. */
    record Crop(Padding sides) implements Layer {}

    /** Puts zeros around height and width. */
    record ZeroPad(Padding sides) implements Layer {}

    /** Puts channels of zeros before and after (option A of He et al. 2015, 3.3). */
    record ZeroPadChannels(int before, int after) implements Layer {}

    /** Every {@code stride}-th row and column, from the first. */
    record Subsample(int stride) implements Layer {}

    /** Passes its tensor on. */
    record Identity() implements Layer {}

    /** The lower-case name of the operation, as in JSON. */
    default String op() {
        return switch (this) {
            case Input _ -> "input";
            case Conv _ -> "conv";
            case TransposedConv _ -> "transposed-conv";
            case MaxPool _ -> "max-pool";
            case AveragePool _ -> "average-pool";
            case GlobalAveragePool _ -> "global-average-pool";
            case MaxUnpool _ -> "max-unpool";
            case Upsample _ -> "upsample";
            case Relu _ -> "relu";
            case Relu6 _ -> "relu6";
            case LeakyRelu _ -> "leaky-relu";
            case Sigmoid _ -> "sigmoid";
            case Softmax _ -> "softmax";
            case BatchNorm _ -> "batch-norm";
            case Dropout _ -> "dropout";
            case Linear _ -> "linear";
            case Flatten _ -> "flatten";
            case Add _ -> "add";
            case Concat _ -> "concat";
            case Multiply _ -> "multiply";
            case Gate _ -> "gate";
            case Scale _ -> "scale";
            case Crop _ -> "crop";
            case ZeroPad _ -> "zero-pad";
            case ZeroPadChannels _ -> "zero-pad-channels";
            case Subsample _ -> "subsample";
            case Identity _ -> "identity";
        };
    }

    /** What a person reads on the node: {@code Conv 3×3}. */
    default String title() {
        return switch (this) {
            case Input _ -> "Input";
            case Conv conv -> "Conv " + conv.window().kernel() + stride(conv.window().stride());
            case TransposedConv conv -> "Up-conv " + conv.kernel();
            case MaxPool pool -> "Max pool" + stride(pool.window().stride());
            case AveragePool pool -> "Avg pool" + stride(pool.window().stride());
            case GlobalAveragePool _ -> "Global avg";
            case MaxUnpool _ -> "Unpool";
            case Upsample up -> "Upsample ×" + up.factor();
            case Relu _ -> "ReLU";
            case Relu6 _ -> "ReLU6";
            case LeakyRelu _ -> "Leaky ReLU";
            case Sigmoid _ -> "Sigmoid";
            case Softmax _ -> "Softmax";
            case BatchNorm _ -> "Batch norm";
            case Dropout _ -> "Dropout";
            case Linear _ -> "Linear";
            case Flatten _ -> "Flatten";
            case Add _ -> "Add";
            case Concat _ -> "Concat";
            case Multiply _ -> "Multiply";
            case Gate _ -> "Gate";
            case Scale scale -> "Scale ×" + scale.factor();
            case Crop _ -> "Crop";
            case ZeroPad _ -> "Zero-pad";
            case ZeroPadChannels _ -> "Zero channels";
            case Subsample sub -> "Subsample /" + sub.stride();
            case Identity _ -> "Identity";
        };
    }

    private static String stride(Size stride) {
        return stride.equals(Size.ONE) ? "" : " /" + (stride.height() == stride.width() ? stride.height() : stride);
    }

    /** Whether each output channel is made of its own channel of the main inlet alone (and of its shortcut). */
    default boolean actsChannelByChannel() {
        return switch (this) {
            case Input _, Conv _, TransposedConv _, Linear _, Softmax _, Flatten _, Concat _, ZeroPadChannels _ -> false;
            case MaxPool _, AveragePool _, GlobalAveragePool _, MaxUnpool _, Upsample _, Relu _, Relu6 _,
                    LeakyRelu _, Sigmoid _, BatchNorm _, Dropout _, Add _, Multiply _, Gate _, Scale _, Crop _,
                    ZeroPad _, Subsample _, Identity _ -> true;
        };
    }

    /** How many tensors, in which roles, the layer takes; see {@link FanIn}. */
    default FanIn fanIn() {
        return switch (this) {
            case Input _ -> FanIn.none();
            case Add _, Concat _, Multiply _ -> FanIn.branches(2);
            case Gate _ -> FanIn.exactly(2);
            case MaxUnpool _ -> FanIn.withIndices();
            default -> FanIn.exactly(1);
        };
    }

    /** Every kind of layer, in the order of this file. */
    static List<Class<?>> kinds() {
        return Stream.of(Layer.class.getPermittedSubclasses())
                .<Class<?>>mapMulti((kind, each) -> {
                    if (kind.isSealed()) {
                        Stream.of(kind.getPermittedSubclasses()).forEach(each);
                    } else {
                        each.accept(kind);
                    }
                })
                .toList();
    }
}
