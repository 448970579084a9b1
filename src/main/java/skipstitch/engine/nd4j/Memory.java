package skipstitch.engine.nd4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The bytes behind a dense array, for bulk copies without a detour through ND4J. */
public final class Memory {
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private static final ValueLayout.OfInt BITS = ValueLayout.JAVA_INT;
    private static final int POSITIVE_INFINITY_BITS = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private Memory() {}

    /**
     * Valid until the array is closed.
     *
     * @throws IllegalStateException if it was closed
     */
    @SuppressWarnings("restricted")
    public static MemorySegment of(INDArray array) {
        if (array.wasClosed()) {
            throw new IllegalStateException("The array was closed");
        }
        return MemorySegment.ofAddress(array.data().address()).reinterpret(array.length() * Float.BYTES);
    }

    /** @throws IllegalArgumentException if there are not as many values as the array has */
    public static void copy(float[] values, INDArray array) {
        if (values.length != array.length()) {
            throw new IllegalArgumentException(values.length + " values for an array of " + array.length());
        }
        MemorySegment.copy(values, 0, of(array), FLOAT, 0, values.length);
    }

    /** @throws IllegalArgumentException if there is not as much room as the array has values */
    public static void copy(INDArray array, float[] values) {
        if (values.length != array.length()) {
            throw new IllegalArgumentException("Room for " + values.length + " values of " + array.length());
        }
        MemorySegment.copy(of(array), FLOAT, 0, values, 0, values.length);
    }

    static float[] values(INDArray array) {
        return of(array).toArray(FLOAT);
    }

    /** Whether there is neither an infinity nor a NaN. */
    static boolean isFinite(INDArray array) {
        MemorySegment memory = of(array);
        long count = array.length();
        int largest = 0;
        for (long i = 0; i < count; i++) {
            // Without the sign, the bits of larger floats are larger integers; a maximum of integers is vectorised.
            largest = Math.max(largest, memory.get(BITS, i * Float.BYTES) & Integer.MAX_VALUE);
        }
        return largest < POSITIVE_INFINITY_BITS;
    }

    /** Copies runs of floats; offsets and count in floats. */
    static void copy(MemorySegment from, long fromFloat, MemorySegment to, long toFloat, long floats) {
        MemorySegment.copy(from, fromFloat * Float.BYTES, to, toFloat * Float.BYTES, floats * Float.BYTES);
    }
}
