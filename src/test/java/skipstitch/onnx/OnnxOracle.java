package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import skipstitch.engine.Weights;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/** ONNX Runtime on one network's model. */
public final class OnnxOracle implements AutoCloseable {
    private static final int THREADS = 2;

    private final Shapes shapes;
    private final List<Node> inputs;
    private final OrtSession session;

    /**
     * Returns every tensor.
     *
     * @throws Inexpressible if ONNX has nothing that computes the same
     */
    public OnnxOracle(Shapes shapes, Weights weights) throws OrtException, Inexpressible {
        this(shapes, OnnxModel.ofAll(shapes, weights).bytes());
    }

    /**
     * Returns what the model does.
     *
     * @param model of these shapes
     */
    public OnnxOracle(Shapes shapes, byte[] model) throws OrtException {
        this.shapes = shapes;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(THREADS);
            this.session = OrtEnvironment.getEnvironment().createSession(model, options);
        }
        this.inputs = shapes.order().stream()
                .filter(node -> session.getInputNames().contains(node.id().value())).toList();
    }

    /** All tensors of one pass over the picture, which every input gets. */
    public Map<NodeId, Tensor> run(Tensor picture) throws OrtException {
        return run(_ -> picture);
    }

    /** All tensors of one pass, what goes in included. */
    public Map<NodeId, Tensor> run(Function<NodeId, Tensor> pictures) throws OrtException {
        try (OrtSession.Result result = compute(pictures)) {
            Map<NodeId, Tensor> tensors = new LinkedHashMap<>();
            inputs.forEach(input -> tensors.put(input.id(), pictures.apply(input.id())));
            for (Map.Entry<String, OnnxValue> output : result) {
                NodeId id = NodeId.of(output.getKey());
                tensors.put(id, read((OnnxTensor) output.getValue(), shapes.shape(id)));
            }
            return tensors;
        }
    }

    /** The same, left in ONNX Runtime's memory until closed. */
    public OrtSession.Result compute(Tensor picture) throws OrtException {
        return compute(_ -> picture);
    }

    private OrtSession.Result compute(Function<NodeId, Tensor> pictures) throws OrtException {
        Map<String, OnnxTensor> fed = new LinkedHashMap<>();
        try {
            for (Node input : inputs) {
                fed.put(input.id().value(), write(pictures.apply(input.id())));
            }
            return session.run(fed);
        } finally {
            fed.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor write(Tensor tensor) throws OrtException {
        Shape shape = tensor.shape();
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(tensor.values()),
                new long[] {1, shape.channels(), shape.height(), shape.width()});
    }

    private static Tensor read(OnnxTensor value, Shape shape) {
        assertThat(value.getInfo().getShape())
                .containsExactly(1, shape.channels(), shape.height(), shape.width());
        float[] values = new float[shape.elements()];
        value.getFloatBuffer().get(values);
        return new Tensor(shape, values);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
