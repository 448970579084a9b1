package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import skipstitch.network.layout.Chains.Chain;

/**
 * Where along its skip each pill stands: evenly spread between fork and join, or beside that where another edge runs up
 * or down through the middle.
 */
final class Pills {
    private static final double CLEAR = 12;
    private static final double WIDTH = Box.Kind.PILL.width();

    private final List<Upright> uprights = new ArrayList<>();

    /** What runs up and down, and from where to where. */
    private record Upright(double x, double upper, double lower) {
        boolean meets(double left, double top) {
            return x > left - CLEAR && x < left + WIDTH + CLEAR && upper < top + Box.Kind.PILL.height() && lower > top;
        }
    }

    void add(double x, double one, double other) {
        uprights.add(new Upright(x, Math.min(one, other), Math.max(one, other)));
    }

    /**
     * The boxes of what stands on a skip, in order.
     *
     * @param fork where it leaves
     * @param join where it joins
     * @param top  the pills' upper edge
     */
    List<Box> boxes(Chain chain, Box fork, Box join, double top) {
        int count = chain.nodes().size();
        double from = fork.centre().x();
        double space = (join.centre().x() - from - count * WIDTH) / (count + 1);
        List<Box> boxes = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            double even = from + space * (at + 1) + WIDTH * at;
            double most = (count == 1 ? space : space / 2) - 2 * CLEAR;
            boxes.add(new Box(Box.Kind.PILL, clear(even, top, most), top));
        }
        return boxes;
    }

    /** The nearest place with nothing in the way; the place itself if there is none. */
    private double clear(double even, double top, double most) {
        double left = Box.GRID * Math.round(even / Box.GRID);
        return Stream.iterate(0, step -> step <= 0 ? 1 - step : -step)
                .limit(Math.max(1, 2 * (long) (most / Box.GRID)))
                .map(step -> left + Box.GRID * step)
                .filter(at -> uprights.stream().noneMatch(upright -> upright.meets(at, top))).findFirst().orElse(left);
    }
}
