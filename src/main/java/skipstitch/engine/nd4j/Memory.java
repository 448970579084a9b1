package skipstitch.engine.nd4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The bytes behind a dense array, for bulk copies without a detour through ND4J. */
final class Memory {
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private Memory() {}

    /**
     * Valid until the array is closed.
     *
     * @throws IllegalStateException if it was closed
     */
    @SuppressWarnings("restricted")
    static MemorySegment of(INDArray array) {
        if (array.wasClosed()) {
            throw new IllegalStateException("The array was closed");
        }
        return MemorySegment.ofAddress(array.data().address()).reinterpret(array.length() * Float.BYTES);
    }

    static void copy(float[] values, INDArray array) {
        if (values.length != array.length()) {
            throw new IllegalArgumentException(values.length + " values for an array of " + array.length());
        }
        MemorySegment.copy(values, 0, of(array), FLOAT, 0, values.length);
    }

    static float[] values(INDArray array) {
        return of(array).toArray(FLOAT);
    }

    /** Copies runs of floats; offsets and count in floats. */
    static void copy(MemorySegment from, long fromFloat, MemorySegment to, long toFloat, long floats) {
        MemorySegment.copy(from, fromFloat * Float.BYTES, to, toFloat * Float.BYTES, floats * Float.BYTES);
    }
}
