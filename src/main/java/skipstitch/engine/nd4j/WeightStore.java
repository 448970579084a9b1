package skipstitch.engine.nd4j;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import skipstitch.engine.Key;

/** Weights as native code wants them, uploaded once for each content, part and layout. */
final class WeightStore implements AutoCloseable {
    private final long mostBytes;
    private final Map<Part, INDArray> arrays = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    WeightStore(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * @param weights the layer's weights
     * @param name    which of them
     * @param index   which group of them
     */
    private record Part(Key weights, String name, int index) {}

    /** @param values asked for only when they are not there yet */
    INDArray get(Key weights, String name, int index, Supplier<float[]> values, long... sizes) {
        return arrays.computeIfAbsent(new Part(weights, name, index), _ -> upload(values.get(), sizes));
    }

    private INDArray upload(float[] values, long... sizes) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, sizes, 'c');
        try {
            Memory.copy(values, array);
        } catch (RuntimeException | Error failure) {
            array.close();
            throw failure;
        }
        bytes += array.length() * Float.BYTES;
        return array;
    }

    /** Lets the least recently used go. To be called between layers only: a layer's parts must all stay. */
    void trim() {
        Iterator<INDArray> oldest = arrays.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            INDArray array = oldest.next();
            oldest.remove();
            bytes -= array.length() * Float.BYTES;
            array.close();
        }
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        arrays.values().forEach(INDArray::close);
        arrays.clear();
        bytes = 0;
    }
}
