package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Set;
import skipstitch.files.onnx.reading.Value.Axes;
import skipstitch.network.Shape;

/** What a model takes in. Sizes that it leaves open are chosen. */
final class Inputs {
    private static final Set<Integer> REAL = Set.of(1, 10, 11, 16);
    private static final List<Long> LAST_TO_FIRST = List.of(0L, 3L, 1L, 2L);
    private static final int USUAL_SIDE = 224;
    private static final int USUAL_CHANNELS = 3;

    private final GraphProto graph;
    private final Initialisers initialisers;

    Inputs(GraphProto graph, Initialisers initialisers) {
        this.graph = graph;
        this.initialisers = initialisers;
    }

    /** One of them, with the axes that it has in the model. */
    record Picture(Shape shape, Axes axes) {}

    /** How many samples come at once; 1 where that is open. */
    long batch() {
        return graph.getInputList().stream().filter(input -> !initialisers.has(input.getName()))
                .mapToLong(input -> size(input.getType().getTensorType().getShape().getDimCount() == 0 ? Dimension.getDefaultInstance()
                        : input.getType().getTensorType().getShape().getDim(0), 1)).findFirst().orElse(1);
    }

    /** @throws Unsupported if it is no picture and no vector */
    Picture picture(ValueInfoProto input) throws Unsupported {
        TypeProto.Tensor type = input.getType().getTensorType();
        if (!input.getType().hasTensorType() || !REAL.contains(type.getElemType())) {
            throw new Unsupported("it is no tensor of real numbers");
        }
        List<Dimension> sizes = type.getShape().getDimList();
        boolean unknown = !type.hasShape();
        if (!unknown && sizes.size() != 4 && sizes.size() != 2) {
            throw new Unsupported("it has " + sizes.size() + " axes; a picture has N, C, H and W");
        }
        if (sizes.size() == 2) {
            return new Picture(shape(size(sizes.get(1), USUAL_CHANNELS), 1, 1), Axes.FLAT);
        }
        boolean last = isChannelsLast(input.getName());
        Dimension open = Dimension.getDefaultInstance();
        long channels = size(unknown ? open : sizes.get(last ? 3 : 1), channels(input.getName()));
        return new Picture(shape(channels, size(unknown ? open : sizes.get(last ? 1 : 2), USUAL_SIDE),
                size(unknown ? open : sizes.get(last ? 2 : 3), USUAL_SIDE)), last ? Axes.CHANNELS_LAST : Axes.CHANNELS_FIRST);
    }

    /** Whether the model leaves a size open. */
    static boolean isOpen(ValueInfoProto input) {
        List<Dimension> sizes = input.getType().getTensorType().getShape().getDimList();
        return sizes.isEmpty() || sizes.stream().skip(1).anyMatch(size -> size.getDimValue() < 1);
    }

    private static Shape shape(long channels, long height, long width) throws Unsupported {
        try {
            return new Shape(Op.size(channels), Op.size(height), Op.size(width));
        } catch (IllegalArgumentException _) {
            throw new Unsupported("its sizes " + channels + "×" + height + "×" + width + " are out of range");
        }
    }

    private static long size(Dimension size, long open) {
        return size.getDimValue() < 1 ? open : size.getDimValue();
    }

    private boolean isChannelsLast(String name) {
        List<NodeProto> readers = readers(name);
        return !readers.isEmpty() && readers.stream().allMatch(each -> each.getOpType().equals("Transpose")
                && each.getAttributeList().stream().anyMatch(order -> order.getIntsList().equals(LAST_TO_FIRST)));
    }

    /** By the kernels of the convolution that reads it. */
    private long channels(String name) {
        for (NodeProto reader : readers(name)) {
            int[] kernels = reader.getOpType().equals("Conv") && reader.getInputCount() > 1
                    ? initialisers.sizes(reader.getInput(1)) : new int[0];
            if (kernels.length == 4) {
                return kernels[1];
            }
        }
        return USUAL_CHANNELS;
    }

    private List<NodeProto> readers(String name) {
        return graph.getNodeList().stream().filter(each -> each.getInputList().contains(name)).toList();
    }
}
