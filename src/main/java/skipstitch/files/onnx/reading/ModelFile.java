package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import skipstitch.engine.GivenWeights;
import skipstitch.files.documents.UnreadableDocument;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * ONNX models from files. Whatever a file holds, reading it ends with a {@link ReadModel} or an
 * {@link UnreadableDocument}, within bounds of memory and time; of other files only those that it keeps its numbers in
 * are read, in its own folder.
 */
public final class ModelFile {
    /** Of a network that can be saved. */
    private static final int MOST_OPERATORS = 10_000;
    private static final String STANDARD = "ai.onnx";
    private static final int FIRST_SET = 9;
    private static final int LAST_SET = 21;

    private ModelFile() {}

    /** @throws UnreadableDocument if nothing of the file can be drawn; says why */
    public static ReadModel read(Path file) throws UnreadableDocument {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        if (Files.notExists(file)) {
            throw refusal(name, "is not there; choose a file that exists");
        }
        // A pipe or a device could keep us waiting forever.
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw refusal(name, "is no ordinary file that you may read; choose another one");
        }
        try {
            if (Files.size(file) > Integer.MAX_VALUE) {
                throw refusal(name, "has more than the 2 GiB that an ONNX file can have");
            }
            Bulk.check(file);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return read(ModelProto.parseFrom(in), file, name);
            }
        } catch (InvalidProtocolBufferException _) {
            throw refusal(name, "is damaged, or no ONNX model");
        } catch (IOException _) {
            throw refusal(name, "could not be read to its end; check the disk or the connection");
        } catch (OutOfMemoryError _) {
            // One array that was asked for did not fit: the heap itself is as it was.
            throw refusal(name, "needs more memory than there is");
        }
    }

    private static UnreadableDocument refusal(String name, String what) {
        return new UnreadableDocument(Sentences.quoted(name) + " " + what + ".");
    }

    private static ReadModel read(ModelProto model, Path file, String name) throws UnreadableDocument {
        GraphProto graph = model.getGraph();
        if (graph.getNodeCount() == 0) {
            throw refusal(name, "is no ONNX model, or one that computes nothing");
        }
        if (graph.getNodeCount() > MOST_OPERATORS) {
            throw refusal(name, "has " + graph.getNodeCount() + " operators; a network has at most 10,000 nodes here");
        }
        boolean ours = model.getProducerName().equals(OnnxModel.PRODUCER);
        long set = set(model);
        GraphReading reading = new GraphReading(graph, set, new Ids(ours),
                new ExternalData(file.toAbsolutePath().getParent()));
        reading.read();
        Network drawn = withoutIdleInputs(reading.drawing().network(ours ? graph.getName() : stem(name)));
        if (drawn.nodes().stream().allMatch(node -> node.layer() instanceof Layer.Input)) {
            throw refusal(name, "holds nothing that can be drawn. "
                    + reading.problems().all().stream().findFirst().orElse("It has no input").replaceFirst("\\.$", ""));
        }
        Network network = SkipRoles.in(ours ? drawn : Scopes.in(drawn));
        List<String> remarks = new ArrayList<>(reading.remarks());
        if (set < FIRST_SET || set > LAST_SET) {
            remarks.add("The model uses operator set " + set + "; known here are " + FIRST_SET + " to " + LAST_SET
                    + ", so look whether it computes what it should.");
        }
        return new ReadModel(network, GivenWeights.of(Shapes.of(network), reading.drawing().weights()),
                reading.problems().all(), remarks);
    }

    private static long set(ModelProto model) {
        return model.getOpsetImportList().stream()
                .filter(each -> each.getDomain().isEmpty() || each.getDomain().equals(STANDARD))
                .mapToLong(OperatorSetIdProto::getVersion).findFirst().orElse(1);
    }

    private static String stem(String name) {
        return name.endsWith(OnnxModel.ENDING) ? name.substring(0, name.length() - OnnxModel.ENDING.length()) : name;
    }

    /** Inputs that nothing drawn reads go, where there are others. */
    private static Network withoutIdleInputs(Network network) {
        Set<NodeId> idle = new HashSet<>();
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Layer.Input && network.consumers(node.id()).isEmpty()) {
                idle.add(node.id());
            }
        }
        return network.without(idle);
    }
}
