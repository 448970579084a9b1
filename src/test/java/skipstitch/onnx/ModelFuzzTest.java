package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.files.documents.UnreadableDocument;
import skipstitch.files.onnx.reading.ModelFile;
import skipstitch.files.onnx.reading.ReadModel;
import skipstitch.network.Shapes;

/** Thousands of broken models: each is drawn as far as it can be, or refused in a sentence. */
class ModelFuzzTest {
    private static final int FILES = 3_000;
    private static final List<String> MODELS = List.of("torch-unet", "torch-resnet-with-norms", "torch-option-a",
            "torch-odds", "torch-odds-16");
    private static final List<String> TYPES = List.of("Conv", "ConvTranspose", "Gemm", "MatMul", "BatchNormalization",
            "MaxPool", "AveragePool", "ReduceMean", "MaxUnpool", "Relu", "Clip", "PRelu", "Softmax", "Dropout", "Identity",
            "Cast", "Add", "Sub", "Mul", "Div", "Concat", "Flatten", "Reshape", "Squeeze", "Unsqueeze", "Transpose", "Pad",
            "Slice", "Resize", "Upsample", "Shape", "Size", "Constant", "ConstantOfShape", "Gather", "Mod", "Max", "Sum",
            "GlobalMaxPool", "GlobalAveragePool", "If", "Loop", "");
    private static final long[] STRANGE = {0, 1, -1, 2, 3, 7, -7, 4096, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE,
        Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40};

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aModelWithBrokenBytesIsReadOrRefused() throws IOException {
        Outcome outcome = readAll(ModelFuzzTest::brokenBytes);
        assertThat(outcome.refused).as("most damage shows").isGreaterThan(FILES / 4);
        assertThat(outcome.whole).as("some damage is harmless").isPositive();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aModelThatSaysWrongThingsIsReadOrRefused() throws IOException {
        Outcome outcome = readAll(ModelFuzzTest::brokenMeaning);
        assertThat(outcome.partly).as("most of it leaves something").isGreaterThan(FILES / 3);
        assertThat(outcome.whole).as("some of it is harmless").isPositive();
    }

    private static final class Outcome {
        private int whole;
        private int partly;
        private int refused;
    }

    private Outcome readAll(BiFunction<byte[], Random, byte[]> breaking) throws IOException {
        Outcome outcome = new Outcome();
        Path file = folder.resolve("broken.onnx");
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            Files.write(file, breaking.apply(model(MODELS.get(random.nextInt(MODELS.size()))), random));
            try {
                ReadModel read = ModelFile.read(file);
                assertThat(Shapes.of(read.network()).allFit()).as("seed %s", seed).isTrue();
                assertThat(read.given().outgrown(Shapes.of(read.network()))).as("seed %s", seed).isEmpty();
                assertThat(read.problems()).as("seed %s", seed)
                        .allMatch(problem -> problem.endsWith(".") && problem.lines().count() == 1);
                outcome.whole += read.problems().isEmpty() ? 1 : 0;
                outcome.partly += read.problems().isEmpty() ? 0 : 1;
            } catch (UnreadableDocument refusal) {
                assertThat(refusal.getMessage()).as("seed %s", seed).startsWith("“broken.onnx”").endsWith(".").hasLineCount(1);
                outcome.refused++;
            } catch (RuntimeException | Error failure) {
                fail("seed " + seed + ": " + failure, failure);
            }
        }
        return outcome;
    }

    private static byte[] model(String name) throws IOException {
        try (InputStream in = ModelFuzzTest.class.getResourceAsStream(name + ".onnx")) {
            return in.readAllBytes();
        }
    }

    private static byte[] brokenBytes(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int times = random.nextInt(6); times >= 0; times--) {
            // The structure of a small model is spread between its numbers.
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 1 << random.nextInt(8));
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static byte[] brokenMeaning(byte[] whole, Random random) {
        try {
            ModelProto.Builder model = ModelProto.parseFrom(whole).toBuilder();
            GraphProto.Builder graph = model.getGraphBuilder();
            for (int times = random.nextInt(4); times >= 0; times--) {
                int node = random.nextInt(graph.getNodeCount());
                switch (random.nextInt(8)) {
                    case 0 -> graph.getNodeBuilder(node).setOpType(TYPES.get(random.nextInt(TYPES.size())));
                    case 1 -> rewire(graph.getNodeBuilder(node), graph, random);
                    case 2 -> graph.addNode(graph.getNode(node));
                    case 3 -> graph.removeNode(node);
                    case 4 -> attribute(graph.getNodeBuilder(node), random);
                    case 5 -> sizes(graph, random);
                    case 6 -> model.getOpsetImportBuilder(0).setVersion(random.nextInt(30));
                    default -> graph.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().getShapeBuilder()
                            .getDimBuilder(random.nextInt(4)).setDimValue(strange(random));
                }
            }
            return model.build().toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void rewire(NodeProto.Builder node, GraphProto.Builder graph, Random random) {
        NodeProto other = graph.getNode(random.nextInt(graph.getNodeCount()));
        String name = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "nowhere";
            case 2 -> graph.getInitializerCount() == 0 ? "x"
                    : graph.getInitializer(random.nextInt(graph.getInitializerCount())).getName();
            default -> other.getOutputCount() == 0 ? "x" : other.getOutput(0);
        };
        if (node.getInputCount() == 0 || random.nextInt(4) == 0) {
            node.addInput(name);
        } else if (random.nextInt(5) == 0) {
            node.clearInput();
        } else {
            node.setInput(random.nextInt(node.getInputCount()), name);
        }
    }

    private static void attribute(NodeProto.Builder node, Random random) {
        if (node.getAttributeCount() == 0) {
            node.addAttribute(AttributeProto.newBuilder().setName("axis").setI(strange(random)));
            return;
        }
        AttributeProto.Builder attribute = node.getAttributeBuilder(random.nextInt(node.getAttributeCount()));
        switch (random.nextInt(4)) {
            case 0 -> attribute.setI(strange(random));
            case 1 -> attribute.addInts(strange(random));
            case 2 -> attribute.setF(random.nextBoolean() ? Float.NaN : -random.nextFloat());
            default -> {
                if (attribute.getIntsCount() > 0) {
                    attribute.setInts(random.nextInt(attribute.getIntsCount()), strange(random));
                } else {
                    node.clearAttribute();
                }
            }
        }
    }

    private static void sizes(GraphProto.Builder graph, Random random) {
        if (graph.getInitializerCount() > 0) {
            TensorProto.Builder tensor = graph.getInitializerBuilder(random.nextInt(graph.getInitializerCount()));
            switch (random.nextInt(3)) {
                case 0 -> tensor.setDataType(random.nextInt(25));
                case 1 -> tensor.addDims(strange(random));
                default -> {
                    if (tensor.getDimsCount() > 0) {
                        tensor.setDims(random.nextInt(tensor.getDimsCount()), strange(random));
                    }
                }
            }
        }
    }

    private static long strange(Random random) {
        return STRANGE[random.nextInt(STRANGE.length)];
    }
}
