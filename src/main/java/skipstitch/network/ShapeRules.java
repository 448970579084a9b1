package skipstitch.network;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Misfit.Rule;

/** The shape that each layer makes of what comes in. All arithmetic is in {@code long}, so nothing overflows. */
final class ShapeRules {
    /** No setting of a layer is larger than this, so that sums of a few of them cannot overflow. */
    private static final int LARGEST_SETTING = 1 << 24;

    private ShapeRules() {}

    static Fit apply(Node node, List<Shape> incoming) {
        try {
            return new Fit.Fits(shape(node.layer(), incoming));
        } catch (Broken broken) {
            return new Fit.Breaks(new Misfit(node.id(), broken.rule, incoming, node.label() + ": " + broken.getMessage()));
        }
    }

    private static Shape shape(Layer layer, List<Shape> incoming) throws Broken {
        return switch (layer) {
            case Layer.Input(Shape shape) -> shape;
            case Layer.Conv conv -> conv(conv, incoming.getFirst());
            case Layer.TransposedConv conv -> transposed(conv, incoming.getFirst());
            case Layer.MaxPool pool -> pool(pool.window(), pool.ceilMode(), incoming.getFirst());
            case Layer.AveragePool pool -> pool(pool.window(), pool.ceilMode(), incoming.getFirst());
            case Layer.GlobalAveragePool _ -> Shape.vector(incoming.getFirst().channels());
            case Layer.MaxUnpool _ -> throw new IllegalStateException("UnpoolRule serves it");
            case Layer.Upsample(int factor, _) -> {
                setting("the factor", factor, 1);
                Shape in = incoming.getFirst();
                yield sized(in.channels(), (long) in.height() * factor, (long) in.width() * factor);
            }
            case Layer.LeakyRelu(float slope) -> finite("the slope", slope, incoming.getFirst());
            case Layer.Scale(float factor) -> finite("the factor", factor, incoming.getFirst());
            case Layer.BatchNorm(float epsilon) -> {
                finite("epsilon", epsilon, incoming.getFirst());
                require(epsilon >= 0, Rule.SETTINGS, "epsilon must not be negative, it is " + epsilon);
                yield incoming.getFirst();
            }
            case Layer.Dropout(float rate) -> {
                require(rate >= 0 && rate < 1, Rule.SETTINGS, "the rate must be from 0 to below 1, it is " + rate);
                yield incoming.getFirst();
            }
            case Layer.Relu _, Layer.Relu6 _, Layer.Sigmoid _, Layer.Softmax _, Layer.Identity _ -> incoming.getFirst();
            case Layer.Linear(int outputs, _) -> {
                setting("the number of outputs", outputs, 1);
                require(incoming.getFirst().isVector(), Rule.VECTOR,
                        "a vector is needed, but " + incoming.getFirst() + " comes in: flatten or average it first");
                kernelAddressable((long) outputs * incoming.getFirst().channels(), Size.ONE);
                yield sized(outputs, 1, 1);
            }
            case Layer.Flatten _ -> Shape.vector(incoming.getFirst().elements());
            case Layer.Add _, Layer.Multiply _ -> same(incoming);
            case Layer.Concat _ -> concat(incoming);
            case Layer.Gate _ -> gate(incoming.get(0), incoming.get(1));
            case Layer.Crop(Padding sides) -> {
                sides(sides);
                yield padded(incoming.getFirst(), sides, -1);
            }
            case Layer.ZeroPad(Padding sides) -> {
                sides(sides);
                yield padded(incoming.getFirst(), sides, 1);
            }
            case Layer.ZeroPadChannels(int before, int after) -> {
                setting("the number of channels before", before, 0);
                setting("the number of channels after", after, 0);
                Shape in = incoming.getFirst();
                yield sized((long) in.channels() + before + after, in.height(), in.width());
            }
            case Layer.Subsample(int stride) -> {
                setting("the stride", stride, 1);
                Shape in = incoming.getFirst();
                yield sized(in.channels(), ceilDiv(in.height(), stride), ceilDiv(in.width(), stride));
            }
        };
    }

    private static Shape conv(Layer.Conv conv, Shape in) throws Broken {
        setting("the number of filters", conv.filters(), 1);
        setting("the number of groups", conv.groups(), 1);
        window(conv.window());
        require(in.channels() % conv.groups() == 0, Rule.GROUPS_DIVIDE,
                conv.groups() + " groups do not divide the " + in.channels() + " channels that come in");
        require(conv.filters() % conv.groups() == 0, Rule.GROUPS_DIVIDE,
                conv.groups() + " groups do not divide the " + conv.filters() + " filters");
        fits(conv.window(), in);
        Window window = conv.window();
        kernelAddressable((long) conv.filters() * (in.channels() / conv.groups()), window.kernel());
        return sized(conv.filters(),
                steps(in.height(), window.padding().top(), window.padding().bottom(), window.spanHeight(), window.stride().height(), false),
                steps(in.width(), window.padding().left(), window.padding().right(), window.spanWidth(), window.stride().width(), false));
    }

    private static Shape transposed(Layer.TransposedConv conv, Shape in) throws Broken {
        setting("the number of filters", conv.filters(), 1);
        size("the kernel", conv.kernel(), 1);
        size("the stride", conv.stride(), 1);
        size("the output padding", conv.outputPadding(), 0);
        sides(conv.padding());
        require(conv.outputPadding().height() < conv.stride().height()
                        && conv.outputPadding().width() < conv.stride().width(), Rule.SETTINGS,
                "the output padding " + conv.outputPadding() + " must be smaller than the stride " + conv.stride());
        kernelAddressable((long) conv.filters() * in.channels(), conv.kernel());
        long paintedHeight = (in.height() - 1L) * conv.stride().height() + conv.kernel().height();
        long paintedWidth = (in.width() - 1L) * conv.stride().width() + conv.kernel().width();
        addressable("the painted sheet", conv.filters(), paintedHeight, paintedWidth);
        return sized(conv.filters(),
                paintedHeight + conv.outputPadding().height() - conv.padding().top() - conv.padding().bottom(),
                paintedWidth + conv.outputPadding().width() - conv.padding().left() - conv.padding().right());
    }

    private static Shape pool(Window window, boolean ceil, Shape in) throws Broken {
        window(window);
        Padding padding = window.padding();
        require(Math.max(padding.top(), padding.bottom()) * 2L <= window.spanHeight()
                        && Math.max(padding.left(), padding.right()) * 2L <= window.spanWidth(), Rule.SETTINGS,
                "the padding " + padding + " is more than half of the window " + window.kernel()
                        + ": a window would see padding alone");
        fits(window, in);
        return sized(in.channels(),
                steps(in.height(), padding.top(), padding.bottom(), window.spanHeight(), window.stride().height(), ceil),
                steps(in.width(), padding.left(), padding.right(), window.spanWidth(), window.stride().width(), ceil));
    }

    /** How many windows fit; in ceil mode the last may stick out, but starts inside the input or left padding. */
    private static long steps(long in, long before, long after, long span, long stride, boolean ceil) {
        long free = in + before + after - span;
        long steps = (ceil ? ceilDiv(free, stride) : free / stride) + 1;
        return ceil && (steps - 1) * stride >= in + before ? steps - 1 : steps;
    }

    private static Shape same(List<Shape> incoming) throws Broken {
        Shape first = incoming.getFirst();
        for (Shape other : incoming) {
            if (!other.equals(first)) {
                throw new Broken(Rule.SAME_SHAPE, first + " meets " + other + ": " + difference(first, other));
            }
        }
        return first;
    }

    private static Shape concat(List<Shape> incoming) throws Broken {
        Shape first = incoming.getFirst();
        long channels = 0;
        for (Shape other : incoming) {
            if (!other.sameSizeAs(first)) {
                throw new Broken(Rule.SAME_SIZE, first + " meets " + other + ": "
                        + difference(first.withChannels(1), other.withChannels(1)));
            }
            channels += other.channels();
        }
        return sized(channels, first.height(), first.width());
    }

    private static Shape gate(Shape gated, Shape gate) throws Broken {
        require(gate.channels() == 1 && gate.sameSizeAs(gated), Rule.GATE_OF_ONE_CHANNEL,
                gated + " needs a gate of " + "1×" + gated.height() + "×" + gated.width() + ", but " + gate + " comes in");
        return gated;
    }

    /** {@code channels (8, 16), height (32, 16) and width (32, 8) differ}. */
    private static String difference(Shape a, Shape b) {
        List<String> axes = new ArrayList<>();
        differ(axes, "channels", a.channels(), b.channels());
        differ(axes, "height", a.height(), b.height());
        differ(axes, "width", a.width(), b.width());
        boolean plural = axes.size() > 1 || a.channels() != b.channels();
        String last = axes.removeLast();
        return (axes.isEmpty() ? last : String.join(", ", axes) + " and " + last) + (plural ? " differ" : " differs");
    }

    private static void differ(List<String> axes, String axis, int a, int b) {
        if (a != b) {
            axes.add(axis + " (" + a + ", " + b + ")");
        }
    }

    private static Shape padded(Shape in, Padding sides, int sign) throws Broken {
        long height = in.height() + (long) sign * (sides.top() + sides.bottom());
        long width = in.width() + (long) sign * (sides.left() + sides.right());
        return sized(in.channels(), height, width);
    }

    private static Shape sized(long channels, long height, long width) throws Broken {
        require(channels >= 1 && height >= 1 && width >= 1, Rule.SIZE_POSITIVE,
                "nothing would be left: " + channels + "×" + height + "×" + width);
        require(Shape.isAddressable(channels, height, width), Rule.ADDRESSABLE,
                channels + "×" + height + "×" + width + " are more than 2³¹−1 elements");
        return new Shape((int) channels, (int) height, (int) width);
    }

    private static void kernelAddressable(long maps, Size kernel) throws Broken {
        require(maps <= Integer.MAX_VALUE && maps * kernel.area() <= Integer.MAX_VALUE
                        && (long) kernel.height() * kernel.width() <= Integer.MAX_VALUE, Rule.ADDRESSABLE,
                "the kernels would have more than 2³¹−1 weights");
    }

    private static void window(Window window) throws Broken {
        size("the kernel", window.kernel(), 1);
        size("the stride", window.stride(), 1);
        size("the dilation", window.dilation(), 1);
        sides(window.padding());
    }

    private static void fits(Window window, Shape in) throws Broken {
        long height = (long) in.height() + window.padding().top() + window.padding().bottom();
        long width = (long) in.width() + window.padding().left() + window.padding().right();
        require(window.spanHeight() <= height && window.spanWidth() <= width, Rule.WINDOW_FITS,
                "a window of " + window.spanHeight() + "×" + window.spanWidth() + " is larger than the padded "
                        + height + "×" + width);
        addressable("the padded picture", in.channels(), height, width);
    }

    /** What a layer makes on its way must fit into an array too, even where its output is small. */
    private static void addressable(String what, long channels, long height, long width) throws Broken {
        require(Shape.isAddressable(channels, height, width), Rule.ADDRESSABLE,
                what + " of " + channels + "×" + height + "×" + width + " has more than 2³¹−1 elements");
    }

    private static void size(String what, Size size, int least) throws Broken {
        setting(what + "'s height", size.height(), least);
        setting(what + "'s width", size.width(), least);
    }

    private static void sides(Padding sides) throws Broken {
        setting("the number of rows above", sides.top(), 0);
        setting("the number of columns on the left", sides.left(), 0);
        setting("the number of rows below", sides.bottom(), 0);
        setting("the number of columns on the right", sides.right(), 0);
    }

    private static void setting(String what, int value, int least) throws Broken {
        require(value >= least && value <= LARGEST_SETTING, Rule.SETTINGS,
                what + " must be from " + least + " to " + LARGEST_SETTING + ", it is " + value);
    }

    private static Shape finite(String what, float value, Shape in) throws Broken {
        require(Float.isFinite(value), Rule.SETTINGS, what + " must be a finite number, it is " + value);
        return in;
    }

    private static long ceilDiv(long a, long b) {
        return Math.ceilDiv(a, b);
    }

    private static void require(boolean holds, Rule rule, String why) throws Broken {
        if (!holds) {
            throw new Broken(rule, why);
        }
    }

    private static final class Broken extends Exception {
        private final transient Rule rule;

        Broken(Rule rule, String why) {
            super(why, null, false, false);
            this.rule = rule;
        }
    }
}
