package skipstitch.ui.viewer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.network.Shape;

/**
 * Where the maps stand on a sheet of any height, in device pixels. Each group of channels begins a row of its own, with
 * a seam before it. A channel is known by its position: which one it is, counted over all groups.
 *
 * @param groups    how many channels each has
 * @param columns   maps in a row
 * @param mapWidth  of one map, inside its frame
 * @param mapHeight of one map
 * @param trim      what is around the maps
 */
record SheetLayout(List<Integer> groups, int columns, int mapWidth, int mapHeight, Trim trim) {
    private static final double NEARLY = 0.8;

    /**
     * What is around a map.
     *
     * @param frame   on each side
     * @param caption the height of the line below
     * @param gap     between neighbours, and around all
     * @param seam    before a group that is not the first
     */
    record Trim(int frame, int caption, int gap, int seam) {}

    /**
     * As many columns as there is room for.
     *
     * @param side  of the longer side of a map; where it costs little, less, so that each value has whole pixels
     * @param width of the room
     */
    static SheetLayout of(List<Integer> groups, Shape shape, double side, int width, Trim trim) {
        int mapWidth = pixels(shape.width(), side / Math.max(shape.width(), shape.height()));
        int mapHeight = pixels(shape.height(), side / Math.max(shape.width(), shape.height()));
        int columns = Math.max(1, (width - trim.gap()) / (mapWidth + 2 * trim.frame() + trim.gap()));
        int most = groups.isEmpty() ? 1 : Collections.max(groups);
        return new SheetLayout(List.copyOf(groups), Math.min(columns, most), mapWidth, mapHeight, trim);
    }

    private static int pixels(int values, double each) {
        double whole = Math.floor(each);
        return Math.max(1, (int) (whole >= 1 && whole >= NEARLY * each ? whole * values : Math.round(each * values)));
    }

    /** The largest side of maps that all fit into a room, but at least {@code least} and at most {@code most}. */
    static double fitting(List<Integer> groups, Shape shape, int width, int height, Trim trim, double least,
                          double most) {
        double side = most;
        while (side > least && !(of(groups, shape, side, width, trim).height() <= height
                && of(groups, shape, side, width, trim).width() <= width)) {
            side *= 0.94;
        }
        return Math.max(least, side);
    }

    private int pitchX() {
        return mapWidth + 2 * trim.frame() + trim.gap();
    }

    private int pitchY() {
        return mapHeight + 2 * trim.frame() + trim.caption() + trim.gap();
    }

    int count() {
        return groups.stream().mapToInt(Integer::intValue).sum();
    }

    int width() {
        return columns * pitchX() + trim.gap();
    }

    int height() {
        return groups.stream().mapToInt(this::rows).sum() * pitchY() + trim.gap()
                + Math.max(0, groups.size() - 1) * trim.seam();
    }

    private int rows(int group) {
        return Math.ceilDiv(group, columns);
    }

    /** Left edge of a map, inside its frame. */
    int x(int position) {
        int first = 0;
        for (int group : groups) {
            if (position < first + group) {
                return trim.gap() + (position - first) % columns * pitchX() + trim.frame();
            }
            first += group;
        }
        throw new IllegalArgumentException("No position " + position);
    }

    /** Top edge of a map, inside its frame. */
    int y(int position) {
        int first = 0;
        int top = trim.gap();
        for (int group : groups) {
            if (position < first + group) {
                return top + (position - first) / columns * pitchY() + trim.frame();
            }
            top += rows(group) * pitchY() + trim.seam();
            first += group;
        }
        throw new IllegalArgumentException("No position " + position);
    }

    /** The positions of which something stands between two heights. */
    List<Integer> between(int top, int bottom) {
        int from = firstBelow(top - pitchY());
        int to = firstBelow(bottom);
        return IntStream.range(from, to).boxed().toList();
    }

    /** The first position whose top is at a height or below it. */
    private int firstBelow(int height) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (y(middle) - trim.frame() >= height) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The position whose map, frame or caption is at a point. */
    Optional<Integer> at(int x, int y) {
        return between(y, y + 1).stream().filter(position -> {
            int left = x(position) - trim.frame();
            int top = y(position) - trim.frame();
            return x >= left && x < left + mapWidth + 2 * trim.frame()
                    && y >= top && y < top + mapHeight + 2 * trim.frame() + trim.caption();
        }).findFirst();
    }

    /** The position above or below another, in the same column or the last one there; the same if there is none. */
    int vertically(int position, int step) {
        int wanted = x(position);
        int y = y(position);
        List<Integer> rows = step < 0 ? IntStream.range(0, position).boxed().toList().reversed()
                : IntStream.range(position + 1, count()).boxed().toList();
        int next = rows.stream().filter(each -> y(each) != y).findFirst().map(this::y).orElse(y);
        return next == y ? position : IntStream.range(0, count()).filter(each -> y(each) == next && x(each) <= wanted)
                .max().orElse(position);
    }

    /** Whether the values of maps of a shape are squares of at least so many pixels. */
    boolean hasCells(Shape shape, double least) {
        return (double) mapWidth / shape.width() >= least && (double) mapHeight / shape.height() >= least;
    }
}
