package skipstitch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import skipstitch.files.documents.Settings;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;

/** All that a layer's result depends on besides tensors and weights, written out for whoever redoes it elsewhere. */
final class LayerSettings {
    private LayerSettings() {}

    static Map<String, Object> of(Layer layer) {
        Map<String, Object> settings = Settings.of(layer);
        settings.replaceAll((_, value) -> switch (value) {
            case Shape shape -> Json.shape(shape);
            case Size(int height, int width) -> List.of(height, width);
            case Padding padding -> sides(padding);
            case Layer.Interpolation.BILINEAR -> "bilinear, half-pixel centres";
            case Layer.Interpolation word -> word.name().toLowerCase(Locale.ROOT);
            default -> value;
        });
        if (layer instanceof Layer.Softmax || layer instanceof Layer.Concat) {
            settings.put("axis", "channels");
        }
        return settings;
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
