package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.onnx.Models.real;
import static skipstitch.onnx.Models.whole;
import static skipstitch.onnx.Models.wholes;
import static skipstitch.onnx.Models.word;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.Engine;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.onnx.reading.ModelFile;
import skipstitch.files.onnx.reading.ReadModel;
import skipstitch.network.Layer;
import skipstitch.network.Node;

/** Operators as different exporters write them, in their operator sets: what is read gives what ONNX Runtime gives. */
class ForeignOperatorsTest {
    private static final List<String> X = List.of("x");

    @TempDir
    Path folder;

    static Stream<Arguments> models() {
        Map<String, Models> all = new LinkedHashMap<>();
        all.put("conv padded as TensorFlow does", picture(13, 7).reals("w", 4, 3, 3, 3).op("Conv", List.of("x", "w"), "y",
                word("auto_pad", "SAME_UPPER"), wholes("strides", 2, 2)));
        all.put("conv with the odd row above", picture(13, 7).reals("w", 4, 3, 2, 2).op("Conv", List.of("x", "w"), "y",
                word("auto_pad", "SAME_LOWER")));
        all.put("grouped, dilated conv", picture(13, 7).reals("w", 6, 1, 2, 2).reals("b", 6)
                .op("Conv", List.of("x", "w", "b"), "y", whole("group", 3), wholes("dilations", 2, 1), wholes("pads", 1, 0, 2, 1)));
        all.put("biases added after a conv", picture(13, 7).reals("w", 4, 3, 1, 1).reals("b", 1, 4, 1, 1)
                .op("Conv", List.of("x", "w"), "c").op("Add", List.of("b", "c"), "y"));
        all.put("biases that two read", picture(13, 7).reals("w", 4, 3, 1, 1).reals("b", 4, 1, 1)
                .op("Conv", List.of("x", "w"), "c").op("Add", List.of("c", "b"), "d").op("Mul", List.of("c", "d"), "y"));
        all.put("biases of a view that others read, too", picture(13, 7).reals("w", 4, 3, 1, 1).reals("b", 4)
                .op("Conv", List.of("x", "w"), "c").op("Transpose", List.of("c"), "l", wholes("perm", 0, 2, 3, 1))
                .op("Add", List.of("l", "b"), "d").op("Transpose", List.of("d"), "e", wholes("perm", 0, 3, 1, 2))
                .op("Mul", List.of("c", "e"), "y"));
        all.put("transposed conv of a given size", picture(11, 5).reals("w", 3, 4, 3, 3)
                .op("ConvTranspose", List.of("x", "w"), "y", wholes("strides", 2, 2), wholes("output_shape", 10, 10)));
        all.put("transposed conv with more below", picture(11, 5).reals("w", 3, 4, 3, 3).reals("b", 4)
                .op("ConvTranspose", List.of("x", "w", "b"), "y", wholes("strides", 2, 2), wholes("pads", 1, 1, 1, 1),
                        wholes("output_padding", 1, 1)));
        all.put("max pool without strides", picture(12, 7).op("MaxPool", X, "y", wholes("kernel_shape", 2, 3)));
        all.put("average pool padded", picture(11, 7).op("AveragePool", X, "y", wholes("kernel_shape", 3, 3),
                wholes("pads", 1, 1, 1, 1), wholes("strides", 2, 2)));
        all.put("average pool counting its padding", picture(11, 7).op("AveragePool", X, "y", wholes("kernel_shape", 3, 3),
                wholes("pads", 1, 1, 1, 1), whole("count_include_pad", 1)));
        all.put("maximum of all", picture(9, 7).op("GlobalMaxPool", X, "y"));
        all.put("pool and unpool", picture(11, 6).op(NodeProto.newBuilder().setOpType("MaxPool").addInput("x")
                        .addOutput("p").addOutput("i").addAttribute(wholes("kernel_shape", 2, 2))
                        .addAttribute(wholes("strides", 2, 2)).build())
                .op("MaxUnpool", List.of("p", "i"), "y", wholes("kernel_shape", 2, 2), wholes("strides", 2, 2)));
        all.put("mean by attribute", picture(11, 6).op("ReduceMean", X, "y", wholes("axes", -1, -2), whole("keepdims", 1)));
        all.put("mean by input", picture(18, 6).longs("a", 2, 3).op("ReduceMean", List.of("x", "a"), "y",
                whole("keepdims", 0)));
        all.put("clip by attributes", picture(9, 6).op("Clip", X, "y", real("min", 0), real("max", 6)));
        all.put("clip from below", picture(11, 6).reals("w", 3, 3, 1, 1).op("Conv", List.of("x", "w"), "c")
                .constant(single("zero", 0)).op("Clip", List.of("c", "zero"), "y"));
        all.put("leaky by a learned slope", picture(9, 6).reals("w", 3, 3, 1, 1).op("Conv", List.of("x", "w"), "c")
                .values("s", 0.3f).op("PRelu", List.of("c", "s"), "y"));
        all.put("softmax over channels", picture(13, 6).op("Softmax", X, "y", whole("axis", 1)));
        all.put("softmax of a vector, of old", Models.of(9, 1, 5).op("Softmax", X, "y"));
        all.put("product with a matrix, then biases", Models.of(13, 1, 5).reals("w", 5, 4).reals("b", 4)
                .op("MatMul", List.of("x", "w"), "m").op("Add", List.of("m", "b"), "y"));
        all.put("scaled product", Models.of(13, 1, 5).reals("w", 5, 4).reals("b", 1).op("Gemm", List.of("x", "w", "b"), "y",
                real("alpha", 0.5f), real("beta", 2)));
        all.put("picture normalised", picture(13, 6).reals("m", 1, 3, 1, 1).reals("s", 3, 1, 1)
                .op("Sub", List.of("x", "m"), "c").op("Div", List.of("c", "s"), "y"));
        all.put("one minus", picture(13, 6).constant(single("one", 1)).op("Sub", List.of("one", "x"), "y"));
        all.put("half", picture(13, 6).constant(single("half", 0.5f)).op("Mul", List.of("half", "x"), "y"));
        all.put("a third", picture(13, 6).constant(single("three", 3)).op("Div", List.of("x", "three"), "y"));
        all.put("a sum of three", picture(13, 6).op("Relu", X, "r").op("Sigmoid", X, "s")
                .op("Sum", List.of("x", "r", "s"), "y"));
        all.put("a gate first", picture(13, 6).reals("w", 1, 3, 1, 1).op("Conv", List.of("x", "w"), "g")
                .op("Mul", List.of("g", "x"), "y"));
        all.put("padded by attribute", picture(9, 6).op("Pad", X, "y", wholes("pads", 0, 0, 1, 2, 0, 0, 3, 0)));
        all.put("padded on named axes", picture(18, 6).longs("p", 1, 2, 0, 3).longs("a", -1, 2)
                .op("Pad", List.of("x", "p", "", "a"), "y"));
        all.put("cropped by padding", picture(13, 6).longs("p", 0, 0, -1, -2, 0, 0, 0, -1).op("Pad", List.of("x", "p"), "y"));
        all.put("channels of zeros", picture(13, 6).longs("p", 0, 1, 0, 0, 0, 2, 0, 0).op("Pad", List.of("x", "p"), "y"));
        all.put("sliced by attributes", picture(9, 7).op("Slice", X, "y", wholes("starts", 1, -5), wholes("ends", 9000, -1),
                wholes("axes", 2, 3)));
        all.put("sliced in steps", picture(11, 7).longs("s", 0, 0).longs("e", 7, 7).longs("a", 2, 3).longs("t", 3, 3)
                .op("Slice", List.of("x", "s", "e", "a", "t"), "y"));
        all.put("enlarged by Upsample", picture(9, 5).values("f", 1, 1, 2, 2).op("Upsample", List.of("x", "f"), "y"));
        all.put("enlarged in set 10", picture(10, 5).values("f", 1, 1, 3, 3).op("Resize", List.of("x", "f"), "y"));
        all.put("enlarged to sizes", picture(13, 5).longs("z", 1, 3, 10, 10).op("Resize", List.of("x", "", "", "z"), "y",
                word("mode", "linear")));
        all.put("enlarged by rounding", picture(13, 5).values("f", 1, 1, 3, 3).op("Resize", List.of("x", "", "f"), "y",
                word("coordinate_transformation_mode", "half_pixel"), word("nearest_mode", "round_prefer_floor")));
        all.put("enlarged on named axes", picture(18, 5).values("f", 2, 2).op("Resize", List.of("x", "", "f"), "y",
                wholes("axes", 2, 3), word("mode", "linear"), word("coordinate_transformation_mode", "pytorch_half_pixel")));
        all.put("flattened by reshape", picture(13, 3).longs("z", 0, -1).op("Reshape", List.of("x", "z"), "y"));
        all.put("squeezed, unsqueezed", picture(13, 3).longs("a", 2, 3).op("GlobalAveragePool", X, "g")
                .op("Squeeze", List.of("g", "a"), "q").op("Unsqueeze", List.of("q", "a"), "y"));
        all.put("sizes computed on the way", picture(13, 3).op("Shape", X, "s").longs("zero", 0).longs("rest", -1)
                .op("Gather", List.of("s", "zero"), "n").op("Concat", List.of("n", "rest"), "z", whole("axis", 0))
                .op("Reshape", List.of("x", "z"), "y"));
        all.put("weights computed on the way", picture(13, 3).reals("w", 3, 1, 1, 4)
                .op("Transpose", List.of("w"), "t", wholes("perm", 3, 0, 1, 2)).constant(single("two", 2))
                .op("Mul", List.of("t", "two"), "v").op("Conv", List.of("x", "v"), "y"));
        all.put("dropped out", picture(10, 3).op("Dropout", X, "y", real("ratio", 0.2f)));
        return all.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue().bytes()));
    }

    private static Models picture(long set, long side) {
        return Models.of(set, 1, 3, side, side);
    }

    private static TensorProto single(String name, float value) {
        return TensorProto.newBuilder().setName(name).setDataType(1).addFloatData(value).build();
    }

    private Path file(byte[] bytes) throws Exception {
        Path file = folder.resolve("model.onnx");
        Files.write(file, bytes);
        return file;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whatIsReadGivesWhatOnnxRuntimeGives(String what, byte[] model) throws Exception {
        try (Engine engine = PlainEngine.open()) {
            ForeignModel.check(file(model), engine, 1e-5);
        }
    }

    @Test
    void channelsThatComeLastAreTurnedWithoutALayer() throws Exception {
        Models model = Models.of(13, 1, 5, 6, 3).reals("w", 4, 3, 3, 3)
                .op("Transpose", X, "t", wholes("perm", 0, 3, 1, 2)).op("Conv", List.of("t", "w"), "c")
                .op("Transpose", List.of("c"), "l", wholes("perm", 0, 2, 3, 1)).reals("b", 4)
                .op("Add", List.of("l", "b"), "a").op("Relu", List.of("a"), "r")
                .op("ReduceMean", List.of("r"), "y", wholes("axes", 1, 2), whole("keepdims", 0));
        ReadModel read = ModelFile.read(file(model.bytes()));
        assertThat(read.problems()).isEmpty();
        assertThat(read.network().inputShape()).hasToString("Optional[3×5×6]");
        assertThat(read.network().nodes()).extracting(Node::layer).extracting(Layer::op)
                .containsExactly("input", "conv", "relu", "global-average-pool");
    }

    @Test
    void sizesThatTheModelLeavesOpenAreChosenAndSaid() throws Exception {
        ReadModel read = ModelFile.read(file(Models.of(13, 0, 0, 0, 0).reals("w", 2, 5, 3, 3)
                .op("Conv", List.of("x", "w"), "y").bytes()));
        assertThat(read.network().inputShape()).hasToString("Optional[5×224×224]");
        assertThat(read.remarks()).containsExactly("The model leaves the size of “x” open; 5×224×224 was chosen.");
    }

    @Test
    void branchesSideBySideAreNoSkips() throws Exception {
        Models fire = picture(13, 6).reals("a", 4, 3, 1, 1).reals("b", 4, 3, 3, 3).op("Relu", X, "s")
                .op("Conv", List.of("s", "a"), "one").op("Relu", List.of("one"), "r1")
                .op("Conv", List.of("s", "b"), "three", wholes("pads", 1, 1, 1, 1)).op("Relu", List.of("three"), "r3")
                .op("Concat", List.of("r1", "r3"), "y", whole("axis", 1));
        assertThat(ModelFile.read(file(fire.bytes())).network().skipMerges()).isEmpty();
    }

    @Test
    void allThatIsNotSupportedIsNamedAndTheRestIsDrawn() throws Exception {
        Models model = picture(13, 6).reals("w", 4, 3, 1, 1).op("Conv", List.of("x", "w"), "c")
                .op("HardSwish", List.of("c"), "h1").op("HardSwish", List.of("x"), "h2").op("Relu", List.of("h1"), "after")
                .op("LpNormalization", List.of("c"), "n").op("Resize", List.of("c", "", "f"), "z", word("mode", "cubic"))
                .values("f", 1, 1, 2, 2).op("Einsum", List.of("c"), "e").op("Sigmoid", List.of("c"), "y");
        ReadModel read = ModelFile.read(file(model.bytes()));
        assertThat(read.network().nodes()).extracting(node -> node.id().value()).containsExactly("x", "c", "y");
        assertThat(read.problems()).containsExactly("HardSwish “h1”, “h2”: Skipstitch has no such layer.",
                "LpNormalization “n”: Skipstitch has no such layer.",
                "Resize “z”: it enlarges by “cubic” with “half_pixel” coordinates; here there is nearest, and linear with"
                        + " half-pixel centres.",
                "Einsum “e”: Skipstitch has no such layer.",
                "One more operator reads what these would have given, and is left out with them.");
    }

    @Test
    void idsAreMadeOfNamesAndAreUnique() throws Exception {
        Models model = picture(17, 6);
        for (String name : List.of("/Layer1/Layer1.0/relu/Relu", "layer1.0.relu", "Ünï cödé!", "..//..", "")) {
            model.op(NodeProto.newBuilder().setOpType("Relu").setName(name).addInput("x")
                    .addOutput("o" + name).build());
        }
        assertThat(ModelFile.read(file(model.bytes())).network().nodes()).extracting(node -> node.id().value())
                .containsExactly("x", "layer1.0.relu", "layer1.0.relu-2", "n-c-d-", "node", "o");
    }
}
