package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.network.presets.Presets;

class RunCommandTest {
    @TempDir
    private Path folder;

    private JsonNode run(String preset, String... more) throws IOException {
        String[] args = new String[6 + more.length];
        System.arraycopy(new String[] {"run", preset, "--input", "house", "--dump", folder.toString()}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        Typed typed = Typed.of(args);
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines()).containsExactly(folder.resolve("run.json").toString());
        return new ObjectMapper().readTree(folder.resolve("run.json").toFile());
    }

    private static JsonNode node(JsonNode index, String id) {
        for (JsonNode node : index.get("nodes")) {
            if (node.get("id").asText().equals(id)) {
                return node;
            }
        }
        throw new AssertionError("no node " + id);
    }

    /** An array of a .npy file, as NumPy's description of the format has it. */
    private record Npy(String header, float[] values) {
        static Npy read(Path file) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[bytes.getShort(8)];
            bytes.position(10).get(header);
            float[] values = new float[bytes.remaining() / 4];
            bytes.asFloatBuffer().get(values);
            return new Npy(new String(header, StandardCharsets.US_ASCII), values);
        }
    }

    private Npy npy(String name) throws IOException {
        return Npy.read(folder.resolve(name));
    }

    @Test
    void everyNodeHasItsTensorInItsShape() throws IOException {
        JsonNode index = run("residual-projection", "--merge", "concat");

        assertThat(index.get("nodes")).hasSize(
                Presets.find("residual-projection").orElseThrow().network().nodes().size());
        for (JsonNode node : index.get("nodes")) {
            JsonNode shape = node.get("shape");
            assertThat(node.get("tensor").asText()).isEqualTo(node.get("id").asText() + ".npy");
            assertThat(npy(node.get("tensor").asText()).header()).contains("'<f4'")
                    .contains("(1, " + shape.get(0) + ", " + shape.get(1) + ", " + shape.get(2) + ")");
        }
    }

    @Test
    void everyWeightIsThereInTheShapeThatTheIndexGives() throws IOException {
        JsonNode index = run("residual-projection");

        assertThat(node(index, "conv1").get("weights").get("kernel").get("shape")).hasToString("["
                + node(index, "conv1").get("shape").get(0) + "," + node(index, "conv0").get("shape").get(0) + ",3,3]");
        assertThat(node(index, "norm1").get("weights").fieldNames()).toIterable()
                .containsExactly("scale", "shift", "mean", "variance");
        assertThat(node(index, "relu1").get("weights")).isEmpty();
        for (JsonNode node : index.get("nodes")) {
            for (JsonNode array : node.get("weights")) {
                int elements = 1;
                for (JsonNode size : array.get("shape")) {
                    elements *= size.asInt();
                }
                assertThat(npy(array.get("file").asText()).values()).hasSize(elements);
            }
        }
    }

    @Test
    void theAddedTensorIsTheSumOfItsInlets() throws IOException {
        run("residual-block", "--merge", "add");

        float[] x = npy("conv0.npy").values();
        float[] f = npy("conv2.npy").values();
        float[] sum = npy("merge.npy").values();
        assertThat(sum).hasSize(8 * 32 * 32);
        for (int i = 0; i < sum.length; i++) {
            assertThat(sum[i]).isEqualTo(x[i] + f[i]);
        }
    }

    /** Another framework's part, in plain loops: the first convolution from the picture, kernels and settings. */
    @Test
    void aConvolutionCanBeRedoneFromTheFilesAlone() throws IOException {
        JsonNode conv = node(run("residual-block"), "conv0");

        assertThat(conv.get("settings").get("stride")).hasToString("[1,1]");
        assertThat(conv.get("settings").get("padding").get("top").asInt()).isEqualTo(1);
        assertThat(conv.get("inputs")).hasToString("[\"input\"]");
        float[] picture = npy("input.npy").values();
        float[] kernels = npy(conv.get("weights").get("kernel").get("file").asText()).values();
        float[] found = npy("conv0.npy").values();
        for (int out = 0; out < 8; out++) {
            for (int y = 0; y < 32; y++) {
                for (int x = 0; x < 32; x++) {
                    double sum = 0;
                    for (int tap = 0; tap < 9; tap++) {
                        int row = y + tap / 3 - 1;
                        int column = x + tap % 3 - 1;
                        if (row >= 0 && row < 32 && column >= 0 && column < 32) {
                            sum += kernels[out * 9 + tap] * picture[row * 32 + column];
                        }
                    }
                    assertThat((double) found[(out * 32 + y) * 32 + x]).isCloseTo(sum, within(1e-5));
                }
            }
        }
    }

    @Test
    void theSeedDecidesTheWeights() throws IOException {
        assertThat(run("residual-block", "--seed", "7").get("seed").asLong()).isEqualTo(7);
        float[] seven = npy("weights/conv1.kernel.npy").values();
        run("residual-block", "--seed", "8");
        float[] eight = npy("weights/conv1.kernel.npy").values();
        run("residual-block", "--seed", "7");

        assertThat(npy("weights/conv1.kernel.npy").values()).isEqualTo(seven).isNotEqualTo(eight);
    }

    @Test
    void aPictureOfOnesOwnIsTakenFromItsFile() throws IOException {
        Path picture = folder.resolve("own.png");
        try (var house = getClass().getResourceAsStream("/skipstitch/assets/pictures/house.png")) {
            Files.copy(house, picture);
        }
        run("residual-block");
        float[] builtIn = npy("input.npy").values();

        Typed typed = Typed.of("run", "residual-block", "--input", picture.toString(), "--dump", folder.toString());

        assertThat(typed.code()).isZero();
        assertThat(npy("input.npy").values()).isEqualTo(builtIn);
        assertThat(new ObjectMapper().readTree(folder.resolve("run.json").toFile()).get("picture").asText())
                .isEqualTo("own.png");
    }
}
