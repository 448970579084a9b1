package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where boxes stand, and so where nothing else may be; in squares, so that few boxes are asked. */
final class Ground {
    private static final double SQUARE = 256;
    /** Along a box's border one may go. */
    private static final double BORDER = 0.5;

    private final Map<Square, List<Box>> squares = new HashMap<>();

    private record Square(int column, int row) {}

    Ground(Collection<Box> boxes) {
        boxes.forEach(this::add);
    }

    void add(Box box) {
        for (int column = square(box.left()); column <= square(box.right()); column++) {
            for (int row = square(box.top()); row <= square(box.bottom()); row++) {
                squares.computeIfAbsent(new Square(column, row), _ -> new ArrayList<>()).add(box);
            }
        }
    }

    private static int square(double at) {
        return (int) Math.floor(at / SQUARE);
    }

    /** A box that overlaps one. */
    Optional<Box> under(Box box) {
        return find(box.left(), box.top(), box.right(), box.bottom(), box::overlaps);
    }

    /** Whether a route keeps clear of all boxes but some. */
    boolean isClear(Route route, Collection<Box> but) {
        List<Point> way = route.flattened();
        for (int i = 1; i < way.size(); i++) {
            Point start = way.get(i - 1);
            Point end = way.get(i);
            Optional<Box> hit = find(start, end,
                    box -> !but.contains(box) && isThrough(box, start, end));
            if (hit.isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a straight piece keeps clear of all boxes. */
    boolean isClear(Point from, Point to) {
        return find(from, to, box -> isThrough(box, from, to)).isEmpty();
    }

    private Optional<Box> find(Point from, Point to, Predicate<Box> wanted) {
        return find(Math.min(from.x(), to.x()), Math.min(from.y(), to.y()), Math.max(from.x(), to.x()),
                Math.max(from.y(), to.y()), wanted);
    }

    private Optional<Box> find(double left, double top, double right, double bottom, Predicate<Box> wanted) {
        for (int column = square(left); column <= square(right); column++) {
            for (int row = square(top); row <= square(bottom); row++) {
                for (Box box : squares.getOrDefault(new Square(column, row), List.of())) {
                    if (wanted.test(box)) {
                        return Optional.of(box);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Cuts the piece at each side of the box in turn; something is left if it runs through. */
    private static boolean isThrough(Box box, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double[] span = {0, 1};
        return cut(span, -dx, from.x() - box.left() - BORDER) && cut(span, dx, box.right() - BORDER - from.x())
                && cut(span, -dy, from.y() - box.top() - BORDER) && cut(span, dy, box.bottom() - BORDER - from.y());
    }

    private static boolean cut(double[] span, double towards, double room) {
        if (towards == 0) {
            return room > 0;
        }
        double share = room / towards;
        if (towards < 0) {
            span[0] = Math.max(span[0], share);
        } else {
            span[1] = Math.min(span[1], share);
        }
        return span[0] < span[1];
    }
}
