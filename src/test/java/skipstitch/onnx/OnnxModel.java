package skipstitch.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Weights;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;

/**
 * A network as an ONNX model with operator set 19. Tensors are named after their nodes and have the shape
 * {@code [1, C, H, W]}; all but the inputs are outputs of the graph.
 */
public final class OnnxModel {
    private static final int OPERATOR_SET = 19;
    private static final int IR_VERSION = 9;

    private final Shapes shapes;
    private final Weights weights;
    private final GraphProto.Builder graph;

    private OnnxModel(Shapes shapes, Weights weights) {
        this.shapes = shapes;
        this.weights = weights;
        this.graph = GraphProto.newBuilder().setName(shapes.network().name());
    }

    /** The model's bytes. Nodes that have no shape are left out. */
    public static byte[] of(Shapes shapes, Weights weights) {
        OnnxModel model = new OnnxModel(shapes, weights);
        shapes.order().stream().filter(node -> shapes.find(node.id()).isPresent()).forEach(model::add);
        return ModelProto.newBuilder().setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(model.graph).build().toByteArray();
    }

    private void add(Node node) {
        if (node.layer() instanceof Layer.Input) {
            graph.addInput(value(node.id()));
        } else {
            graph.addOutput(value(node.id()));
            operators(node).forEach(operator -> graph.addNode(operator.build()));
        }
    }

    private ValueInfoProto value(NodeId id) {
        Shape shape = shapes.shape(id);
        TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
        for (long size : new long[] {1, shape.channels(), shape.height(), shape.width()}) {
            sizes.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder().setName(id.value()).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(sizes))).build();
    }

    private List<Operator> operators(Node node) {
        String id = node.id().value();
        List<String> in = node.inlets().stream().map(inlet -> inlet.source().value()).toList();
        String x = in.getFirst();
        return switch (node.layer()) {
            case Layer.Input _ -> throw new IllegalArgumentException("An input is no operator");
            case Layer.Conv conv -> List.of(new Operator("Conv", kernels(node, x, conv.bias(), conv.filters(),
                    shapes.incoming(node).getFirst().channels() / conv.groups(),
                    conv.window().kernel().height(), conv.window().kernel().width()), id)
                    .windowed(conv.window()).withOne("group", conv.groups()));
            case Layer.TransposedConv conv -> List.of(new Operator("ConvTranspose", kernels(node, x, conv.bias(),
                    shapes.incoming(node).getFirst().channels(), conv.filters(),
                    conv.kernel().height(), conv.kernel().width()), id)
                    .sized("kernel_shape", conv.kernel()).sized("strides", conv.stride()).padded(conv.padding())
                    .sized("output_padding", conv.outputPadding()));
            case Layer.MaxPool pool -> List.of(maxPool(pool, x, id));
            case Layer.AveragePool pool -> List.of(new Operator("AveragePool", in, id).windowed(pool.window())
                    .withOne("ceil_mode", pool.ceilMode() ? 1 : 0)
                    .withOne("count_include_pad", pool.countPadding() ? 1 : 0));
            case Layer.GlobalAveragePool _ -> List.of(new Operator("GlobalAveragePool", in, id));
            case Layer.MaxUnpool _ -> List.of(unpool(node));
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> {
                Operator resize = new Operator("Resize",
                        List.of(x, "", floats(id + ".scales", 1, 1, factor, factor)), id);
                yield List.of(switch (interpolation) {
                    case NEAREST -> resize.withWord("mode", "nearest").withWord("nearest_mode", "floor")
                            .withWord("coordinate_transformation_mode", "asymmetric");
                    case BILINEAR -> resize.withWord("mode", "linear")
                            .withWord("coordinate_transformation_mode", "half_pixel");
                });
            }
            case Layer.Relu _ -> List.of(new Operator("Relu", in, id));
            case Layer.Relu6 _ -> List.of(new Operator("Clip",
                    List.of(x, scalar(id + ".min", 0), scalar(id + ".max", 6)), id));
            case Layer.LeakyRelu(float slope) -> List.of(new Operator("LeakyRelu", in, id).withFloat("alpha", slope));
            case Layer.Sigmoid _ -> List.of(new Operator("Sigmoid", in, id));
            case Layer.Softmax _ -> List.of(new Operator("Softmax", in, id).withOne("axis", 1));
            case Layer.BatchNorm(float epsilon) -> List.of(new Operator("BatchNormalization", norm(node, x), id)
                    .withFloat("epsilon", epsilon));
            case Layer.Linear linear -> linear(node, linear, x);
            case Layer.Flatten _ -> List.of(reshape(x, id, 1, shapes.shape(node.id()).channels(), 1, 1));
            case Layer.Add _ -> List.of(new Operator("Sum", in, id));
            case Layer.Concat _ -> List.of(new Operator("Concat", in, id).withOne("axis", 1));
            case Layer.Multiply _ -> product(in, id);
            case Layer.Gate _ -> List.of(new Operator("Mul", in, id));
            case Layer.Scale(float factor) -> List.of(new Operator("Mul",
                    List.of(x, scalar(id + ".factor", factor)), id));
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
            case Layer.Identity _, Layer.Dropout _ -> List.of(new Operator("Identity", in, id));
        };
    }

    private static Operator maxPool(Layer.MaxPool pool, String x, String... outputs) {
        return new Operator("MaxPool", List.of(x), outputs).windowed(pool.window())
                .withOne("ceil_mode", pool.ceilMode() ? 1 : 0);
    }

    /** The pool once more, for its indices, so that the pool's own node stays as the network has it. */
    private Operator unpool(Node node) {
        String id = node.id().value();
        Node pooling = shapes.network().node(node.inlets(Inlet.Role.INDICES).getFirst().source());
        Layer.MaxPool pool = (Layer.MaxPool) pooling.layer();
        String pooled = pooling.inlets().getFirst().source().value();
        graph.addNode(maxPool(pool, pooled, id + ".pooled", id + ".indices").build());
        String main = node.inlets(Inlet.Role.MAIN).getFirst().source().value();
        Shape shape = shapes.shape(node.id());
        String size = longs(id + ".size", 1, shape.channels(), shape.height(), shape.width());
        // With the pool's own window, a size below what its steps would span (ceil mode) would be refused.
        return new Operator("MaxUnpool", List.of(main, id + ".indices", size), id)
                .sized("kernel_shape", Size.ONE).sized("strides", Size.ONE);
    }

    private List<Operator> linear(Node node, Layer.Linear linear, String x) {
        String id = node.id().value();
        int inputs = shapes.incoming(node).getFirst().channels();
        Operator flat = reshape(x, id + ".flat", 1, inputs);
        Operator product = new Operator("Gemm", kernels(node, id + ".flat", linear.bias(), linear.outputs(), inputs),
                id + ".product").withOne("transB", 1);
        return List.of(flat, product, reshape(id + ".product", id, 1, linear.outputs(), 1, 1));
    }

    private static List<Operator> product(List<String> in, String id) {
        List<Operator> products = new ArrayList<>();
        String left = in.getFirst();
        for (int i = 1; i < in.size(); i++) {
            String result = i == in.size() - 1 ? id : id + ".product-" + i;
            products.add(new Operator("Mul", List.of(left, in.get(i)), result));
            left = result;
        }
        return products;
    }

    private Operator reshape(String x, String to, long... sizes) {
        return new Operator("Reshape", List.of(x, longs(to + ".sizes", sizes)), to);
    }

    private Operator slice(String x, String id, long top, long left, long bottom, long right, long step) {
        return new Operator("Slice", List.of(x, longs(id + ".starts", top, left), longs(id + ".ends", bottom, right),
                longs(id + ".axes", 2, 3), longs(id + ".steps", step, step)), id);
    }

    private Operator pad(String x, String id, long... before) {
        return new Operator("Pad", List.of(x, longs(id + ".pads", before)), id).withWord("mode", "constant");
    }

    private List<String> kernels(Node node, String x, boolean bias, long... sizes) {
        String id = node.id().value();
        LayerWeights.Kernels kernels = (LayerWeights.Kernels) weights.of(node.id());
        List<String> names = new ArrayList<>(List.of(x, constant(id + ".kernels", kernels.kernels(), sizes)));
        if (bias) {
            names.add(floats(id + ".bias", kernels.bias()));
        }
        return names;
    }

    private List<String> norm(Node node, String x) {
        String id = node.id().value();
        LayerWeights.Norm norm = (LayerWeights.Norm) weights.of(node.id());
        return List.of(x, floats(id + ".scale", norm.scale()), floats(id + ".shift", norm.shift()),
                floats(id + ".mean", norm.mean()), floats(id + ".variance", norm.variance()));
    }

    private String floats(String name, float... values) {
        return constant(name, values, values.length);
    }

    private String scalar(String name, float value) {
        return constant(name, new float[] {value});
    }

    private String constant(String name, float[] values, long... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return initializer(name, TensorProto.DataType.FLOAT, bytes, sizes);
    }

    private String longs(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return initializer(name, TensorProto.DataType.INT64, bytes, values.length);
    }

    private String initializer(String name, TensorProto.DataType type, ByteBuffer bytes, long... sizes) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (long size : sizes) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return name;
    }
}
