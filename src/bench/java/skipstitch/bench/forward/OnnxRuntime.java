package skipstitch.bench.forward;

import ai.onnxruntime.OrtException;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.onnx.OnnxOracle;
import skipstitch.tensor.Tensor;

/** ONNX Runtime, its default optimisations, on a model of the same weights; it returns every tensor. */
final class OnnxRuntime implements Contender {
    private final OnnxOracle oracle;

    OnnxRuntime(Task task) throws OrtException, Inexpressible {
        this.oracle = new OnnxOracle(task.lane().shapes(), task.weights());
    }

    @Override
    public double pass(Tensor picture) throws Exception {
        return Contender.millis(() -> oracle.compute(picture).close());
    }

    @Override
    public void close() throws OrtException {
        oracle.close();
    }
}
