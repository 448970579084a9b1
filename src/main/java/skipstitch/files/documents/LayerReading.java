package skipstitch.files.documents;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Puts a layer together from what a node's object says: the other way round than {@link Settings}. */
final class LayerReading {
    /** Every word that {@link #layer} knows. */
    static final List<String> OPS = List.of("input", "conv", "transposed-conv", "max-pool", "average-pool",
            "global-average-pool", "max-unpool", "upsample", "relu", "relu6", "leaky-relu", "sigmoid", "softmax",
            "batch-norm", "dropout", "linear", "flatten", "add", "concat", "multiply", "gate", "scale", "crop",
            "zero-pad", "zero-pad-channels", "subsample", "identity");

    private final Members node;

    LayerReading(Members node) {
        this.node = node;
    }

    /** @throws Wrong if there is no such layer, or a setting that it needs is missing or wrong */
    Layer layer(Json op) throws Wrong {
        String word = Values.text(op);
        return switch (word) {
            case "input" -> new Layer.Input(node.need("shape", Values::shape));
            case "conv" -> new Layer.Conv(whole("filters"), window(), whole("groups"), flag("bias"));
            case "transposed-conv" -> new Layer.TransposedConv(whole("filters"), size("kernel"), size("stride"),
                    padding(), size("outputPadding"), flag("bias"));
            case "max-pool" -> new Layer.MaxPool(window(), flag("ceilMode"));
            case "average-pool" -> new Layer.AveragePool(window(), flag("ceilMode"), flag("countPadding"));
            case "global-average-pool" -> new Layer.GlobalAveragePool();
            case "max-unpool" -> new Layer.MaxUnpool();
            case "upsample" -> new Layer.Upsample(whole("factor"), node.need("interpolation", Values::interpolation));
            case "relu" -> new Layer.Relu();
            case "relu6" -> new Layer.Relu6();
            case "leaky-relu" -> new Layer.LeakyRelu(real("slope"));
            case "sigmoid" -> new Layer.Sigmoid();
            case "softmax" -> new Layer.Softmax();
            case "batch-norm" -> new Layer.BatchNorm(real("epsilon"));
            case "dropout" -> new Layer.Dropout(real("rate"));
            case "linear" -> new Layer.Linear(whole("outputs"), flag("bias"));
            case "flatten" -> new Layer.Flatten();
            case "add" -> new Layer.Add();
            case "concat" -> new Layer.Concat();
            case "multiply" -> new Layer.Multiply();
            case "gate" -> new Layer.Gate();
            case "scale" -> new Layer.Scale(real("factor"));
            case "crop" -> new Layer.Crop(node.need("sides", Values::padding));
            case "zero-pad" -> new Layer.ZeroPad(node.need("sides", Values::padding));
            case "zero-pad-channels" -> new Layer.ZeroPadChannels(whole("before"), whole("after"));
            case "subsample" -> new Layer.Subsample(whole("stride"));
            case "identity" -> new Layer.Identity();
            default -> throw new Wrong(op.at(), "there is no layer " + Values.nearest(word, OPS));
        };
    }

    private Window window() throws Wrong {
        return new Window(size("kernel"), size("stride"),
                padding(), size("dilation"));
    }

    private int whole(String key) throws Wrong {
        return setting(key, Integer.class, Values::whole);
    }

    private float real(String key) throws Wrong {
        return setting(key, Float.class, Values::real);
    }

    private boolean flag(String key) throws Wrong {
        return setting(key, Boolean.class, Values::flag);
    }

    private Size size(String key) throws Wrong {
        return setting(key, Size.class, Values::size);
    }

    private Padding padding() throws Wrong {
        return setting("padding", Padding.class, Values::padding);
    }

    private <T> T setting(String key, Class<T> kind, Values.Reading<T> reading) throws Wrong {
        Optional<T> usual = Settings.usual(key, kind);
        return usual.isPresent() ? node.get(key, reading, usual.get()) : node.need(key, reading);
    }
}
