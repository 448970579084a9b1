package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The constants that come with a model, read when they are first wanted. */
final class Initialisers {
    /** Numbers of all of them together: 2 GiB of weights, as a model holds at most. */
    private static final long MOST = (1L << 31) / Float.BYTES;

    private final Map<String, TensorProto> byName = new HashMap<>();
    private final Map<String, Numbers> read = new HashMap<>();
    private final ExternalData external;
    private long left = MOST;

    Initialisers(GraphProto graph, ExternalData external) {
        this.external = external;
        graph.getInitializerList().forEach(tensor -> byName.putIfAbsent(tensor.getName(), tensor));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** @throws Unsupported if what the file has is damaged */
    Numbers of(String name) throws Unsupported {
        Numbers known = read.get(name);
        if (known == null) {
            known = read(byName.get(name));
            read.put(name, known);
        }
        return known;
    }

    Numbers read(TensorProto tensor) throws Unsupported {
        left -= Numbers.count(Arrays.stream(TensorData.sizes(tensor)).asLongStream().toArray());
        if (left < 0) {
            throw new Unsupported("with its constant the model has more than 2 GiB of weights");
        }
        return TensorData.of(tensor, tensor.getDataLocation() == DataLocation.EXTERNAL ? external.read(tensor)
                : tensor.getRawData().asReadOnlyByteBuffer());
    }

    /** The axes alone, which cost nothing; none for a constant that is not there or damaged. */
    int[] sizes(String name) {
        try {
            return has(name) ? TensorData.sizes(byName.get(name)) : new int[0];
        } catch (Unsupported _) {
            return new int[0];
        }
    }
}
