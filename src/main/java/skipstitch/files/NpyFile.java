package skipstitch.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(((?:\\d{1,9}, ?)*(?:\\d{1,9})?)\\), ?\\}\\s*");
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
        header(shape);
        AtomicFile.write(file, out -> write(out, values, shape));
    }

    /** The same into a stream, which stays open. */
    public static void write(OutputStream out, float[] values, int... shape) throws IOException {
        out.write(header(shape));
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            chunk.asFloatBuffer().put(values, from, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }

    /** @param sizes the last running fastest */
    public record Array(List<Integer> sizes, float[] values) {}

    /**
     * Reads what {@link #write} wrote, to its end and not further.
     *
     * @param most no more numbers than these are made room for
     * @throws IOException if it is something else, or is damaged
     */
    public static Array read(InputStream in, long most) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + Short.BYTES);
        if (start.length < MAGIC.length + Short.BYTES || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("no array of NumPy's");
        }
        int length = Short.toUnsignedInt(ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getShort(MAGIC.length));
        Matcher header = HEADER.matcher(new String(in.readNBytes(length), StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw new IOException("an array of something else than float32 in C order");
        }
        List<Integer> sizes = Stream.of(header.group(1).split(",")).map(String::strip).filter(size -> !size.isEmpty())
                .map(Integer::valueOf).toList();
        long count = 1;
        for (int size : sizes) {
            count = count > most ? count : count * size;
        }
        if (count > Math.min(most, Integer.MAX_VALUE)) {
            throw new IOException("an array with more numbers than there are");
        }
        float[] values = new float[(int) count];
        for (int from = 0; from < values.length; from += CHUNK) {
            int part = Math.min(CHUNK, values.length - from);
            byte[] bytes = in.readNBytes(part * Float.BYTES);
            if (bytes.length < part * Float.BYTES) {
                throw new IOException("an array that ends too early");
            }
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values, from, part);
        }
        return new Array(sizes, values);
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
