package skipstitch.explain.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/** What Keras does where a node misfits. */
final class KerasResponse {
    private KerasResponse() {}

    static Optional<Response> to(Node node, Misfit misfit) {
        List<Shape> shapes = misfit.shapes();
        return switch (misfit.rule()) {
            case SAME_SHAPE, GATE_OF_ONE_CHANNEL -> Optional.of(elementwise(shapes));
            case SAME_SIZE -> Optional.of(concat(shapes));
            case GROUPS_DIVIDE -> Optional.of(groups((Layer.Conv) node.layer(), shapes.getFirst()));
            case WINDOW_FITS -> Optional.of(window(node.layer(), shapes.getFirst()));
            case VECTOR -> Optional.of(dense((Layer.Linear) node.layer(), shapes.getFirst()));
            case SIZE_POSITIVE -> Optional.of(new Response.Refuses("ValueError", "Values in `cropping` argument should "
                    + "be smaller than the corresponding spatial dimension of the input"));
            case INDICES_OF_A_POOL, NO_CYCLE, SOURCES_EXIST, FAN_IN, SETTINGS, ADDRESSABLE -> Optional.empty();
        };
    }

    private static Response elementwise(List<Shape> shapes) {
        Broadcast broadcast = Broadcast.of(shapes);
        return broadcast.clash().<Response>map(clash -> new Response.Refuses("ValueError", "Inputs have "
                + "incompatible shapes. Received shapes (" + listed(broadcast.so()) + ") and (" + listed(clash) + ")"))
                .orElseGet(() -> broadcast.response(shapes));
    }

    private static Response concat(List<Shape> shapes) {
        String received = shapes.stream().map(each -> "(None, " + listed(Broadcast.Sizes.of(each)) + ")")
                .collect(Collectors.joining(", "));
        return new Response.Refuses("ValueError", "A `Concatenate` layer requires inputs with matching shapes except "
                + "for the concatenation axis. Received: input_shape=[" + received + "]");
    }

    /** Keras itself refuses a negative size; at a size of 0 it is what it runs on that does. */
    private static Response window(Layer layer, Shape in) {
        Window window = switch (layer) {
            case Layer.MaxPool pool -> pool.window();
            case Layer.AveragePool pool -> pool.window();
            case Layer.Conv conv -> conv.window();
            default -> throw new IllegalStateException(layer.title() + " has no window");
        };
        Padding padding = window.padding();
        long rows = in.height() + padding.top() + padding.bottom() - window.spanHeight();
        long columns = in.width() + padding.left() + padding.right() - window.spanWidth();
        boolean negative = rows < -window.stride().height() || columns < -window.stride().width();
        return negative ? new Response.Refuses("ValueError", "Computed output size would be negative")
                : new Response.Refuses("an error of its backend", "the output would have no rows or no columns");
    }

    private static Response dense(Layer.Linear linear, Shape in) {
        return new Response.GoesOn(linear.outputs() + "×" + in.height() + "×" + in.width(),
                "applies Dense at every position, like a 1×1 convolution, without a word");
    }

    private static Response groups(Layer.Conv conv, Shape in) {
        return new Response.Refuses("ValueError", conv.filters() % conv.groups() != 0
                ? "The number of filters must be evenly divisible by the number of groups. Received: groups="
                        + conv.groups() + ", filters=" + conv.filters()
                : "The number of input channels must be evenly divisible by the number of groups. Received groups="
                        + conv.groups() + ", but the input has " + in.channels() + " channels");
    }

    private static String listed(Broadcast.Sizes sizes) {
        return sizes.height() + ", " + sizes.width() + ", " + sizes.channels();
    }
}
