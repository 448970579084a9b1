package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * The shortest way with few corners around boxes, along lines that keep some distance to them (A* search). Finds one
 * wherever boxes do not overlap.
 */
final class Detour {
    private static final double[] CLEARANCES = {12, 4, 0};
    private static final double NEIGHBOURHOOD = 300;
    private static final double CORNER_COSTS = 60;
    private static final int MOST_STEPS = 300_000;

    private final Ground ground;
    private final Box from;
    private final Box to;
    private final double clearance;
    private final double[] xs;
    private final double[] ys;

    private Detour(Ground ground, Collection<Box> boxes, Box from, Box to, double clearance) {
        this.ground = ground;
        this.from = from;
        this.to = to;
        this.clearance = clearance;
        TreeSet<Double> columns = new TreeSet<>(List.of(start().x(), goal().x()));
        TreeSet<Double> rows = new TreeSet<>(List.of(start().y(), goal().y()));
        for (Box box : boxes) {
            columns.add(box.left() - clearance);
            columns.add(box.right() + clearance);
            rows.add(box.top() - clearance);
            rows.add(box.bottom() + clearance);
        }
        xs = columns.stream().mapToDouble(Double::doubleValue).toArray();
        ys = rows.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** From a box's right side to another's left side; straight across where boxes overlap so that there is no way. */
    static Route around(Ground ground, Collection<Box> boxes, Box from, Box to) {
        List<Box> near = boxes.stream().filter(box -> isNear(box, from, to)).toList();
        for (double clearance : CLEARANCES) {
            for (Collection<Box> known : List.of(near, boxes)) {
                Optional<List<Point>> way = new Detour(ground, known, from, to, clearance).search();
                if (way.isPresent()) {
                    List<Point> corners = new ArrayList<>(way.get());
                    corners.addFirst(from.exit());
                    corners.addLast(to.entry());
                    Route rounded = Ways.through(corners);
                    // Along a border there is no room to cut a corner.
                    return ground.isClear(rounded, List.of(from, to)) ? rounded : Ways.through(corners, 0);
                }
            }
        }
        return Ways.through(List.of(from.exit(), to.entry()), 0);
    }

    private static boolean isNear(Box box, Box from, Box to) {
        return box.right() > Math.min(from.left(), to.left()) - NEIGHBOURHOOD
                && box.left() < Math.max(from.right(), to.right()) + NEIGHBOURHOOD
                && box.bottom() > Math.min(from.top(), to.top()) - NEIGHBOURHOOD
                && box.top() < Math.max(from.bottom(), to.bottom()) + NEIGHBOURHOOD;
    }

    private Point start() {
        return new Point(from.right() + clearance, from.axis());
    }

    private Point goal() {
        return new Point(to.left() - clearance, to.axis());
    }

    /** A place on the way, what the way to it costs, and what the whole way costs at least. */
    private record Step(int state, double cost, double bound) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int order = Double.compare(bound, other.bound);
            return order != 0 ? order : Integer.compare(state, other.state);
        }
    }

    private Optional<List<Point>> search() {
        double[] costs = new double[2 * xs.length * ys.length];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        int[] before = new int[costs.length];
        int first = state(start());
        int last = state(goal());
        costs[first] = 0;
        before[first] = -1;
        PriorityQueue<Step> open = new PriorityQueue<>(List.of(new Step(first, 0, 0)));
        for (int steps = 0; !open.isEmpty() && steps < MOST_STEPS; steps++) {
            Step step = open.remove();
            if (step.state() / 2 == last / 2) {
                return Optional.of(way(before, step.state()));
            }
            for (int next : neighbours(step.state())) {
                Point here = point(step.state());
                Point there = point(next);
                double corner = next % 2 == step.state() % 2 ? 0 : CORNER_COSTS;
                double cost = step.cost() + here.distance(there) + corner;
                if (cost < costs[next] && ground.isClear(here, there)) {
                    costs[next] = cost;
                    before[next] = step.state();
                    double left = Math.abs(there.x() - goal().x()) + Math.abs(there.y() - goal().y());
                    open.add(new Step(next, cost, cost + left));
                }
            }
        }
        return Optional.empty();
    }

    /** A crossing of two lines, come to along a row; one more where one comes to it along a column. */
    private int state(Point point) {
        return 2 * (Arrays.binarySearch(xs, point.x()) * ys.length + Arrays.binarySearch(ys, point.y()));
    }

    private List<Integer> neighbours(int state) {
        int x = state / 2 / ys.length;
        int y = state / 2 % ys.length;
        List<Integer> neighbours = new ArrayList<>(4);
        if (x + 1 < xs.length) {
            neighbours.add(2 * ((x + 1) * ys.length + y));
        }
        if (x > 0) {
            neighbours.add(2 * ((x - 1) * ys.length + y));
        }
        if (y + 1 < ys.length) {
            neighbours.add(2 * (x * ys.length + y + 1) + 1);
        }
        if (y > 0) {
            neighbours.add(2 * (x * ys.length + y - 1) + 1);
        }
        return neighbours;
    }

    private Point point(int state) {
        return new Point(xs[state / 2 / ys.length], ys[state / 2 % ys.length]);
    }

    private List<Point> way(int[] before, int last) {
        List<Point> way = new ArrayList<>();
        for (int state = last; state >= 0; state = before[state]) {
            way.add(point(state));
        }
        Collections.reverse(way);
        return way;
    }
}
