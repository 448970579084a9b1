package skipstitch.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import skipstitch.network.Shape;

/** The arrays made while one layer is computed: all are closed at its end, but the one that is released. */
final class Scope implements AutoCloseable {
    private final List<INDArray> arrays = new ArrayList<>(4);

    /** Not filled. */
    INDArray fresh(long... sizes) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, sizes, 'c');
        arrays.add(array);
        return array;
    }

    /** {@code [1, H, W, C]}, not filled. */
    INDArray fresh(Shape shape) {
        return fresh(1, shape.height(), shape.width(), shape.channels());
    }

    INDArray of(float[] values, long... sizes) {
        INDArray array = fresh(sizes);
        Memory.copy(values, array);
        return array;
    }

    INDArray release(INDArray array) {
        arrays.removeIf(mine -> mine == array);
        return array;
    }

    @Override
    public void close() {
        arrays.forEach(INDArray::close);
    }
}
