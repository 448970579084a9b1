package skipstitch.files.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** A layer's settings by the words that frameworks use: the one place that takes a layer apart. */
public final class Settings {
    /** What a setting is where nothing is said; the others have to be said. */
    private static final Map<String, Object> USUAL = Map.of("stride", Size.ONE, "padding", Padding.NONE,
            "dilation", Size.ONE, "outputPadding", new Size(0, 0), "groups", 1, "bias", false, "ceilMode", false,
            "countPadding", true, "epsilon", Layer.BatchNorm.standard().epsilon());

    private Settings() {}

    /**
     * All of them, in a lasting order. A value is an {@code Integer}, {@code Float} or {@code Boolean}, a
     * {@code Size}, {@code Padding}, {@code Shape} or {@code Interpolation}.
     */
    public static Map<String, Object> of(Layer layer) {
        Map<String, Object> settings = new LinkedHashMap<>();
        switch (layer) {
            case Layer.Input(var shape) -> settings.put("shape", shape);
            case Layer.Conv conv -> {
                settings.put("filters", conv.filters());
                window(settings, conv.window());
                settings.put("groups", conv.groups());
                settings.put("bias", conv.bias());
            }
            case Layer.TransposedConv conv -> {
                settings.put("filters", conv.filters());
                settings.put("kernel", conv.kernel());
                settings.put("stride", conv.stride());
                settings.put("padding", conv.padding());
                settings.put("outputPadding", conv.outputPadding());
                settings.put("bias", conv.bias());
            }
            case Layer.MaxPool pool -> {
                window(settings, pool.window());
                settings.put("ceilMode", pool.ceilMode());
            }
            case Layer.AveragePool pool -> {
                window(settings, pool.window());
                settings.put("ceilMode", pool.ceilMode());
                settings.put("countPadding", pool.countPadding());
            }
            case Layer.Upsample(var factor, var interpolation) -> {
                settings.put("factor", factor);
                settings.put("interpolation", interpolation);
            }
            case Layer.LeakyRelu(float slope) -> settings.put("slope", slope);
            case Layer.BatchNorm(float epsilon) -> settings.put("epsilon", epsilon);
            case Layer.Dropout(float rate) -> settings.put("rate", rate);
            case Layer.Linear linear -> {
                settings.put("outputs", linear.outputs());
                settings.put("bias", linear.bias());
            }
            case Layer.Scale(float factor) -> settings.put("factor", factor);
            case Layer.Crop(var cut) -> settings.put("sides", cut);
            case Layer.ZeroPad(var added) -> settings.put("sides", added);
            case Layer.ZeroPadChannels(int before, int after) -> {
                settings.put("before", before);
                settings.put("after", after);
            }
            case Layer.Subsample(int stride) -> settings.put("stride", stride);
            case Layer.GlobalAveragePool _, Layer.MaxUnpool _, Layer.Relu _, Layer.Relu6 _, Layer.Sigmoid _,
                    Layer.Softmax _, Layer.Flatten _, Layer.Add _, Layer.Concat _, Layer.Multiply _, Layer.Gate _,
                    Layer.Identity _ -> { }
        }
        return settings;
    }

    private static void window(Map<String, Object> settings, Window window) {
        settings.put("kernel", window.kernel());
        settings.put("stride", window.stride());
        settings.put("padding", window.padding());
        settings.put("dilation", window.dilation());
    }

    /** Only those that are not as usual. */
    static Map<String, Object> unusual(Layer layer) {
        Map<String, Object> settings = of(layer);
        settings.entrySet().removeIf(each -> each.getValue().equals(USUAL.get(each.getKey())));
        return settings;
    }

    /** What a setting is where a file says nothing of it. */
    static <T> Optional<T> usual(String key, Class<T> kind) {
        return Optional.ofNullable(USUAL.get(key)).filter(kind::isInstance).map(kind::cast);
    }
}
