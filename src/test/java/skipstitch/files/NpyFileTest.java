package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class NpyFileTest {
    @TempDir
    Path folder;

    @Test
    void aTensorIsOneSampleOfABatch() throws IOException {
        Path file = folder.resolve("conv-1.npy");
        float[] values = {1, -2, 0.1f, Float.NaN, Float.NEGATIVE_INFINITY, -0f, 7, 8, 9, 10, 11, 1e-40f};
        NpyFile.write(file, new Tensor(new Shape(2, 3, 2), values));
        Stored stored = read(file);
        assertThat(stored.header).isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3, 2), }");
        assertThat(stored.values).containsExactly(values);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(Arguments.of("()", new int[0]), Arguments.of("(5,)", new int[] {5}),
                Arguments.of("(0, 3)", new int[] {0, 3}), Arguments.of("(8, 1, 3, 3)", new int[] {8, 1, 3, 3}),
                Arguments.of("(100003,)", new int[] {100_003}));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anArrayMayHaveAnyRank(String written, int[] shape) throws IOException {
        int elements = 1;
        for (int size : shape) {
            elements *= size;
        }
        float[] values = new float[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = i * 0.37f - 5;
        }
        NpyFile.write(folder.resolve("weights.npy"), values, shape);
        Stored stored = read(folder.resolve("weights.npy"));
        assertThat(stored.header).endsWith("'shape': " + written + ", }");
        assertThat(stored.values).containsExactly(values);
    }

    @Test
    void valuesThatDoNotFillTheShapeAreRefused() {
        Path file = folder.resolve("weights.npy");
        assertThatIllegalArgumentException().isThrownBy(() -> NpyFile.write(file, new float[5], 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> NpyFile.write(file, new float[6], -2, -3));
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> NpyFile.write(folder.resolve("none/weights.npy"), new float[1], 1));
    }

    private record Stored(String header, float[] values) {}

    /** Holds the bytes to the description of the format, version 1.0. */
    private static Stored read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        bytes.get(magic);
        assertThat(magic).isEqualTo(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        byte[] header = new byte[bytes.getShort() & 0xFFFF];
        bytes.get(header);
        assertThat(bytes.position() % 64).isZero();
        String text = new String(header, StandardCharsets.US_ASCII);
        assertThat(text).endsWith("\n");
        assertThat(bytes.remaining() % 4).isZero();
        float[] values = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(values);
        return new Stored(text.strip(), values);
    }
}
