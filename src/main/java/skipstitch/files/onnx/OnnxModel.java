package skipstitch.files.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import skipstitch.engine.Weights;
import skipstitch.files.AtomicFile;
import skipstitch.network.Costs;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/**
 * A network as an ONNX model with operator set 17. Operators and tensors are named after their nodes; tensors have the
 * shape {@code [1, C, H, W]}.
 */
public final class OnnxModel {
    /** Of files. */
    public static final String ENDING = ".onnx";

    /** What a model says of who made it. */
    public static final String PRODUCER = "skipstitch";

    /** Before the path of an operator's group, in what it says of itself. */
    public static final String GROUP = "in ";

    private static final int OPERATOR_SET = 17;
    private static final int IR_VERSION = 8;
    /** A message of protobuf has less than 2 GiB; what is no weight has room in the difference. */
    private static final long MOST_WEIGHTS = (Integer.MAX_VALUE - (64 << 20)) / Float.BYTES;

    private final ModelProto model;

    private OnnxModel(ModelProto model) {
        this.model = model;
    }

    /**
     * Looks whether there can be a model, before weights are drawn for one.
     *
     * @throws Inexpressible if shapes do not fit, nothing is computed, or the weights are too many
     */
    public static void check(Lane lane) throws Inexpressible {
        Shapes shapes = lane.shapes();
        if (!shapes.allFit()) {
            throw new Inexpressible(shapes.misfits().stream().findFirst().map(Object::toString)
                    .orElse("not every node has a shape") + "; a model needs shapes that fit");
        }
        if (shapes.order().stream().allMatch(node -> node.layer() instanceof Layer.Input)) {
            throw new Inexpressible("nothing is computed: a model needs a layer behind its input");
        }
        if (Costs.of(lane).total().params() > MOST_WEIGHTS) {
            throw new Inexpressible("its weights are more than the 2 GiB that one ONNX file holds");
        }
    }

    /**
     * Of one lane.
     *
     * @throws Inexpressible as {@link #check} does, or if ONNX lacks a layer
     */
    public static OnnxModel of(Lane lane, Weights weights, Returned returned) throws Inexpressible {
        check(lane);
        Shapes shapes = lane.shapes();
        List<Node> nodes = shapes.order().stream()
                .filter(node -> returned == Returned.ALL || lane.isLive(node.id())).toList();
        Set<NodeId> taken = nodes.stream().flatMap(node -> node.inlets().stream())
                .map(inlet -> inlet.source()).collect(Collectors.toSet());
        return of(shapes, weights, nodes, id -> returned == Returned.ALL || !taken.contains(id));
    }

    /**
     * Of all nodes that have a shape, whose tensors it gives back.
     *
     * @throws Inexpressible if ONNX lacks a layer
     */
    public static OnnxModel ofAll(Shapes shapes, Weights weights) throws Inexpressible {
        return of(shapes, weights,
                shapes.order().stream().filter(node -> shapes.find(node.id()).isPresent()).toList(), _ -> true);
    }

    private static OnnxModel of(Shapes shapes, Weights weights, List<Node> nodes, Predicate<NodeId> returned)
            throws Inexpressible {
        String name = shapes.network().name();
        GraphProto.Builder graph = GraphProto.newBuilder().setName(name.isBlank() ? "network" : name);
        Operators operators = new Operators(shapes, new Constants(weights, graph));
        for (Node node : nodes) {
            ValueInfoProto tensor = tensor(node.id(), shapes.shape(node.id()));
            if (node.layer() instanceof Layer.Input) {
                graph.addInput(tensor);
                continue;
            }
            if (returned.test(node.id())) {
                graph.addOutput(tensor);
            }
            operators.of(node).forEach(operator -> graph.addNode(operator.in(node.group()).build()));
        }
        return new OnnxModel(ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName(PRODUCER)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET)).setGraph(graph).build());
    }

    private static ValueInfoProto tensor(NodeId id, Shape shape) {
        TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
        for (long size : new long[] {1, shape.channels(), shape.height(), shape.width()}) {
            sizes.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder().setName(id.value()).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(sizes))).build();
    }

    /** As a file has them. */
    public byte[] bytes() {
        return model.toByteArray();
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @throws IOException if it cannot be written; what was there before is then still there
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, model::writeTo);
    }
}
