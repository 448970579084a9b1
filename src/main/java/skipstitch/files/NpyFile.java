package skipstitch.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * Saving numbers for NumPy: {@code .npy} version 1.0, float32, little endian, C order
 * (<a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format</a>).
 */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int MOST_HEADER = 0xFFFF;
    private static final int CHUNK = 1 << 14;

    private NpyFile() {}

    /**
     * Writes one sample as {@code [1, C, H, W]}, whole or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Tensor tensor) throws IOException {
        Shape shape = tensor.shape();
        write(file, tensor.values(), 1, shape.channels(), shape.height(), shape.width());
    }

    /**
     * Writes an array of any rank, whole or not at all.
     *
     * @param shape the sizes, the last running fastest; none of them for a single number
     * @throws IllegalArgumentException if a size is negative or the values are not as many as the shape says
     * @throws IOException              if the file cannot be written
     */
    public static void write(Path file, float[] values, int... shape) throws IOException {
        if (elements(shape) != values.length) {
            throw new IllegalArgumentException(Arrays.toString(shape) + " does not have "
                    + values.length + " elements");
        }
        byte[] header = header(shape);
        AtomicFile.write(file, out -> {
            out.write(header);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < values.length; from += CHUNK) {
                int count = Math.min(CHUNK, values.length - from);
                chunk.asFloatBuffer().put(values, from, count);
                out.write(chunk.array(), 0, count * Float.BYTES);
            }
        });
    }

    private static long elements(int[] shape) {
        long elements = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("Sizes cannot be negative: " + Arrays.toString(shape));
            }
            elements = Math.multiplyExact(elements, (long) size);
        }
        return elements;
    }

    private static byte[] header(int[] shape) {
        // A tuple of one is written (8,) in Python.
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                + (shape.length == 1 ? "," : "");
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int before = MAGIC.length + Short.BYTES;
        int whole = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT;
        if (whole - before > MOST_HEADER) {
            throw new IllegalArgumentException("Too many sizes for a .npy file: " + shape.length);
        }
        String padded = text + " ".repeat(whole - before - text.length() - 1) + "\n";
        return ByteBuffer.allocate(whole).order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC).putShort((short) (whole - before)).put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
