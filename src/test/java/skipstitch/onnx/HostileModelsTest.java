package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static skipstitch.onnx.Models.whole;
import static skipstitch.onnx.Models.wholes;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.files.documents.UnreadableDocument;
import skipstitch.files.onnx.reading.ModelFile;
import skipstitch.files.onnx.reading.ReadModel;

/** Models that lie: each ends with a sentence, soon, and without a file being read that is none of the model's. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileModelsTest {
    private static final List<String> XW = List.of("x", "w");

    @TempDir
    private Path outside;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("models"));
    }

    private ReadModel read(byte[] bytes) throws IOException, UnreadableDocument {
        Path file = folder.resolve("model.onnx");
        Files.write(file, bytes);
        return ModelFile.read(file);
    }

    private ReadModel read(Models model) throws IOException, UnreadableDocument {
        return read(model.bytes());
    }

    private void refused(byte[] bytes, String sentence) {
        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() -> read(bytes)).withMessage(sentence);
    }

    /** A convolution of a picture with kernels of the name {@code w}. */
    private static Models conv() {
        return Models.of(17, 1, 3, 6, 6).op("Relu", List.of("x"), "r").op("Conv", XW, "y");
    }

    private void leftOut(Models model, String problem) throws IOException, UnreadableDocument {
        ReadModel read = read(model);
        assertThat(read.network().nodes()).extracting(node -> node.id().value()).containsExactly("x", "r");
        assertThat(read.problems()).containsExactly(problem);
    }

    @Test
    void whatIsNoModelIsSaidToBeNone() {
        refused(new byte[0], "“model.onnx” is no ONNX model, or one that computes nothing.");
        refused("{\"skipstitch\": 1}".getBytes(), "“model.onnx” is damaged, or no ONNX model.");
        byte[] whole = conv().reals("w", 2, 3, 1, 1).bytes();
        refused(Arrays.copyOf(whole, whole.length - 5), "“model.onnx” is damaged, or no ONNX model.");
    }

    @Test
    void aFileThatIsNotThereAndAFolderAreSaid() {
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> ModelFile.read(folder.resolve("gone.onnx")))
                .withMessage("“gone.onnx” is not there; choose a file that exists.");
        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() -> ModelFile.read(folder))
                .withMessage("“models” is no ordinary file that you may read; choose another one.");
    }

    @Test
    void sizesThatNoConstantCanHaveAreNotMade() throws Exception {
        leftOut(conv().constant(TensorProto.newBuilder().setName("w").setDataType(1).addDims(1L << 40).addDims(1L << 40)
                .build()), "Conv “y”: its constant has the impossible axes [1099511627776, 1099511627776].");
        leftOut(conv().constant(TensorProto.newBuilder().setName("w").setDataType(1).addDims(-3).build()),
                "Conv “y”: its constant has the impossible axes [-3].");
    }

    @Test
    void lengthsThatLieAreSaid() throws Exception {
        leftOut(conv().constant(TensorProto.newBuilder().setName("w").setDataType(1).addDims(1_000).addDims(1_000)
                        .addDims(10).addDims(10).setRawData(ByteString.copyFrom(new byte[16])).build()),
                "Conv “y”: its constant has 4 numbers where its axes [1000, 1000, 10, 10] need 100000000.");
    }

    @Test
    void inputsOfImpossibleSizesAreSaid() {
        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() ->
                        read(Models.of(17, 1, 1 << 20, 1 << 20, 1 << 20).op("Relu", List.of("x"), "y")))
                .withMessage("“model.onnx” holds nothing that can be drawn. Input “x”: its sizes"
                        + " 1048576×1048576×1048576 are out of range.");
    }

    @Test
    void resultsThatWouldBeHugeAreNotComputed() throws Exception {
        assertThat(read(conv().longs("n", 1 << 14, 1 << 14, 1 << 3).op("ConstantOfShape", List.of("n"), "w")).problems())
                .contains("ConstantOfShape “w”: it makes a constant of the axes [16384, 16384, 8].");
        Models doubling = Models.of(17, 1, 3, 6, 6).op("Relu", List.of("x"), "r").longs("d0", 1, 1, 1, 1);
        for (int i = 0; i < 60; i++) {
            doubling.op("Concat", List.of("d" + i, "d" + i), "d" + (i + 1), whole("axis", 0));
        }
        assertThat(read(doubling).problems()).hasSize(2);
    }

    @Test
    void loopsAreLeftOut() throws Exception {
        Models model = Models.of(17, 1, 3, 6, 6).op("Relu", List.of("x"), "r").op("Add", List.of("r", "b"), "a")
                .op("Relu", List.of("a"), "b").op("Sigmoid", List.of("b"), "y");
        ReadModel read = read(model);
        assertThat(read.network().nodes()).extracting(node -> node.id().value()).containsExactly("x", "r");
        assertThat(read.problems()).containsExactly("Add “a”: it stands on a loop, or reads from one.",
                "Relu “b”: it stands on a loop, or reads from one.",
                "Sigmoid “y”: it stands on a loop, or reads from one.");
    }

    @Test
    void whatIsNowhereIsNamed() throws Exception {
        leftOut(conv(), "Conv “y”: it reads “w”, which is nowhere in the file.");
    }

    @Test
    void ofTwoTensorsOfOneNameTheFirstIsRead() throws Exception {
        ReadModel read = read(Models.of(17, 1, 3, 6, 6).op("Relu", List.of("x"), "a").op("Sigmoid", List.of("x"), "a")
                .op("Relu", List.of("a"), "y"));
        assertThat(read.network().node(read.network().outputs().getLast().id()).inlets().getFirst().source().value())
                .isEqualTo("a");
    }

    @Test
    void graphsInGraphsInGraphsEndWithASentence() {
        GraphProto.Builder graph = GraphProto.newBuilder();
        for (int depth = 0; depth < 200; depth++) {
            graph = GraphProto.newBuilder().addNode(NodeProto.newBuilder().setOpType("If")
                    .addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(graph)));
        }
        Models model = Models.of(17, 1, 3, 6, 6);
        model.graph().addAllNode(graph.getNodeList());
        refused(model.bytes(), "“model.onnx” is damaged, or no ONNX model.");
    }

    @Test
    void moreOperatorsThanANetworkHasNodesAreRefused() {
        Models model = Models.of(17, 1, 3, 6, 6);
        for (int i = 0; i < 10_001; i++) {
            model.op("Relu", List.of("x"), "r" + i);
        }
        refused(model.bytes(), "“model.onnx” has 10001 operators; a network has at most 10,000 nodes here.");
    }

    @Test
    void structureWithoutEndIsNotRead() {
        byte[] empty = new byte[72 << 20];
        // A graph of nothing but operators without content.
        ByteBuffer bytes = ByteBuffer.wrap(empty);
        bytes.put((byte) (7 << 3 | 2));
        int length = empty.length - 6;
        for (int i = 0; i < 5; i++) {
            bytes.put((byte) (length >>> 7 * i & 0x7F | (i < 4 ? 0x80 : 0)));
        }
        while (bytes.remaining() >= 2) {
            bytes.put((byte) (1 << 3 | 2)).put((byte) 0);
        }
        refused(empty, "“model.onnx” is damaged, or no ONNX model.");
    }

    @Test
    void networksOfAsManyLayersAsThereCanBeAreRead() throws Exception {
        Models model = Models.of(17, 1, 1, 2, 2).op("Relu", List.of("x"), "r0");
        for (int i = 1; i < 9_000; i++) {
            model.op(i % 3 == 0 ? "Add" : "Relu", i % 3 == 0 ? List.of("r" + (i - 1), "r" + (i - 2)) : List.of("r" + (i - 1)),
                    "r" + i);
        }
        assertThat(read(model).network().nodes()).hasSize(9_001);
    }

    private static Models external(String location, String offset, String length) {
        return conv().constant(TensorProto.newBuilder().setName("w").setDataType(1).addDims(2).addDims(3).addDims(1).addDims(1)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL).addExternalData(entry("location", location))
                .addExternalData(entry("offset", offset)).addExternalData(entry("length", length)).build());
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static byte[] numbers() {
        ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 8; i++) {
            bytes.putFloat(i);
        }
        return bytes.array();
    }

    @Test
    void numbersBesideTheModelAreRead() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        Files.write(folder.resolve("data/weights"), numbers());
        ReadModel read = read(external("data/weights", "8", "24"));
        assertThat(read.problems()).isEmpty();
        assertThat(read.given().byNode()).hasSize(1);
    }

    @Test
    void filesOutsideOfTheFolderAreNotRead() throws Exception {
        Files.write(outside.resolve("secret"), numbers());
        Files.createSymbolicLink(folder.resolve("link"), outside.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("up"), outside);
        String absolute = outside.resolve("secret").toString();
        leftOut(external("../secret", "0", "24"), "Conv “y”: its numbers are to be in “../secret”, outside of the model's"
                + " folder; only files beside the model are read.");
        leftOut(external("link", "0", "24"), "Conv “y”: its numbers are to be in “link”, outside of the model's"
                + " folder; only files beside the model are read.");
        leftOut(external("up/secret", "0", "24"), "Conv “y”: its numbers are to be in “up/secret”, outside of the model's"
                + " folder; only files beside the model are read.");
        assertThat(read(external(absolute, "0", "24")).problems()).singleElement().asString()
                .endsWith("only files beside the model are read.");
        leftOut(external("/dev/zero", "0", "24"), "Conv “y”: its numbers are to be in “/dev/zero”; only files beside the"
                + " model are read.");
    }

    @Test
    void numbersThatAreNotThereAreSaid() throws Exception {
        Files.write(folder.resolve("weights"), numbers());
        leftOut(external("gone", "0", "24"), "Conv “y”: “gone” with its numbers is not there beside the model.");
        leftOut(external("weights", "12", "24"), "Conv “y”: “weights” ends before its numbers do.");
        leftOut(external("weights", "0", "240000000000"),
                "Conv “y”: its numbers in “weights” are not as many as its axes need.");
        leftOut(external("weights", "-1", "24"), "Conv “y”: “-1” is no place in a file.");
        leftOut(external(".", "0", "24"), "Conv “y”: “.” with its numbers is no ordinary file.");
        leftOut(external("a\0b", "0", "24"), "Conv “y”: “a b” with its numbers is no file that can be read.");
    }

    @Test
    void settingsOutOfRangeAreSaid() throws Exception {
        for (AttributeProto attribute : List.of(wholes("strides", 0, 0), wholes("strides", -1, 1L << 40),
                wholes("pads", 1L << 60, 0, 0, 0), wholes("dilations", 1 << 23, 1 << 23), wholes("pads", 1),
                whole("group", 0), whole("group", -3), whole("group", Long.MAX_VALUE))) {
            ReadModel read = read(Models.of(17, 1, 3, 6, 6).op("Relu", List.of("x"), "r").reals("w", 2, 3, 3, 3)
                    .op("Conv", XW, "y", attribute));
            assertThat(read.problems()).as(attribute.toString()).hasSize(1)
                    .allMatch(problem -> problem.startsWith("Conv “y”: ") && problem.endsWith("."));
        }
    }
}
