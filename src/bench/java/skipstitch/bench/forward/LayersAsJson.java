package skipstitch.bench.forward;

import java.util.List;
import java.util.stream.Collectors;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** A network as {@code src/bench/tfjs/forward.js} reads it. */
final class LayersAsJson {
    private LayersAsJson() {}

    /** @throws UnsupportedOperationException for a layer that TensorFlow.js has not */
    static String of(Shapes shapes) {
        return shapes.order().stream().map(node -> layer(node, shapes)).collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String layer(Node node, Shapes shapes) {
        Shape out = shapes.shape(node.id());
        int from = node.inlets().isEmpty() ? 0 : shapes.incoming(node).getFirst().channels();
        return "{\"id\":\"" + node.id() + "\",\"inputs\":" + node.inlets().stream().map(Inlet::source)
                .map(id -> "\"" + id + "\"").toList() + ",\"shape\":"
                + List.of(out.channels(), out.height(), out.width()) + ",\"from\":" + from
                + kind(node.layer(), from) + "}";
    }

    private static String kind(Layer layer, int from) {
        return switch (layer) {
            case Layer.Input _ -> kind("input");
            case Layer.Conv conv when conv.groups() == 1 -> kind("conv") + window(conv.window())
                    + filters(conv.filters(), conv.bias());
            case Layer.Conv conv when conv.groups() == from && conv.filters() == from && !conv.bias() ->
                    kind("depthwise") + window(conv.window());
            case Layer.TransposedConv conv when conv.padding().equals(Padding.NONE) -> kind("transposed")
                    + sides("kernel", conv.kernel()) + sides("stride", conv.stride())
                    + filters(conv.filters(), conv.bias());
            case Layer.BatchNorm norm -> kind("norm") + ",\"epsilon\":" + norm.epsilon();
            case Layer.Relu _ -> kind("relu");
            case Layer.Relu6 _ -> kind("relu6");
            case Layer.Add _ -> kind("add");
            case Layer.Concat _ -> kind("concat");
            case Layer.MaxPool pool -> kind("maxpool") + window(pool.window());
            case Layer.AveragePool pool -> kind("averagepool") + window(pool.window());
            case Layer.GlobalAveragePool _ -> kind("mean");
            case Layer.Linear linear -> kind("linear") + filters(linear.outputs(), linear.bias());
            case Layer.Crop crop -> kind("crop") + padding(crop.sides());
            case Layer.Dropout _, Layer.Identity _, Layer.Flatten _ -> kind("identity");
            default -> throw new UnsupportedOperationException("no " + layer);
        };
    }

    private static String kind(String kind) {
        return ",\"kind\":\"" + kind + "\"";
    }

    private static String filters(int filters, boolean bias) {
        return ",\"filters\":" + filters + ",\"bias\":" + bias;
    }

    private static String window(Window window) {
        if (!window.dilation().equals(Size.ONE)) {
            throw new UnsupportedOperationException("no dilation");
        }
        return sides("kernel", window.kernel()) + sides("stride", window.stride()) + padding(window.padding());
    }

    private static String sides(String name, Size size) {
        return ",\"" + name + "\":" + List.of(size.height(), size.width());
    }

    private static String padding(Padding padding) {
        return ",\"pad\":" + List.of(padding.top(), padding.bottom(), padding.left(), padding.right());
    }
}
