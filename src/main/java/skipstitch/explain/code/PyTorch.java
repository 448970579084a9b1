package skipstitch.explain.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import skipstitch.explain.code.Operands.Operand;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Writes a node in PyTorch; tensors are {@code [N, C, H, W]}, or {@code [N, C]} once they are flat. */
final class PyTorch {
    private final Shapes shapes;
    private final Node node;
    private final Operands operands;

    PyTorch(Shapes shapes, Node node, Operands operands) {
        this.shapes = shapes;
        this.node = node;
        this.operands = operands;
    }

    List<String> lines() {
        if (!(node.layer() instanceof Layer.Input) && operands.tensors().isEmpty()) {
            return List.of("# nothing comes in");
        }
        return switch (node.layer()) {
            case Layer.Input(Shape shape) -> List.of("x = torch.randn"
                    + Python.tuple(1, shape.channels(), shape.height(), shape.width()));
            case Layer.Conv conv -> List.of("y = " + conv(conv));
            case Layer.TransposedConv conv -> List.of("y = " + transposed(conv));
            case Layer.MaxPool pool -> PyTorchPools.max(pool, sliding(pool.window()), map(), givesIndices());
            case Layer.AveragePool pool -> PyTorchPools.average(pool, sliding(pool.window()), map());
            case Layer.GlobalAveragePool _ -> List.of("y = " + Call.of("nn.AdaptiveAvgPool2d", 1).on(map()));
            case Layer.MaxUnpool _ -> PyTorchPools.unpool(shapes, node, operands);
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> {
                Call call = Call.of("nn.Upsample").with("scale_factor", factor);
                yield List.of("y = " + switch (interpolation) {
                    case NEAREST -> call.with("mode", "\"nearest\"").on(map());
                    case BILINEAR -> call.with("mode", "\"bilinear\"").with("align_corners", false).on(map());
                });
            }
            case Layer.Relu _ -> pointwise(Call.of("nn.ReLU"));
            case Layer.Relu6 _ -> pointwise(Call.of("nn.ReLU6"));
            case Layer.LeakyRelu(float slope) -> pointwise(Call.of("nn.LeakyReLU", slope));
            case Layer.Sigmoid _ -> pointwise(Call.of("nn.Sigmoid"));
            case Layer.Softmax _ -> pointwise(Call.of("nn.Softmax").with("dim", 1));
            case Layer.BatchNorm(float epsilon) -> pointwise(
                    made(operands.areFlat() ? "BatchNorm1d" : "BatchNorm2d").unless(1e-5f, "eps", epsilon));
            case Layer.Dropout(float rate) -> pointwise(Call.of("nn.Dropout", rate));
            case Layer.Linear(int outputs, boolean bias) -> List.of("y = " + made("Linear").and(outputs)
                    .unless(true, "bias", bias).on(x().isVector() ? flat(x()) : x().name()));
            case Layer.Flatten _ -> pointwise(Call.of("nn.Flatten"));
            case Layer.Add _ -> List.of("y = " + joined(" + "));
            case Layer.Concat _ -> List.of("y = torch.cat([" + joined(", ") + "], dim=1)");
            case Layer.Multiply _, Layer.Gate _ -> List.of("y = " + joined(" * "));
            case Layer.Scale(float factor) -> List.of("y = " + Python.of(factor) + " * " + x().name());
            case Layer.Crop(Padding sides) -> List.of("y = " + map() + cut(sides));
            case Layer.ZeroPad(Padding sides) -> List.of("y = " + padded(map(), sides));
            case Layer.ZeroPadChannels(int before, int after) -> List.of("y = F.pad(" + x().name()
                    + (operands.areFlat() ? ", (" : ", (0, 0, 0, 0, ") + before + ", " + after + "))");
            case Layer.Subsample(int stride) -> List.of("y = " + map() + "[:, :, ::" + stride + ", ::" + stride + "]");
            case Layer.Identity _ -> List.of("y = " + x().name());
        };
    }

    private Operand x() {
        return operands.tensors().getFirst();
    }

    /** The first tensor with height and width. */
    private String map() {
        return map(x());
    }

    static String map(Operand operand) {
        return operand.flat() ? operand.name() + "[:, :, None, None]" : operand.name();
    }

    private static String flat(Operand operand) {
        return operand.flat() ? operand.name() : operand.name() + ".flatten(1)";
    }

    private List<String> pointwise(Call call) {
        return List.of("y = " + call.on(x().name()));
    }

    /** Operands that meet are all flat, or none is. */
    private String joined(String sign) {
        return operands.tensors().stream().map(each -> operands.areFlat() ? flat(each) : map(each))
                .collect(Collectors.joining(sign));
    }

    /** {@code nn.Conv2d(8)}, still to be completed, or its lazy sister where nobody knows how many channels come in. */
    private Call made(String name) {
        Optional<Shape> shape = x().shape();
        return shape.isPresent() ? Call.of("nn." + name, shape.get().channels()) : Call.of("nn.Lazy" + name);
    }

    private String conv(Layer.Conv conv) {
        Padding padding = conv.window().padding();
        boolean own = Python.isSymmetric(padding);
        return made("Conv2d").and(conv.filters()).with("kernel_size", conv.window().kernel())
                .unless(Size.ONE, "stride", conv.window().stride())
                .unless(new Size(0, 0), "padding", own ? new Size(padding.top(), padding.left()) : new Size(0, 0))
                .unless(Size.ONE, "dilation", conv.window().dilation())
                .unless(1, "groups", conv.groups()).unless(true, "bias", conv.bias())
                .on(own ? map() : padded(map(), padding));
    }

    private String transposed(Layer.TransposedConv conv) {
        Padding padding = conv.padding();
        boolean own = Python.isSymmetric(padding);
        String made = made("ConvTranspose2d").and(conv.filters()).with("kernel_size", conv.kernel())
                .unless(Size.ONE, "stride", conv.stride())
                .unless(new Size(0, 0), "padding", own ? new Size(padding.top(), padding.left()) : new Size(0, 0))
                .unless(new Size(0, 0), "output_padding", conv.outputPadding()).unless(true, "bias", conv.bias())
                .on(map());
        return own ? made : made + cut(padding);
    }

    private Sliding sliding(Window window) {
        return new Sliding(window, x().shape(), shapes.find(node.id()));
    }

    private boolean givesIndices() {
        return shapes.network().consumers(node.id()).stream().map(shapes.network()::node)
                .anyMatch(each -> each.inlets().contains(Inlet.indices(node.id())));
    }

    /** {@code [:, :, 4:-4, 4:-4]}. */
    static String cut(Padding sides) {
        return "[:, :, " + cut(sides.top(), sides.bottom()) + ", " + cut(sides.left(), sides.right()) + "]";
    }

    private static String cut(int before, int after) {
        return (before == 0 ? "" : before) + ":" + (after == 0 ? "" : -after);
    }

    static String padded(String operand, Padding sides) {
        return padded(operand, sides, "0");
    }

    static String padded(String operand, Padding sides, String value) {
        return "F.pad(" + operand + ", " + Python.tuple(sides.left(), sides.right(), sides.top(), sides.bottom())
                + (value.equals("0") ? "" : ", value=" + value) + ")";
    }
}
