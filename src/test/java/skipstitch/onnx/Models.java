package skipstitch.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.SplittableRandom;

/** Writes models by hand: operators, constants, what goes in and out. */
public final class Models {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("by hand");
    private final long set;
    private final SplittableRandom random = new SplittableRandom(1);

    private Models(long set) {
        this.set = set;
    }

    /** With one input {@code x} and one output {@code y}. */
    public static Models of(long set, long... sizes) {
        Models model = new Models(set);
        model.graph.addInput(value("x", sizes)).addOutput(value("y"));
        return model;
    }

    /** @param sizes below 1 for one that is open */
    static ValueInfoProto value(String name, long... sizes) {
        TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE);
        if (sizes.length > 0) {
            TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
            for (long size : sizes) {
                shape.addDim(size < 1 ? Dimension.newBuilder().setDimParam("n") : Dimension.newBuilder().setDimValue(size));
            }
            type.setShape(shape);
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(type)).build();
    }

    /** An operator whose only output, and whose name, is the last of the names. */
    public Models op(String type, List<String> in, String out, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder().setOpType(type).setName(out).addAllInput(in).addOutput(out)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    public Models op(NodeProto operator) {
        graph.addNode(operator);
        return this;
    }

    /** Random numbers from −1 to 1. */
    public Models reals(String name, long... sizes) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
        long count = 1;
        for (long size : sizes) {
            tensor.addDims(size);
            count *= size;
        }
        for (int i = 0; i < count; i++) {
            tensor.addFloatData((float) random.nextDouble(-1, 1));
        }
        graph.addInitializer(tensor);
        return this;
    }

    public Models values(String name, float... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1).addDims(values.length);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    public Models longs(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(7).addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    public Models constant(TensorProto tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    public GraphProto.Builder graph() {
        return graph;
    }

    public byte[] bytes() {
        return ModelProto.newBuilder().setIrVersion(8).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(set))
                .setGraph(graph).build().toByteArray();
    }

    public static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
    }

    public static AttributeProto wholes(String name, long... values) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }


    public static AttributeProto real(String name, float value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOAT).setF(value).build();
    }

    public static AttributeProto word(String name, String value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value)).build();
    }
}
