package skipstitch.explain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import skipstitch.explain.code.Operands.Operand;
import skipstitch.network.Inlet.Role;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Writes a node in Keras; tensors are {@code [N, H, W, C]}, or {@code [N, C]} once they are flat. */
final class Keras {
    private final Shapes shapes;
    private final Node node;
    private final Operands operands;

    Keras(Shapes shapes, Node node, Operands operands) {
        this.shapes = shapes;
        this.node = node;
        this.operands = operands;
    }

    /** Keras knows no pooling indices: it finds the maxima again. */
    static List<Variable> variables(Shapes shapes, Node node, Operands operands) {
        if (!(node.layer() instanceof Layer.MaxUnpool) || operands.indices().isEmpty()) {
            return operands.variables();
        }
        List<Variable> all = new ArrayList<>(operands.tensors().stream().map(Operand::variable).toList());
        Variable pool = operands.indices().get().variable();
        all.add(new Variable("p", "the pool: " + pool.means().replaceFirst("^.*?: ", ""), pool.source()));
        shapes.network().find(pool.source()).flatMap(found -> found.inlets().stream().findFirst()).ifPresent(inlet ->
                all.add(new Variable("t", "what was pooled: " + shapes.network().find(inlet.source()).map(Node::label)
                        .orElse("'" + inlet.source() + "'"), inlet.source())));
        return all;
    }

    List<String> lines() {
        if (!(node.layer() instanceof Layer.Input) && operands.tensors().isEmpty()) {
            return List.of("# nothing comes in");
        }
        return switch (node.layer()) {
            case Layer.Input(Shape shape) -> List.of("x = Input(shape="
                    + Python.tuple(shape.height(), shape.width(), shape.channels()) + ")");
            case Layer.Conv conv -> List.of("y = " + conv(conv));
            case Layer.TransposedConv conv -> List.of("y = " + transposed(conv));
            case Layer.MaxPool pool -> KerasPools.max(sliding(pool.window()), map());
            case Layer.AveragePool pool -> KerasPools.average(pool, sliding(pool.window()), map());
            case Layer.GlobalAveragePool _ -> List.of(
                    "y = " + Call.of("GlobalAveragePooling2D").with("keepdims", true).on(map()));
            case Layer.MaxUnpool _ -> KerasPools.unpool(unpooled(), shapes.find(node.id()), map());
            case Layer.Upsample(int factor, Layer.Interpolation how) -> List.of("y = " + switch (how) {
                case NEAREST -> Call.of("UpSampling2D", factor);
                case BILINEAR -> Call.of("UpSampling2D", factor).with("interpolation", "\"bilinear\"");
            } + "(" + map() + ")");
            case Layer.Relu _ -> pointwise(Call.of("ReLU"));
            case Layer.Relu6 _ -> pointwise(Call.of("ReLU").with("max_value", 6));
            case Layer.LeakyRelu(float slope) -> pointwise(Call.of("LeakyReLU").with("negative_slope", slope));
            case Layer.Sigmoid _ -> pointwise(Call.of("Activation", "\"sigmoid\""));
            case Layer.Softmax _ -> pointwise(Call.of("Softmax").with("axis", -1));
            case Layer.BatchNorm(float epsilon) -> pointwise(
                    Call.of("BatchNormalization").unless(1e-3f, "epsilon", epsilon));
            case Layer.Dropout(float rate) -> pointwise(Call.of("Dropout", rate));
            case Layer.Linear(int outputs, boolean bias) -> List.of("y = " + Call.of("Dense", outputs)
                    .unless(true, "use_bias", bias).on(x().isVector() ? flat(x()) : x().name()));
            case Layer.Flatten _ -> List.of("y = Flatten()(" + (x().flat() || x().isVector() ? x().name()
                    : "Permute((3, 1, 2))(" + x().name() + ")") + ")");
            case Layer.Add _ -> List.of("y = Add()([" + joined() + "])");
            case Layer.Concat _ -> List.of("y = Concatenate(axis=-1)([" + joined() + "])");
            case Layer.Multiply _, Layer.Gate _ -> List.of("y = Multiply()([" + joined() + "])");
            case Layer.Scale(float factor) -> List.of("y = " + Python.of(factor) + " * " + x().name());
            case Layer.Crop(Padding sides) -> List.of("y = " + cropped(map(), sides));
            case Layer.ZeroPad(Padding sides) -> List.of("y = " + padded(map(), sides));
            case Layer.ZeroPadChannels(int before, int after) -> List.of("y = ops.pad(" + x().name()
                    + (operands.areFlat() ? ", ((0, 0), " : ", ((0, 0), (0, 0), (0, 0), ")
                    + Python.tuple(before, after) + "))");
            case Layer.Subsample(int stride) -> List.of("y = " + map() + "[:, ::" + stride + ", ::" + stride + ", :]");
            case Layer.Identity _ -> List.of("y = " + x().name());
        };
    }

    private Operand x() {
        return operands.tensors().getFirst();
    }

    private String map() {
        return map(x());
    }

    private static String map(Operand operand) {
        return operand.flat() ? operand.name() + "[:, None, None, :]" : operand.name();
    }

    private static String flat(Operand operand) {
        return operand.flat() ? operand.name() : "Flatten()(" + operand.name() + ")";
    }

    private List<String> pointwise(Call call) {
        return List.of("y = " + call.on(x().name()));
    }

    private String joined() {
        return operands.tensors().stream().map(each -> operands.areFlat() ? flat(each) : map(each))
                .collect(Collectors.joining(", "));
    }

    private Sliding sliding(Window window) {
        return new Sliding(window, x().shape(), shapes.find(node.id()));
    }

    /** Keras has no stride together with a dilation: every place is computed, and every stride-th kept. */
    private String conv(Layer.Conv conv) {
        Window window = conv.window();
        boolean apart = !window.dilation().equals(Size.ONE) && !window.stride().equals(Size.ONE);
        boolean same = sliding(window).isSame();
        String made = Call.of("Conv2D", conv.filters(), window.kernel())
                .unless(Size.ONE, "strides", apart ? Size.ONE : window.stride())
                .unless("", "padding", same ? "\"same\"" : "")
                .unless(Size.ONE, "dilation_rate", window.dilation())
                .unless(1, "groups", conv.groups()).unless(true, "use_bias", conv.bias())
                .on(same ? map() : padded(map(), window.padding()));
        return apart ? made + "[:, ::" + window.stride().height() + ", ::" + window.stride().width() + ", :]" : made;
    }

    /** Unless told an output padding, Keras gives each value a stride's room at least, so it is told. */
    private String transposed(Layer.TransposedConv conv) {
        boolean gaps = conv.kernel().height() < conv.stride().height() || conv.kernel().width() < conv.stride().width();
        Call call = Call.of("Conv2DTranspose", conv.filters(), conv.kernel()).unless(Size.ONE, "strides", conv.stride());
        Call sized = gaps || !conv.outputPadding().equals(new Size(0, 0))
                ? call.with("output_padding", conv.outputPadding()) : call;
        return cropped(sized.unless(true, "use_bias", conv.bias()).on(map()), conv.padding());
    }

    private Optional<Layer.MaxPool> unpooled() {
        return node.inlets(Role.INDICES).stream().findFirst().flatMap(inlet -> shapes.network().find(inlet.source()))
                .map(Node::layer).filter(Layer.MaxPool.class::isInstance).map(Layer.MaxPool.class::cast);
    }

    private static String cropped(String operand, Padding sides) {
        return sides.equals(Padding.NONE) ? operand : "Cropping2D(" + Python.sides(sides) + ")(" + operand + ")";
    }

    static String padded(String operand, Padding sides) {
        return sides.equals(Padding.NONE) ? operand : "ZeroPadding2D(" + Python.sides(sides) + ")(" + operand + ")";
    }
}
