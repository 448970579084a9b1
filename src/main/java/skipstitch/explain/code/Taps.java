package skipstitch.explain.code;

import java.util.Optional;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/** A window's taps as slices of the padded input, for pools that a framework does not dilate. */
record Taps(Window window, Optional<Shape> out, boolean channelsFirst) {

    /** {@code [p[:, i:i + 13:2, j:j + 13:2, :] for i in range(0, 5, 2) for j in range(0, 5, 2)]}. */
    String of(String name) {
        String rows = slice("i", out.map(Shape::height).orElse(1), window.stride().height());
        String columns = slice("j", out.map(Shape::width).orElse(1), window.stride().width());
        String both = rows + ", " + columns;
        return "[" + name + "[:, " + (channelsFirst ? ":, " + both : both + ", :") + "]"
                + " for i in " + range(window.spanHeight(), window.dilation().height())
                + " for j in " + range(window.spanWidth(), window.dilation().width()) + "]";
    }

    private static String slice(String from, int count, int stride) {
        return from + ":" + from + " + " + ((count - 1L) * stride + 1) + (stride == 1 ? "" : ":" + stride);
    }

    private static String range(long span, int step) {
        return "range(0, " + span + ", " + step + ")";
    }
}
