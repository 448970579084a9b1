package skipstitch.files.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** The operators of one network's layers; the last one of a layer is named after its node, as its tensor is. */
final class Operators {
    private final Shapes shapes;
    private final Constants constants;
    private final Pools pools;

    Operators(Shapes shapes, Constants constants) {
        this.shapes = shapes;
        this.constants = constants;
        this.pools = new Pools(shapes, constants);
    }

    /**
     * @param node one that has a shape and is no input
     * @throws Inexpressible if ONNX has nothing that computes the same
     */
    List<Operator> of(Node node) throws Inexpressible {
        String id = node.id().value();
        List<String> in = node.inlets().stream().map(inlet -> inlet.source().value()).toList();
        String x = in.getFirst();
        return switch (node.layer()) {
            case Layer.Input _ -> throw new IllegalArgumentException("An input is no operator");
            case Layer.Conv conv -> List.of(new Operator("Conv", weighed(x, constants.kernels(node.id(), conv.bias(),
                    conv.filters(), channels(node) / conv.groups(), conv.window().kernel().height(),
                    conv.window().kernel().width())), id).windowed(conv.window()).withOne("group", conv.groups()));
            case Layer.TransposedConv conv -> List.of(new Operator("ConvTranspose", weighed(x,
                    constants.kernels(node.id(), conv.bias(), channels(node), conv.filters(), conv.kernel().height(),
                            conv.kernel().width())), id)
                    .sized("kernel_shape", conv.kernel()).sized("strides", conv.stride()).padded(conv.padding())
                    .sized("output_padding", conv.outputPadding()));
            case Layer.MaxPool pool -> pools.max(node, pool);
            case Layer.AveragePool pool -> pools.average(node, pool);
            case Layer.GlobalAveragePool _ -> List.of(new Operator("GlobalAveragePool", in, id));
            case Layer.MaxUnpool _ -> pools.unpool(node);
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) ->
                    List.of(upsample(x, id, factor, interpolation));
            case Layer.Relu _ -> List.of(new Operator("Relu", in, id));
            case Layer.Relu6 _ -> List.of(new Operator("Clip",
                    List.of(x, constants.scalar(id + "/min", 0), constants.scalar(id + "/max", 6)), id));
            case Layer.LeakyRelu(float slope) -> List.of(new Operator("LeakyRelu", in, id).withFloat("alpha", slope));
            case Layer.Sigmoid _ -> List.of(new Operator("Sigmoid", in, id));
            case Layer.Softmax _ -> List.of(new Operator("Softmax", in, id).withOne("axis", 1));
            case Layer.BatchNorm(float epsilon) -> List.of(new Operator("BatchNormalization",
                    weighed(x, constants.norm(node.id())), id).withFloat("epsilon", epsilon));
            case Layer.Linear linear -> linear(node.id(), linear, x, channels(node));
            case Layer.Flatten _ -> List.of(reshape(x, id, 1, shapes.shape(node.id()).channels(), 1, 1));
            case Layer.Add _ -> List.of(new Operator(in.size() == 2 ? "Add" : "Sum", in, id));
            case Layer.Concat _ -> List.of(new Operator("Concat", in, id).withOne("axis", 1));
            case Layer.Multiply _ -> product(in, id);
            case Layer.Gate _ -> List.of(new Operator("Mul", in, id));
            case Layer.Scale(float factor) -> List.of(new Operator("Mul",
                    List.of(x, constants.scalar(id + "/factor", factor)), id));
            case Layer.Crop(Padding sides) -> {
                Shape from = shapes.incoming(node).getFirst();
                yield List.of(slice(x, id, sides.top(), sides.left(), from.height() - sides.bottom(),
                        from.width() - sides.right(), 1));
            }
            case Layer.ZeroPad(Padding sides) -> List.of(pad(x, id,
                    0, 0, sides.top(), sides.left(), 0, 0, sides.bottom(), sides.right()));
            case Layer.ZeroPadChannels(int before, int after) -> List.of(pad(x, id, 0, before, 0, 0, 0, after, 0, 0));
            case Layer.Subsample(int stride) -> {
                Shape from = shapes.incoming(node).getFirst();
                yield List.of(slice(x, id, 0, 0, from.height(), from.width(), stride));
            }
            case Layer.Identity _ -> List.of(new Operator("Identity", in, id));
            case Layer.Dropout(float rate) -> List.of(new Operator("Dropout",
                    List.of(x, constants.single(id + "/rate", rate)), id));
        };
    }

    private int channels(Node node) {
        return shapes.incoming(node).getFirst().channels();
    }

    private static List<String> weighed(String x, List<String> weights) {
        return Stream.concat(Stream.of(x), weights.stream()).toList();
    }

    private Operator upsample(String x, String id, int factor, Layer.Interpolation interpolation) {
        Operator resize = new Operator("Resize",
                List.of(x, "", constants.floats(id + "/scales", 1, 1, factor, factor)), id);
        return switch (interpolation) {
            case NEAREST -> resize.withWord("mode", "nearest").withWord("nearest_mode", "floor")
                    .withWord("coordinate_transformation_mode", "asymmetric");
            case BILINEAR -> resize.withWord("mode", "linear").withWord("coordinate_transformation_mode", "half_pixel");
        };
    }

    private List<Operator> linear(NodeId id, Layer.Linear linear, String x, int inputs) {
        Operator flat = reshape(x, id + "/flat", 1, inputs);
        Operator product = new Operator("Gemm",
                weighed(id + "/flat", constants.kernels(id, linear.bias(), linear.outputs(), inputs)), id + "/product")
                .withOne("transB", 1);
        return List.of(flat, product, reshape(id + "/product", id.value(), 1, linear.outputs(), 1, 1));
    }

    private static List<Operator> product(List<String> in, String id) {
        List<Operator> products = new ArrayList<>();
        String left = in.getFirst();
        for (int i = 1; i < in.size(); i++) {
            String result = i == in.size() - 1 ? id : id + "/product-" + i;
            products.add(new Operator("Mul", List.of(left, in.get(i)), result));
            left = result;
        }
        return products;
    }

    private Operator reshape(String x, String to, long... sizes) {
        return new Operator("Reshape", List.of(x, constants.longs(to + "/sizes", sizes)), to);
    }

    private Operator slice(String x, String id, long top, long left, long bottom, long right, long step) {
        return new Operator("Slice", List.of(x, constants.longs(id + "/starts", top, left),
                constants.longs(id + "/ends", bottom, right), constants.longs(id + "/axes", 2, 3),
                constants.longs(id + "/steps", step, step)), id);
    }

    private Operator pad(String x, String id, long... pads) {
        return new Operator("Pad", List.of(x, constants.longs(id + "/pads", pads)), id).withWord("mode", "constant");
    }
}
