package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import skipstitch.network.layout.Chains.Chain;
import skipstitch.network.layout.Graph.Arrow;

/**
 * How high everything stands. The trunk is at 0, in a U lower by its levels; or there are floors, one below the other.
 * Above are arcs and what stands on skips, below a row for each branch and a track for each edge that has no row:
 * shortest first, each clear of all that it spans.
 */
final class Rows {
    private static final double ROW_GAP = 24;
    /** Below cards whose words stand under them when looked at from afar. */
    private static final double FOLDED_ROW_GAP = 72;
    private static final double TRACK_GAP = 20;
    private static final double TRACK_HEIGHT = 4;

    private final Chains chains;
    private final Columns columns;
    private final DenseBlocks dense;
    private final double[] top;
    private final Map<Link, Double> heights = new HashMap<>();
    private final Set<Arrow> steps;
    private final double rowGap;
    /** The lowest that is taken, by columns. */
    private final double[] below;
    private final List<List<double[]>> taken = new ArrayList<>();

    Rows(Graph graph, Chains chains, Columns columns, DenseBlocks dense) {
        this.chains = chains;
        this.columns = columns;
        this.dense = dense;
        top = new double[graph.size()];
        below = new double[columns.count()];
        for (int column = 0; column < columns.count(); column++) {
            taken.add(new ArrayList<>());
        }
        steps = steps(graph);
        rowGap = graph.folded() ? FOLDED_ROW_GAP : ROW_GAP;
        placeLines(graph);
        placeBranches();
        placeTracks(graph);
    }

    /** Each line below the arcs of its own, which are below the line before it. */
    private void placeLines(Graph graph) {
        double bottom = 0;
        for (int line = 0; line < chains.lines().count(); line++) {
            int on = line;
            double[] tops = chains.lines().areFloors() ? new double[columns.count()] : bent(graph);
            Arches arches = new Arches(graph, chains, columns, line, tops,
                    arrow -> chains.lines().of()[arrow.from()] == on && isArc(arrow));
            double down = line == 0 ? 0 : Box.GRID * Math.ceil((bottom + rowGap - arches.highest()) / Box.GRID);
            arches.heights().forEach((link, height) -> heights.put(link, height + down));
            arches.pills().forEach((node, height) -> top[node] = height + down);
            stand(on, tops, down);
            bottom = down + Box.Kind.CARD.height();
        }
    }

    /** Of the trunk, by columns: 0, or lower in a U, and in a dense block. */
    private double[] bent(Graph graph) {
        List<Integer> trunk = chains.trunk();
        int[] levels = Levels.of(trunk.stream().map(graph.vertices()::get).toList());
        double[] tops = new double[columns.count()];
        int next = 0;
        for (int column = 0; column < tops.length; column++) {
            while (next + 1 < trunk.size() && columns.of(trunk.get(next + 1)) <= column) {
                next++;
            }
            tops[column] = levels[next] * (graph.folded() ? Levels.FOLDED_STEP : Levels.STEP)
                    + (dense.hangs(trunk.get(next)) ? DenseBlocks.DROP : 0);
        }
        return tops;
    }

    /** A floor takes the columns from its first to its last node, the trunk all. */
    private void stand(int line, double[] tops, double down) {
        int from = chains.lines().areFloors() ? columns.count() : 0;
        int to = columns.count() - 1;
        int last = 0;
        for (int node = 0; node < top.length; node++) {
            if (chains.lines().of()[node] == line) {
                top[node] = tops[columns.of(node)] + down;
                from = Math.min(from, columns.of(node));
                last = Math.max(last, columns.of(node));
            }
        }
        for (int column = from; column <= (chains.lines().areFloors() ? last : to); column++) {
            double upper = tops[column] + down;
            take(column, column, upper, upper + Box.Kind.CARD.height());
        }
    }

    /** Whether the edge is an arc above its line: from there to there, but not to the next node on it. */
    boolean isArc(Arrow arrow) {
        return chains.isForward(arrow) && chains.lines().share(arrow.from(), arrow.to()) && !isStep(arrow)
                && !dense.isStraight(arrow);
    }

    /** Whether the edge leads to the next node in its row. */
    boolean isStep(Arrow arrow) {
        return steps.contains(arrow);
    }

    /** Between neighbours on a floor; else those of the chains. */
    private Set<Arrow> steps(Graph graph) {
        Lines lines = chains.lines();
        if (!lines.areFloors()) {
            return graph.arrows().stream().filter(chains::isStep).collect(Collectors.toSet());
        }
        Map<List<Integer>, Arrow> found = new HashMap<>();
        graph.arrows().stream().filter(arrow -> lines.share(arrow.from(), arrow.to()) && isNext(arrow))
                .forEach(arrow -> found.merge(List.of(arrow.from(), arrow.to()), arrow, (known, other) ->
                        other.link().role().compareTo(known.link().role()) < 0 ? other : known));
        return Set.copyOf(found.values());
    }

    /** Whether no node of the floor stands between. */
    private boolean isNext(Arrow arrow) {
        int[] of = chains.lines().of();
        return columns.of(arrow.from()) < columns.of(arrow.to()) && IntStream.range(0, of.length)
                .noneMatch(node -> of[node] == of[arrow.from()] && columns.of(node) > columns.of(arrow.from())
                        && columns.of(node) < columns.of(arrow.to()));
    }

    private void placeBranches() {
        Map<Chain, Integer> depth = new HashMap<>();
        List<Chain> branches = new ArrayList<>();
        for (Chain chain : chains.branches()) {
            if (!chain.above() && !chains.lines().areFloors()) {
                int entry = chain.entry().map(arrow -> depth.getOrDefault(chains.chainOf(arrow.from()), 0)).orElse(0);
                int exit = chain.exit().map(arrow -> depth.getOrDefault(chains.chainOf(arrow.to()), 0)).orElse(0);
                depth.put(chain, Math.max(entry, exit) + 1);
                branches.add(chain);
            }
        }
        branches.sort(Comparator.<Chain>comparingInt(depth::get).thenComparingInt(chain -> to(chain) - from(chain)));
        for (Chain chain : branches) {
            int from = from(chain);
            int to = to(chain);
            double height = Box.GRID * Math.ceil((lowest(from, to) + rowGap) / Box.GRID);
            take(from, to, height, height + Box.Kind.CARD.height());
            chain.nodes().forEach(node -> top[node] = height);
        }
    }

    private int from(Chain chain) {
        return chain.entry().map(arrow -> columns.of(arrow.from()) + 1).orElse(columns.of(chain.first()));
    }

    private int to(Chain chain) {
        return chain.exit().map(arrow -> columns.of(arrow.to()) - 1).orElse(columns.of(chain.last()));
    }

    private double lowest(int from, int to) {
        double lowest = Double.NEGATIVE_INFINITY;
        for (int column = Math.max(0, from); column <= to; column++) {
            lowest = Math.max(lowest, below[column]);
        }
        return lowest;
    }

    private void take(int from, int to, double upper, double lower) {
        for (int column = Math.max(0, from); column <= to; column++) {
            below[column] = Math.max(below[column], lower);
            taken.get(column).add(new double[] {upper, lower});
        }
    }

    private void placeTracks(Graph graph) {
        List<Arrow> loose = new ArrayList<>(graph.arrows().stream()
                .filter(arrow -> !isArc(arrow) && !isStep(arrow) && !isInARow(arrow)).toList());
        loose.sort(Comparator.comparingInt(arrow -> Math.abs(columns.of(arrow.to()) - columns.of(arrow.from()))));
        for (Arrow arrow : loose) {
            boolean forward = columns.of(arrow.from()) < columns.of(arrow.to());
            int from = forward ? columns.of(arrow.from()) + 1 : columns.of(arrow.to());
            int to = forward ? columns.of(arrow.to()) - 1 : columns.of(arrow.from());
            double height = forward && isFree(from, to, axis(arrow.from())) ? axis(arrow.from())
                    : forward && isFree(from, to, axis(arrow.to())) ? axis(arrow.to())
                    : lowest(from, to) + TRACK_GAP;
            take(from, to, height - TRACK_HEIGHT, height + TRACK_HEIGHT);
            heights.put(arrow.link(), height);
        }
    }

    /** Whether the edge has a branch's row for itself, or is part of what stands on a skip. */
    private boolean isInARow(Arrow arrow) {
        Chain from = chains.chainOf(arrow.from());
        Chain to = chains.chainOf(arrow.to());
        if (chains.lines().areFloors()) {
            return from.above() || to.above();
        }
        boolean row = to.entry().filter(arrow::equals).isPresent() || from.exit().filter(arrow::equals).isPresent();
        if (row && !from.above() && !to.above()) {
            heights.put(arrow.link(), axis(to.entry().filter(arrow::equals).isPresent() ? arrow.to() : arrow.from()));
        }
        return row;
    }

    private boolean isFree(int from, int to, double height) {
        for (int column = from; column <= to; column++) {
            for (double[] span : taken.get(column)) {
                if (height + TRACK_HEIGHT > span[0] && height - TRACK_HEIGHT < span[1]) {
                    return false;
                }
            }
        }
        return true;
    }

    double axis(int node) {
        return top[node] + Box.AXIS;
    }

    double top(int node) {
        return top[node];
    }

    /** The height of an arc's flat top, or of the flat part of a way below; its source's where there is none. */
    double height(Arrow arrow) {
        return heights.getOrDefault(arrow.link(), axis(arrow.from()));
    }
}
