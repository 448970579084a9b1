package skipstitch.files.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.List;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** One ONNX operator in the making. */
final class Operator {
    private final NodeProto.Builder node;

    /** @param inputs names of tensors, empty for an optional one that is left out */
    Operator(String type, List<String> inputs, String... outputs) {
        node = NodeProto.newBuilder().setOpType(type).setName(outputs[0]).addAllInput(inputs)
                .addAllOutput(List.of(outputs));
    }

    Operator with(String name, long... values) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        node.addAttribute(attribute);
        return this;
    }

    Operator withOne(String name, long value) {
        node.addAttribute(AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value));
        return this;
    }

    Operator withFloat(String name, float value) {
        node.addAttribute(AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOAT).setF(value));
        return this;
    }

    Operator withWord(String name, String value) {
        node.addAttribute(AttributeProto.newBuilder().setName(name).setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value)));
        return this;
    }

    Operator sized(String name, Size size) {
        return with(name, size.height(), size.width());
    }

    Operator padded(Padding padding) {
        return with("pads", padding.top(), padding.left(), padding.bottom(), padding.right());
    }

    Operator windowed(Window window) {
        return sized("kernel_shape", window.kernel()).sized("strides", window.stride()).padded(window.padding())
                .sized("dilations", window.dilation());
    }

    /** In a group, which it says of itself. */
    Operator in(String group) {
        if (!group.isEmpty()) {
            node.setDocString(OnnxModel.GROUP + group);
        }
        return this;
    }

    NodeProto build() {
        return node.build();
    }
}
