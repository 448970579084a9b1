package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.util.HashMap;
import java.util.Map;

/** How often the tensors of a model are read. */
final class Uses {
    private final Map<String, Integer> counts = new HashMap<>();

    Uses(GraphProto graph) {
        graph.getNodeList().forEach(node -> node.getInputList().forEach(name -> counts.merge(name, 1, Integer::sum)));
        graph.getOutputList().forEach(output -> counts.merge(output.getName(), 1, Integer::sum));
    }

    /** Whether nobody but one operator reads it, and it is no output. */
    boolean isOnly(String name) {
        return counts.getOrDefault(name, 0) == 1;
    }
}
