package skipstitch.explain.stories;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import skipstitch.explain.arithmetic.Line;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/** How a layer's output shape follows, axis by axis, written out. */
final class ShapeSums {
    private ShapeSums() {}

    /** Axes that come out as they came in are left out. */
    static List<Line> of(Layer layer, List<Shape> in, Shape out) {
        return switch (layer) {
            case Layer.Input _, Layer.Relu _, Layer.Relu6 _, Layer.LeakyRelu _, Layer.Sigmoid _, Layer.Softmax _,
                    Layer.BatchNorm _, Layer.Dropout _, Layer.Add _, Layer.Multiply _, Layer.Gate _, Layer.Scale _,
                    Layer.Identity _, Layer.MaxUnpool _ -> List.of();
            case Layer.Conv conv -> slid(conv.window(), false, in.getFirst(), out);
            case Layer.MaxPool pool -> slid(pool.window(), pool.ceilMode(), in.getFirst(), out);
            case Layer.AveragePool pool -> slid(pool.window(), pool.ceilMode(), in.getFirst(), out);
            case Layer.TransposedConv conv -> axes(
                    painted(in.getFirst().height(), conv.stride().height(), conv.kernel().height(),
                            conv.padding().top(), conv.padding().bottom(), conv.outputPadding().height(), out.height()),
                    painted(in.getFirst().width(), conv.stride().width(), conv.kernel().width(), conv.padding().left(),
                            conv.padding().right(), conv.outputPadding().width(), out.width()));
            case Layer.GlobalAveragePool _ -> List.of();
            case Layer.Upsample(int factor, _) -> axes(in.getFirst().height() + " · " + factor + " = " + out.height(),
                    in.getFirst().width() + " · " + factor + " = " + out.width());
            case Layer.Subsample(int stride) -> axes(
                    "⌈ " + in.getFirst().height() + " / " + stride + " ⌉ = " + out.height(),
                    "⌈ " + in.getFirst().width() + " / " + stride + " ⌉ = " + out.width());
            case Layer.Linear _ -> List.of();
            case Layer.Flatten _ -> List.of(line("channels", in.getFirst().channels() + " · "
                    + in.getFirst().height() + " · " + in.getFirst().width() + " = " + out.channels()));
            case Layer.Concat _ -> List.of(line("channels", in.stream().map(shape -> Integer.toString(shape.channels()))
                    .collect(Collectors.joining(" + ")) + " = " + out.channels()));
            case Layer.Crop(Padding sides) -> framed(in.getFirst(), sides, " − ", out);
            case Layer.ZeroPad(Padding sides) -> framed(in.getFirst(), sides, " + ", out);
            case Layer.ZeroPadChannels(int before, int after) -> List.of(line("channels",
                    before + " + " + in.getFirst().channels() + " + " + after + " = " + out.channels()));
        };
    }

    private static List<Line> slid(Window window, boolean ceil, Shape in, Shape out) {
        Padding padding = window.padding();
        return axes(
                steps(in.height() + added(" + ", padding.top(), padding.bottom()),
                        span(window.kernel().height(), window.dilation().height()), window.stride().height(), ceil,
                        inAll(in.height(), padding.top(), padding.bottom(), window.spanHeight()), out.height()),
                steps(in.width() + added(" + ", padding.left(), padding.right()),
                        span(window.kernel().width(), window.dilation().width()), window.stride().width(), ceil,
                        inAll(in.width(), padding.left(), padding.right(), window.spanWidth()), out.width()));
    }

    private static long inAll(int in, int before, int after, long span) {
        return (long) in + before + after - span;
    }

    /** {@code 3}, or of a dilated window {@code (2 · (3 − 1) + 1)}. */
    private static String span(int kernel, int dilation) {
        return dilation == 1 ? Integer.toString(kernel) : "( " + dilation + " · ( " + kernel + " − 1 ) + 1 )";
    }

    /** {@code ⌊(32 + 2 · 1 − 3) / 1⌋ + 1 = 32}; in ceil mode a window that would begin behind the input is left out. */
    private static String steps(String padded, String span, int stride, boolean ceil, long free, int out) {
        long steps = (ceil ? Math.ceilDiv(free, stride) : free / stride) + 1;
        String quotient = "( " + padded + " − " + span + " ) / " + stride;
        String rounded = ceil ? "⌈" + quotient + " ⌉" : "⌊" + quotient + " ⌋";
        return rounded + " + 1" + (steps > out ? " − 1" : "") + " = " + out;
    }

    /** {@code (16 − 1) · 2 + 2 = 32}. */
    private static String painted(int in, int stride, int kernel, int before, int after, int more, int out) {
        return "( " + in + " − 1 ) · " + stride + " + " + kernel + added(" − ", before, after)
                + (more == 0 ? "" : " + " + more) + " = " + out;
    }

    private static List<Line> framed(Shape in, Padding sides, String sign, Shape out) {
        return axes(in.height() + added(sign, sides.top(), sides.bottom()) + " = " + out.height(),
                in.width() + added(sign, sides.left(), sides.right()) + " = " + out.width());
    }

    /** Both sides of the padding: nothing, twice the same, or one and the other. */
    private static String added(String sign, int before, int after) {
        if (before == after) {
            return before == 0 ? "" : sign + "2 · " + before;
        }
        return Stream.of(before, after).filter(side -> side > 0).map(side -> sign + side).collect(Collectors.joining());
    }

    private static List<Line> axes(String height, String width) {
        return height.equals(width) ? List.of(line("height and width", height))
                : List.of(line("height", height), line("width", width));
    }

    private static Line line(String axis, String sum) {
        return new Tokens().word(axis).write(sum).line(Line.Says.ASIDE);
    }
}
