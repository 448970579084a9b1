package skipstitch.files.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Weights;
import skipstitch.network.NodeId;

/**
 * What a model holds beside its operators: weights, and settings that ONNX takes as tensors. Named after their nodes,
 * {@code conv1/kernels}, with a slash that no node's name has.
 */
final class Constants {
    private final Weights weights;
    private final GraphProto.Builder graph;

    /** @param graph where they go */
    Constants(Weights weights, GraphProto.Builder graph) {
        this.weights = weights;
        this.graph = graph;
    }

    /** A node's kernels, and its biases if it has some. */
    List<String> kernels(NodeId id, boolean bias, long... sizes) {
        LayerWeights.Kernels kernels = (LayerWeights.Kernels) weights.of(id);
        List<String> names = new ArrayList<>(List.of(array(id + "/kernels", kernels.kernels(), sizes)));
        if (bias) {
            names.add(floats(id + "/bias", kernels.bias()));
        }
        return names;
    }

    /** γ, β, μ, σ². */
    List<String> norm(NodeId id) {
        LayerWeights.Norm norm = (LayerWeights.Norm) weights.of(id);
        return List.of(floats(id + "/scale", norm.scale()), floats(id + "/shift", norm.shift()),
                floats(id + "/mean", norm.mean()), floats(id + "/variance", norm.variance()));
    }

    String floats(String name, float... values) {
        return array(name, values, values.length);
    }

    String scalar(String name, float value) {
        return array(name, new float[] {value});
    }

    /** Without axes. */
    String single(String name, float value) {
        return array(name, new float[] {value}, new long[0]);
    }

    String array(String name, float[] values, long... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return add(name, TensorProto.DataType.FLOAT, bytes, sizes);
    }

    String longs(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return add(name, TensorProto.DataType.INT64, bytes, values.length);
    }

    private String add(String name, TensorProto.DataType type, ByteBuffer bytes, long... sizes) {
        // Nobody else has the buffer, so that it need not be copied.
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber())
                .setRawData(UnsafeByteOperations.unsafeWrap(bytes));
        for (long size : sizes) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return name;
    }
}
