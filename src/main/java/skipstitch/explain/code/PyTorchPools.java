package skipstitch.explain.code;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Pools in PyTorch, whose own padding is the same on opposite sides and at most half of the kernel. */
final class PyTorchPools {
    private PyTorchPools() {}

    /** Whether the pool itself can pad. */
    static boolean pads(Window window) {
        return Python.isSymmetric(window.padding()) && window.padding().top() * 2L <= window.kernel().height()
                && window.padding().left() * 2L <= window.kernel().width();
    }

    static List<String> max(Layer.MaxPool pool, Sliding sliding, String x, boolean indices) {
        Window window = pool.window();
        boolean own = pads(window);
        Call call = pool("nn.MaxPool2d", window, own).unless(Size.ONE, "dilation", window.dilation())
                .unless(false, "ceil_mode", own && pool.ceilMode()).unless(false, "return_indices", indices);
        String padded = own ? x : PyTorch.padded(x, sliding.around(), "float(\"-inf\")");
        return List.of((indices ? "y, indices = " : "y = ") + call.on(padded));
    }

    private static Call pool(String name, Window window, boolean own) {
        Size padding = own ? new Size(window.padding().top(), window.padding().left()) : new Size(0, 0);
        return Call.of(name, window.kernel()).with("stride", window.stride()).unless(new Size(0, 0), "padding", padding);
    }

    static List<String> average(Layer.AveragePool pool, Sliding sliding, String x) {
        Window window = pool.window();
        if (pads(window) && sliding.isDense()) {
            return List.of("y = " + pool("nn.AvgPool2d", window, true).unless(false, "ceil_mode", pool.ceilMode())
                    .unless(true, "count_include_pad", pool.countPadding()).on(x));
        }
        String p = PyTorch.padded(x, sliding.around());
        boolean counted = pool.countPadding() && sliding.beyond().equals(Padding.NONE);
        if (sliding.isDense()) {
            String mean = pool("nn.AvgPool2d", window, false).toString();
            return counted ? List.of("y = " + mean + "(" + p + ")")
                    : List.of("m = " + ones(pool, sliding, x), "y = " + mean + "(" + p + ") / " + mean + "(m)");
        }
        Taps taps = new Taps(window, sliding.out(), true);
        return counted ? List.of("p = " + p, "y = torch.stack(" + taps.of("p") + ").mean(0)")
                : List.of("p = " + p, "m = " + ones(pool, sliding, x),
                        "total = torch.stack(" + taps.of("p") + ").sum(0)",
                        "y = total / torch.stack(" + taps.of("m") + ").sum(0).clamp(min=1)");
    }

    /** 1 where a place counts, 0 around. */
    private static String ones(Layer.AveragePool pool, Sliding sliding, String x) {
        String ones = "torch.ones_like(" + x + ")";
        Padding declared = pool.window().padding();
        return !pool.countPadding() ? PyTorch.padded(ones, sliding.around())
                : PyTorch.padded(PyTorch.padded(ones, declared, "1"), sliding.beyond());
    }

    static List<String> unpool(Shapes shapes, Node node, Operands operands) {
        String x = PyTorch.map(operands.tensors().getFirst());
        String indices = operands.indices().map(Operands.Operand::name).orElse("indices");
        Optional<Node> source = operands.indices().flatMap(each -> shapes.network().find(each.variable().source()));
        if (source.isEmpty() || !(source.get().layer() instanceof Layer.MaxPool pool)) {
            return List.of("# no max pool gives indices");
        }
        Window window = pool.window();
        String made = pool("nn.MaxUnpool2d", window, pads(window)).toString();
        Optional<Shape> out = shapes.find(node.id());
        Optional<Shape> in = shapes.find(source.get().id());
        return out.isPresent() && in.isPresent()
                ? unpool(new Sliding(window, out, in), in.get(), out.get(), made, x, indices)
                : List.of("y = " + made + "(" + x + ", " + indices + ")");
    }

    /** Indices count places of what the pool itself was given: where it cannot pad, of the padded sheet. */
    private static List<String> unpool(Sliding sliding, Shape in, Shape out, String made, String x,
                                       String indices) {
        boolean own = pads(sliding.window());
        Padding around = own ? Padding.NONE : sliding.around();
        Size sheet = new Size(out.height() + around.top() + around.bottom(),
                out.width() + around.left() + around.right());
        String cut = own ? "" : PyTorch.cut(around);
        Size usual = usual(sliding.window(), in, own);
        Size stride = sliding.window().stride();
        if (Math.abs(sheet.height() - usual.height()) < stride.height()
                && Math.abs(sheet.width() - usual.width()) < stride.width()) {
            String size = sheet.equals(usual) ? "" : ", output_size=" + Python.tuple(sheet.height(), sheet.width());
            return List.of("y = " + made + "(" + x + ", " + indices + size + ")" + cut);
        }
        return List.of("flat = torch.zeros(len(" + x + "), " + in.channels() + ", " + sheet.area()
                        + ").scatter(2, " + indices + ".flatten(2), " + x + ".flatten(2))",
                "y = flat.view(-1, " + in.channels() + ", " + sheet.height() + ", " + sheet.width() + ")" + cut);
    }

    /** What PyTorch makes of it when it is told no size; it takes one that differs by less than a stride. */
    private static Size usual(Window window, Shape in, boolean own) {
        Padding padding = own ? window.padding() : Padding.NONE;
        return new Size(usual(in.height(), window.kernel().height(), window.stride().height(), padding.top()),
                usual(in.width(), window.kernel().width(), window.stride().width(), padding.left()));
    }

    private static int usual(int in, int kernel, int stride, int padding) {
        return (in - 1) * stride - 2 * padding + kernel;
    }
}
