package skipstitch.engine.nd4j.tape;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import skipstitch.engine.nd4j.Memory;

/** The native side of one layer: its arrays, and its operations bound to them once and for all. */
final class Bound implements AutoCloseable {
    private final List<INDArray> arrays = new ArrayList<>();
    private final List<OpContext> contexts = new ArrayList<>();

    /** Dense, in c order, filled with zeros. */
    INDArray array(long... sizes) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, sizes, 'c');
        arrays.add(array);
        Memory.of(array).fill((byte) 0);
        return array;
    }

    /** {@code [N, H, W, C]}. */
    INDArray array(Block block) {
        return array(block.batch(), block.shape().height(), block.shape().width(), block.channels());
    }

    /** An operation from some of the arrays to others. */
    Runnable operation(String name, boolean helpers, List<INDArray> inputs, List<INDArray> outputs, long... integers) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        contexts.add(context);
        context.setIArguments(integers);
        context.allowHelpers(helpers);
        for (int i = 0; i < inputs.size(); i++) {
            context.setInputArray(i, inputs.get(i));
        }
        for (int i = 0; i < outputs.size(); i++) {
            context.setOutputArray(i, outputs.get(i));
        }
        DynamicCustomOp operation = DynamicCustomOp.builder(name).build();
        return () -> Nd4j.getExecutioner().exec(operation, context);
    }

    static void put(float[] values, INDArray array) {
        Memory.copy(values, array);
    }

    static void take(INDArray array, float[] values) {
        Memory.copy(array, values);
    }

    @Override
    public void close() {
        contexts.forEach(Bound::release);
        contexts.clear();
        arrays.forEach(INDArray::close);
        arrays.clear();
    }

    private static void release(OpContext context) {
        try {
            context.purge();
            context.close();
        } catch (Exception e) {
            throw new IllegalStateException("A native context could not be closed", e);
        }
    }
}
