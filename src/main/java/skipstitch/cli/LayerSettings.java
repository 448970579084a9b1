package skipstitch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** All that a layer's result depends on besides tensors and weights, by the words that frameworks use. */
final class LayerSettings {
    private LayerSettings() {}

    static Map<String, Object> of(Layer layer) {
        Map<String, Object> settings = new LinkedHashMap<>();
        switch (layer) {
            case Layer.Input(var shape) -> settings.put("shape", Json.shape(shape));
            case Layer.Conv conv -> {
                settings.put("filters", conv.filters());
                window(settings, conv.window());
                settings.put("groups", conv.groups());
                settings.put("bias", conv.bias());
            }
            case Layer.TransposedConv conv -> {
                settings.put("filters", conv.filters());
                settings.put("kernel", size(conv.kernel()));
                settings.put("stride", size(conv.stride()));
                settings.put("padding", sides(conv.padding()));
                settings.put("outputPadding", size(conv.outputPadding()));
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
                settings.put("interpolation", switch (interpolation) {
                    case NEAREST -> "nearest";
                    case BILINEAR -> "bilinear, half-pixel centres";
                });
            }
            case Layer.LeakyRelu(float slope) -> settings.put("slope", slope);
            case Layer.Softmax _, Layer.Concat _ -> settings.put("axis", "channels");
            case Layer.BatchNorm(float epsilon) -> settings.put("epsilon", epsilon);
            case Layer.Dropout(float rate) -> settings.put("rate", rate);
            case Layer.Linear linear -> {
                settings.put("outputs", linear.outputs());
                settings.put("bias", linear.bias());
            }
            case Layer.Scale(float factor) -> settings.put("factor", factor);
            case Layer.Crop(var cut) -> settings.put("sides", sides(cut));
            case Layer.ZeroPad(var added) -> settings.put("sides", sides(added));
            case Layer.ZeroPadChannels(int before, int after) -> {
                settings.put("before", before);
                settings.put("after", after);
            }
            case Layer.Subsample(int stride) -> settings.put("stride", stride);
            case Layer.GlobalAveragePool _, Layer.MaxUnpool _, Layer.Relu _, Layer.Relu6 _, Layer.Sigmoid _,
                    Layer.Flatten _, Layer.Add _, Layer.Multiply _, Layer.Gate _, Layer.Identity _ -> { }
        }
        return settings;
    }

    private static void window(Map<String, Object> settings, Window window) {
        settings.put("kernel", size(window.kernel()));
        settings.put("stride", size(window.stride()));
        settings.put("padding", sides(window.padding()));
        settings.put("dilation", size(window.dilation()));
    }

    /** {@code [height, width]}. */
    private static List<Integer> size(Size size) {
        return List.of(size.height(), size.width());
    }

    private static Map<String, Object> sides(Padding padding) {
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("top", padding.top());
        sides.put("left", padding.left());
        sides.put("bottom", padding.bottom());
        sides.put("right", padding.right());
        return sides;
    }
}
