package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;
import skipstitch.network.NodeId;
import skipstitch.network.Size;

/**
 * One operator of a model with what goes in.
 *
 * @param id     that its layer gets
 * @param set    of operators, whose version decides what attributes mean
 * @param inputs empty for one that is left out
 */
record Op(NodeProto proto, NodeId id, long set, List<Optional<Value>> inputs) {
    private static final int LARGEST_SIZE = 1 << 24;

    String type() {
        return proto.getOpType();
    }

    boolean has(int input) {
        return input < inputs.size() && inputs.get(input).isPresent();
    }

    /** @throws Unsupported if it is missing */
    Value input(int input) throws Unsupported {
        if (!has(input)) {
            throw new Unsupported("its input " + input + " is missing");
        }
        return inputs.get(input).get();
    }

    /** @throws Unsupported if it is missing or known beforehand */
    Value.Tensor tensor(int input) throws Unsupported {
        return switch (input(input)) {
            case Value.Tensor tensor -> tensor;
            case Value.Indices _ -> throw new Unsupported("it computes with the indices of a max pool");
            default -> throw new Unsupported("its input " + input + " is a constant");
        };
    }

    /** @throws Unsupported if it is missing or computed from the picture */
    Numbers constant(int input) throws Unsupported {
        if (input(input) instanceof Value.Constant(Numbers numbers)) {
            return numbers;
        }
        throw new Unsupported("its input " + input + " is computed from the picture, where a constant is needed");
    }

    Value.Indices indices(int input) throws Unsupported {
        if (input(input) instanceof Value.Indices indices) {
            return indices;
        }
        throw new Unsupported("its indices do not come straight from a max pool");
    }

    boolean isConstant(int input) {
        return has(input) && inputs.get(input).get() instanceof Value.Constant;
    }

    private Optional<AttributeProto> attribute(String name) {
        return proto.getAttributeList().stream().filter(each -> each.getName().equals(name)).findFirst();
    }

    boolean hasAttribute(String name) {
        return attribute(name).isPresent();
    }

    long whole(String name, long usual) {
        return attribute(name).map(AttributeProto::getI).orElse(usual);
    }

    float real(String name, float usual) {
        return attribute(name).map(AttributeProto::getF).orElse(usual);
    }

    String word(String name, String usual) {
        return attribute(name).map(each -> each.getS().toStringUtf8()).orElse(usual);
    }

    Optional<long[]> wholes(String name) {
        return attribute(name).map(each -> each.getIntsList().stream().mapToLong(Long::longValue).toArray());
    }

    Optional<float[]> reals(String name) {
        return attribute(name).map(each -> {
            float[] values = new float[each.getFloatsCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = each.getFloats(i);
            }
            return values;
        });
    }

    Optional<AttributeProto> tensorAttribute(String name) {
        return attribute(name).filter(AttributeProto::hasT);
    }

    /** Where later sets of operators take it as an input. */
    Optional<long[]> wholes(String name, int input) throws Unsupported {
        Optional<long[]> attribute = wholes(name);
        return attribute.isEmpty() && has(input) ? Optional.of(constant(input).longs()) : attribute;
    }

    /** A height and a width. */
    Size size(String name, Size usual) throws Unsupported {
        Optional<long[]> sizes = wholes(name);
        if (sizes.isEmpty()) {
            return usual;
        }
        if (sizes.get().length != 2) {
            throw new Unsupported("it is not two-dimensional");
        }
        return new Size(size(sizes.get()[0]), size(sizes.get()[1]));
    }

    static int size(long size) throws Unsupported {
        if (size < 0 || size > LARGEST_SIZE) {
            throw new Unsupported("a size of " + size + " is out of range");
        }
        return (int) size;
    }
}
