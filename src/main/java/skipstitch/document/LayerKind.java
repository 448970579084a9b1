package skipstitch.document;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/** A layer as one picks it by name, with the settings that it starts with. The first eight are needed most. */
public enum LayerKind {
    CONV_3("Conv 3×3", "convolution", channels -> Conv.same(filters(channels), 3)),
    RELU("ReLU", "activation rectifier", _ -> new Layer.Relu()),
    BATCH_NORM("Batch norm", "bn normalisation normalization", _ -> Layer.BatchNorm.standard()),
    MAX_POOL("Max pool /2", "maximum pooling downsample halve", _ -> Layer.MaxPool.halve()),
    UPSAMPLE("Upsample ×2", "nearest enlarge double", _ -> new Layer.Upsample(2, Layer.Interpolation.NEAREST)),
    CONV_1("Conv 1×1", "convolution pointwise projection", channels -> Conv.same(filters(channels), 1)),
    ADD("Add", "sum plus + skip residual merge", _ -> new Layer.Add()),
    CONCAT("Concat", "concatenate cat stack skip merge", _ -> new Layer.Concat()),

    STRIDED_CONV("Conv 3×3 /2", "convolution strided downsample halve", channels -> Conv.same(filters(channels), 3).strided(2)),
    DEPTHWISE("Depthwise 3×3", "convolution grouped", channels -> new Conv(channels, Window.same(3), channels, false)),
    DILATED_CONV("Conv 3×3 dilated", "convolution atrous dilation",
            channels -> new Conv(filters(channels), Window.of(3).dilated(2).padded(2), 1, false)),
    UP_CONV("Up-conv 2×2", "transposed convolution deconvolution upsample",
            channels -> Layer.TransposedConv.upscale(filters(channels), 2)),
    BILINEAR("Upsample ×2 bilinear", "interpolation enlarge double",
            _ -> new Layer.Upsample(2, Layer.Interpolation.BILINEAR)),
    AVERAGE_POOL("Avg pool /2", "average mean pooling downsample halve", _ -> Layer.AveragePool.halve()),
    GLOBAL_AVERAGE("Global avg", "average mean pooling gap", _ -> new Layer.GlobalAveragePool()),
    UNPOOL("Unpool", "max unpooling indices segnet", _ -> new Layer.MaxUnpool()),
    LINEAR("Linear", "dense fully connected fc", _ -> new Layer.Linear(10, true)),
    FLATTEN("Flatten", "vector reshape", _ -> new Layer.Flatten()),
    DROPOUT("Dropout", "regularisation regularization", _ -> new Layer.Dropout(0.5f)),
    LEAKY_RELU("Leaky ReLU", "activation lrelu", _ -> new Layer.LeakyRelu(0.1f)),
    RELU6("ReLU6", "activation", _ -> new Layer.Relu6()),
    SIGMOID("Sigmoid", "activation logistic", _ -> new Layer.Sigmoid()),
    SOFTMAX("Softmax", "activation probabilities", _ -> new Layer.Softmax()),
    MULTIPLY("Multiply", "product times × merge", _ -> new Layer.Multiply()),
    GATE("Gate", "attention multiply spread merge", _ -> new Layer.Gate()),
    SCALE("Scale ×0.5", "constant factor times", _ -> new Layer.Scale(0.5f)),
    CROP("Crop", "cut border", _ -> new Layer.Crop(Padding.all(1))),
    ZERO_PAD("Zero-pad", "padding border", _ -> new Layer.ZeroPad(Padding.all(1))),
    ZERO_CHANNELS("Zero channels", "padding option a", channels -> new Layer.ZeroPadChannels(0, channels)),
    SUBSAMPLE("Subsample /2", "stride skip pixels downsample", _ -> new Layer.Subsample(2)),
    IDENTITY("Identity", "pass nothing", _ -> new Layer.Identity()),
    INPUT("Input", "picture image", _ -> new Layer.Input(new Shape(1, 32, 32)));

    private static final int CHANNELS = 8;
    private static final int COLOURS = 3;
    private static final int MOST_NEEDED = 8;

    private final String title;
    private final String words;
    private final IntFunction<Layer> layer;

    LayerKind(String title, String words, IntFunction<Layer> layer) {
        this.title = title;
        this.words = words;
        this.layer = layer;
    }

    /** The eight that a network mostly needs. */
    public static List<LayerKind> mostNeeded() {
        return List.of(values()).subList(0, MOST_NEEDED);
    }

    /** {@code Conv 3×3}: longer than the layer's own title only where two kinds would read the same. */
    public String title() {
        return title;
    }

    /** The layer for a tensor of 8 channels. */
    public Layer layer() {
        return layer.apply(CHANNELS);
    }

    /** As many as channels come in, so that shapes stay; of a picture's few channels a convolution makes more. */
    private static int filters(int channels) {
        return channels <= COLOURS ? CHANNELS : channels;
    }

    /** The layer for what comes in; see {@link #filters}. */
    public Layer layer(Optional<Shape> incoming) {
        return layer.apply(incoming.map(Shape::channels).orElse(CHANNELS));
    }

    /**
     * Kinds that a person may mean, the likeliest first: each word typed is in the title or in a word for it.
     *
     * @param typed {@code "conv"}, {@code "1x1"}; all kinds if blank
     */
    public static List<LayerKind> named(String typed) {
        String wanted = plain(typed);
        record Ranked(LayerKind kind, int rank) {}
        return Stream.of(values()).flatMap(kind -> kind.rank(wanted).stream().mapToObj(rank -> new Ranked(kind, rank)))
                .sorted(Comparator.comparingInt(Ranked::rank)).map(Ranked::kind).toList();
    }

    /** 0 is best; empty for what is not meant. */
    private OptionalInt rank(String wanted) {
        String name = plain(title);
        String all = name + " " + words;
        if (name.startsWith(wanted)) {
            return OptionalInt.of(0);
        }
        if (Stream.of(wanted.split(" ")).allMatch(word -> (" " + name).contains(" " + word))) {
            return OptionalInt.of(1);
        }
        if (Stream.of(wanted.split(" ")).allMatch(word -> (" " + all).contains(" " + word))) {
            return OptionalInt.of(2);
        }
        return Stream.of(wanted.split(" ")).allMatch(all::contains) ? OptionalInt.of(3) : OptionalInt.empty();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('×', 'x').replace('*', 'x').replaceAll("[-/\\s]+", " ").strip();
    }
}
