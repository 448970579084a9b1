package skipstitch.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skipstitch.engine.Weights;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/** ONNX Runtime on one network; returns every tensor. */
public final class OnnxOracle implements AutoCloseable {
    private static final int THREADS = 2;

    private final Shapes shapes;
    private final List<Node> inputs;
    private final OrtSession session;

    /** @throws Inexpressible if ONNX has nothing that computes the same */
    public OnnxOracle(Shapes shapes, Weights weights) throws OrtException, Inexpressible {
        this.shapes = shapes;
        this.inputs = shapes.order().stream().filter(node -> node.layer() instanceof Layer.Input).toList();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(THREADS);
            // Its shape inference overcounts pools in ceil mode and warns; what it computes has the right shape.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            this.session = OrtEnvironment.getEnvironment()
                    .createSession(OnnxModel.ofAll(shapes, weights).bytes(), options);
        }
    }

    /** All tensors of one pass over the picture, which every input gets. */
    public Map<NodeId, Tensor> run(Tensor picture) throws OrtException {
        try (OrtSession.Result result = compute(picture)) {
            Map<NodeId, Tensor> tensors = new LinkedHashMap<>();
            inputs.forEach(input -> tensors.put(input.id(), picture));
            for (Map.Entry<String, OnnxValue> output : result) {
                NodeId id = NodeId.of(output.getKey());
                tensors.put(id, read((OnnxTensor) output.getValue(), shapes.shape(id)));
            }
            return tensors;
        }
    }

    /** The same, left in ONNX Runtime's memory until closed. */
    public OrtSession.Result compute(Tensor picture) throws OrtException {
        Shape shape = picture.shape();
        long[] sizes = {1, shape.channels(), shape.height(), shape.width()};
        try (OnnxTensor x = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(),
                FloatBuffer.wrap(picture.values()), sizes)) {
            Map<String, OnnxTensor> fed = new LinkedHashMap<>();
            inputs.forEach(input -> fed.put(input.id().value(), x));
            return session.run(fed);
        }
    }

    private static Tensor read(OnnxTensor value, Shape shape) {
        float[] values = new float[shape.elements()];
        value.getFloatBuffer().get(values);
        return new Tensor(shape, values);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
