package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import skipstitch.network.NodeId;

/** How often the tensors of a model are read. */
final class Uses {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<NodeId> shared = new HashSet<>();

    Uses(GraphProto graph) {
        graph.getNodeList().forEach(node -> node.getInputList().forEach(name -> counts.merge(name, 1, Integer::sum)));
        graph.getOutputList().forEach(output -> counts.merge(output.getName(), 1, Integer::sum));
    }

    /** A name stands for a node's tensor of which another name was read. */
    void viewed(NodeId node, String before) {
        if (counts.getOrDefault(before, 0) != 1) {
            shared.add(node);
        }
    }

    /** Whether nobody but the operator that reads this name reads the node's tensor, and it is no output. */
    boolean isOnly(String name, NodeId node) {
        return counts.getOrDefault(name, 0) == 1 && !shared.contains(node);
    }
}
