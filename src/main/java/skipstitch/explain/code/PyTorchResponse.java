package skipstitch.explain.code;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** What PyTorch does where a node misfits. */
final class PyTorchResponse {
    private static final Response TOO_SMALL = new Response.Refuses("RuntimeError", "Output size is too small");

    private PyTorchResponse() {}

    static Optional<Response> to(Shapes network, Node node, Misfit misfit) {
        List<Shape> shapes = misfit.shapes();
        return switch (misfit.rule()) {
            case SAME_SHAPE, GATE_OF_ONE_CHANNEL -> Optional.of(elementwise(shapes));
            case SAME_SIZE -> Optional.of(concat(shapes));
            case GROUPS_DIVIDE -> Optional.of(groups((Layer.Conv) node.layer(), shapes.getFirst()));
            case WINDOW_FITS -> window(node.layer(), shapes.getFirst());
            case VECTOR -> Optional.of(linear((Layer.Linear) node.layer(), shapes.getFirst()));
            case SIZE_POSITIVE -> Optional.of(nothingLeft(node.layer(), shapes.getFirst()));
            case INDICES_OF_A_POOL -> indices(network, node, shapes);
            case NO_CYCLE, SOURCES_EXIST, FAN_IN, SETTINGS, ADDRESSABLE -> Optional.empty();
        };
    }

    /** PyTorch compares axes from the last to the first, and names the first pair that differs. */
    private static Response elementwise(List<Shape> shapes) {
        Broadcast broadcast = Broadcast.of(shapes);
        if (broadcast.clash().isEmpty()) {
            return broadcast.response(shapes);
        }
        Broadcast.Sizes a = broadcast.so();
        Broadcast.Sizes b = broadcast.clash().get();
        String gist = !Broadcast.spreads(a.width(), b.width()) ? sizes(a.width(), b.width(), 3)
                : !Broadcast.spreads(a.height(), b.height()) ? sizes(a.height(), b.height(), 2)
                : sizes(a.channels(), b.channels(), 1);
        return new Response.Refuses("RuntimeError", gist);
    }

    private static String sizes(int a, int b, int axis) {
        return "The size of tensor a (" + a + ") must match the size of tensor b (" + b + ") at non-singleton dimension "
                + axis;
    }

    private static Response concat(List<Shape> shapes) {
        Shape first = shapes.getFirst();
        int other = 1;
        while (shapes.get(other).sameSizeAs(first)) {
            other++;
        }
        Shape differs = shapes.get(other);
        boolean height = differs.height() != first.height();
        return new Response.Refuses("RuntimeError", "Sizes of tensors must match except in dimension 1. Expected size "
                + (height ? first.height() : first.width()) + " but got size "
                + (height ? differs.height() : differs.width()) + " for tensor number " + other + " in the list.");
    }

    private static Response groups(Layer.Conv conv, Shape in) {
        String which = in.channels() % conv.groups() != 0 ? "in" : "out";
        return new Response.Refuses("ValueError", which + "_channels must be divisible by groups");
    }

    /** Nothing is said of an average with dilation, which PyTorch does not have. */
    private static Optional<Response> window(Layer layer, Shape in) {
        return switch (layer) {
            case Layer.Conv conv -> {
                Padding padding = conv.window().padding();
                yield Optional.of(new Response.Refuses("RuntimeError", "Calculated padded input size per channel: ("
                        + (in.height() + padding.top() + padding.bottom()) + " x "
                        + (in.width() + padding.left() + padding.right()) + "). Kernel size: ("
                        + conv.window().spanHeight() + " x " + conv.window().spanWidth()
                        + "). Kernel size can't be greater than actual input size"));
            }
            case Layer.MaxPool pool -> Optional.of(pool(pool.window(), pool.ceilMode(), in));
            case Layer.AveragePool pool when pool.window().dilation().equals(Size.ONE) ->
                    Optional.of(pool(pool.window(), pool.ceilMode(), in));
            default -> Optional.empty();
        };
    }

    /** In ceil mode PyTorch's last window may be partial even where it is the only one. */
    private static Response pool(Window window, boolean ceil, Shape in) {
        Padding padding = window.padding();
        long height = steps(in.height(), padding.top(), window.spanHeight(), window.stride().height(), ceil);
        long width = steps(in.width(), padding.left(), window.spanWidth(), window.stride().width(), ceil);
        return height > 0 && width > 0 && PyTorchPools.pads(window)
                ? new Response.GoesOn(sized(in.channels(), height, width),
                        "takes the window that sticks out as a partial one")
                : TOO_SMALL;
    }

    private static long steps(long in, long padding, long span, long stride, boolean ceil) {
        long steps = Math.floorDiv(in + 2 * padding - span + (ceil ? stride - 1 : 0), stride) + 1;
        return ceil && (steps - 1) * stride >= in + padding ? steps - 1 : steps;
    }

    /** A linear layer multiplies along the last axis, which is the width. */
    private static Response linear(Layer.Linear linear, Shape in) {
        return in.width() == in.channels()
                ? new Response.GoesOn(sized(in.channels(), in.height(), linear.outputs()),
                        "multiplies along the width, row by row, without a word")
                : new Response.Refuses("RuntimeError", "mat1 and mat2 shapes cannot be multiplied ("
                        + (long) in.channels() * in.height() + "x" + in.width() + " and " + in.channels() + "x"
                        + linear.outputs() + ")");
    }

    private static Response nothingLeft(Layer layer, Shape in) {
        return switch (layer) {
            case Layer.Crop(Padding sides) -> sliced(in.channels(), in.height(), in.width(), sides);
            case Layer.TransposedConv conv when !Python.isSymmetric(conv.padding()) -> sliced(conv.filters(),
                    (in.height() - 1L) * conv.stride().height() + conv.kernel().height() + conv.outputPadding().height(),
                    (in.width() - 1L) * conv.stride().width() + conv.kernel().width() + conv.outputPadding().width(),
                    conv.padding());
            default -> TOO_SMALL;
        };
    }

    private static Response sliced(int channels, long height, long width, Padding sides) {
        return new Response.GoesOn(sized(channels, Math.max(0, height - sides.top() - sides.bottom()),
                Math.max(0, width - sides.left() - sides.right())), "slices down to nothing without a word");
    }

    private static Optional<Response> indices(Shapes network, Node node, List<Shape> shapes) {
        int places = node.inlets().getFirst().role() == Inlet.Role.INDICES ? 0 : 1;
        boolean given = network.network().node(node.inlets().get(places).source()).layer() instanceof Layer.MaxPool;
        return !given ? Optional.empty() : Optional.of(new Response.Refuses("RuntimeError",
                "Expected shape of indices to be same as that of the input tensor (" + listed(shapes.get(1 - places))
                        + ") but got indices tensor with shape: " + listed(shapes.get(places))));
    }

    private static String sized(long channels, long height, long width) {
        return channels + "×" + height + "×" + width;
    }

    private static String listed(Shape shape) {
        return "[1, " + shape.channels() + ", " + shape.height() + ", " + shape.width() + "]";
    }
}
