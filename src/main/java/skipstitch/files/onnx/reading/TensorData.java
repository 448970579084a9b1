package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import skipstitch.files.onnx.reading.Numbers.Reals;
import skipstitch.files.onnx.reading.Numbers.Wholes;

/** The numbers of one tensor of a model, be they in it or beside it. */
final class TensorData {
    private static final int MOST_AXES = 8;
    /** Of one in an attribute. */
    private static final int MOST_SMALL = 1 << 16;

    private TensorData() {}

    /** What the file says of sizes, checked before anything is made for them. */
    static int[] sizes(TensorProto tensor) throws Unsupported {
        long[] sizes = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
        if (sizes.length > MOST_AXES || Numbers.count(sizes) < 0) {
            throw new Unsupported("its constant has the impossible axes " + shown(sizes));
        }
        return Arrays.stream(sizes).mapToInt(size -> (int) size).toArray();
    }

    private static String shown(long[] sizes) {
        return Arrays.toString(Arrays.copyOf(sizes, Math.min(sizes.length, MOST_AXES)));
    }

    /** One that lies in the model itself and is no kernel. */
    static Numbers small(TensorProto tensor) throws Unsupported {
        if (tensor.getDataLocation() == DataLocation.EXTERNAL || Numbers.count(
                tensor.getDimsList().stream().mapToLong(Long::longValue).toArray()) > MOST_SMALL) {
            throw new Unsupported("its value is no small constant");
        }
        return of(tensor, tensor.getRawData().asReadOnlyByteBuffer());
    }

    /** How many bytes a number has outside of lists; the whole of it in them. */
    static int width(TensorProto tensor) throws Unsupported {
        return switch (type(tensor)) {
            case FLOAT, INT32, UINT32 -> 4;
            case DOUBLE, INT64, UINT64 -> 8;
            case FLOAT16, BFLOAT16, INT16, UINT16 -> 2;
            case INT8, UINT8, BOOL -> 1;
            default -> throw new Unsupported("its constant is of the type " + type(tensor));
        };
    }

    private static DataType type(TensorProto tensor) {
        DataType type = DataType.forNumber(tensor.getDataType());
        return type == null ? DataType.UNDEFINED : type;
    }

    /**
     * @param raw the bytes, where there are some
     * @throws Unsupported if they are not as many as the sizes say
     */
    static Numbers of(TensorProto tensor, ByteBuffer raw) throws Unsupported {
        int[] sizes = sizes(tensor);
        int count = Numbers.count(Arrays.stream(sizes).asLongStream().toArray());
        ByteBuffer bytes = raw.order(ByteOrder.LITTLE_ENDIAN);
        boolean listed = raw.remaining() == 0;
        long there = listed ? listed(tensor) : raw.remaining() / width(tensor);
        if (there != count || !listed && raw.remaining() % width(tensor) != 0) {
            throw new Unsupported("its constant has " + there + " numbers where its axes " + Arrays.toString(sizes)
                    + " need " + count);
        }
        return switch (type(tensor)) {
            case FLOAT -> reals(sizes, count, listed ? tensor::getFloatData : i -> bytes.getFloat(4 * i));
            case DOUBLE -> reals(sizes, count, listed ? tensor::getDoubleData : i -> bytes.getDouble(8 * i));
            case FLOAT16 -> reals(sizes, count,
                    i -> Float.float16ToFloat(listed ? (short) tensor.getInt32Data(i) : bytes.getShort(2 * i)));
            case BFLOAT16 -> reals(sizes, count,
                    i -> Float.intBitsToFloat((listed ? tensor.getInt32Data(i) : bytes.getShort(2 * i)) << 16));
            case INT64 -> wholes(sizes, count, listed ? tensor::getInt64Data : i -> bytes.getLong(8 * i));
            case UINT64 -> wholes(sizes, count, listed ? tensor::getUint64Data : i -> bytes.getLong(8 * i));
            case UINT32 -> wholes(sizes, count, listed ? tensor::getUint64Data : i -> bytes.getInt(4 * i) & 0xFFFFFFFFL);
            case INT32 -> wholes(sizes, count, listed ? tensor::getInt32Data : i -> bytes.getInt(4 * i));
            case INT16 -> wholes(sizes, count, listed ? tensor::getInt32Data : i -> bytes.getShort(2 * i));
            case UINT16 -> wholes(sizes, count, listed ? tensor::getInt32Data : i -> bytes.getShort(2 * i) & 0xFFFF);
            case INT8 -> wholes(sizes, count, listed ? tensor::getInt32Data : i -> bytes.get(i));
            case UINT8, BOOL -> wholes(sizes, count, listed ? tensor::getInt32Data : i -> bytes.get(i) & 0xFF);
            default -> throw new Unsupported("its constant is of the type " + type(tensor));
        };
    }

    private static int listed(TensorProto tensor) throws Unsupported {
        return switch (type(tensor)) {
            case FLOAT -> tensor.getFloatDataCount();
            case DOUBLE -> tensor.getDoubleDataCount();
            case INT64 -> tensor.getInt64DataCount();
            case UINT32, UINT64 -> tensor.getUint64DataCount();
            default -> {
                width(tensor);
                yield tensor.getInt32DataCount();
            }
        };
    }

    private static Numbers reals(int[] sizes, int count, IntToDoubleFunction at) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) at.applyAsDouble(i);
        }
        return new Reals(sizes, values);
    }

    private static Numbers wholes(int[] sizes, int count, IntToLongFunction at) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = at.applyAsLong(i);
        }
        return new Wholes(sizes, values);
    }
}
