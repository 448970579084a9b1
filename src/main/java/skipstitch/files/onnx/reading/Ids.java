package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.network.NodeId;

/** Ids of nodes, made of what operators are called. */
final class Ids {
    private static final int LONGEST = 100;
    private static final int LONGEST_GROUP = 1_000;
    /** Operators that exporters name after a module, of which they are all that there is. */
    private static final Set<String> MODULES = Set.of("Conv", "ConvTranspose", "BatchNormalization", "Relu", "LeakyRelu",
            "Sigmoid", "Softmax", "MaxPool", "AveragePool", "GlobalAveragePool", "Gemm", "MatMul", "Clip", "Dropout",
            "Identity", "MaxUnpool", "Flatten", "PRelu");

    private final Set<String> taken = new HashSet<>();
    private final boolean ours;

    /** @param ours whether the model was written by Skipstitch, which names operators after nodes */
    Ids(boolean ours) {
        this.ours = ours;
    }

    NodeId of(NodeProto operator) {
        String name = operator.getName().isEmpty() && operator.getOutputCount() > 0 ? operator.getOutput(0)
                : operator.getName();
        if (ours) {
            int slash = name.indexOf('/');
            return of(slash < 0 ? name : name.substring(0, slash));
        }
        return of(modules(name, operator.getOpType()));
    }

    /** The group that one of our own operators says it is in. */
    String group(NodeProto operator) {
        String said = operator.getDocString();
        return ours && said.startsWith(OnnxModel.GROUP) && said.length() < LONGEST_GROUP
                ? said.substring(OnnxModel.GROUP.length()) : "";
    }

    /** Like {@code layer1.0.conv1} of {@code /layer1/layer1.0/conv1/Conv}. */
    private static String modules(String name, String type) {
        List<String> path = new ArrayList<>();
        for (String part : name.split("/")) {
            if (!path.isEmpty() && part.startsWith(path.getLast() + ".")) {
                path.removeLast();
            }
            if (!part.isEmpty()) {
                path.add(part);
            }
        }
        if (path.size() > 1 && path.getLast().equals(type) && MODULES.contains(type)) {
            path.removeLast();
        }
        return String.join(".", path);
    }

    /** As near to a name as an id can be, and not used before. */
    NodeId of(String name) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String safe = start.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceFirst("^[.-]+", "");
        String id = safe.isEmpty() ? "node" : safe;
        String free = id;
        for (int number = 2; !taken.add(free); number++) {
            free = id + "-" + number;
        }
        return NodeId.of(free);
    }

    /** Of a layer that did not come about. */
    void release(NodeId id) {
        taken.remove(id.value());
    }
}
