package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skipstitch.network.layout.Chains.Chain;
import skipstitch.network.layout.Graph.Arrow;

/**
 * How high everything stands. The trunk is at 0, in a U lower by its levels. Above it are arcs and what stands on
 * skips, below it a row for each branch and a track for each edge that has no row: shortest first, each clear of
 * all that it spans.
 */
final class Rows {
    private static final double ABOVE_CARDS = 12;
    private static final double ABOVE_ARC = 14;
    private static final double ABOVE_PILL = 4;
    private static final double PILL_OVER_ARC = 44;
    private static final double ROW_GAP = 24;
    private static final double TRACK_GAP = 20;
    private static final double TRACK_HEIGHT = 4;

    private final Chains chains;
    private final Columns columns;
    private final double[] top;
    private final Map<Link, Double> heights = new HashMap<>();
    /** Of the trunk, by columns. */
    private final double[] trunkTop;
    /** The lowest that is taken, by columns. */
    private final double[] below;
    private final List<List<double[]>> taken = new ArrayList<>();

    Rows(Graph graph, Chains chains, Columns columns) {
        this.chains = chains;
        this.columns = columns;
        top = new double[graph.size()];
        trunkTop = new double[columns.count()];
        below = new double[columns.count()];
        placeTrunk(graph);
        placeAbove(graph);
        placeBranches();
        placeTracks(graph);
    }

    private void placeTrunk(Graph graph) {
        List<Integer> trunk = chains.trunk();
        int[] levels = Levels.of(trunk.stream().map(graph.vertices()::get).toList());
        int next = 0;
        for (int column = 0; column < columns.count(); column++) {
            while (next + 1 < trunk.size() && columns.of(trunk.get(next + 1)) <= column) {
                next++;
            }
            trunkTop[column] = levels[next] * (graph.folded() ? Levels.FOLDED_STEP : Levels.STEP);
            below[column] = trunkTop[column] + Box.Kind.CARD.height();
            taken.add(new ArrayList<>(List.of(new double[] {trunkTop[column], below[column]})));
        }
        trunk.forEach(node -> top[node] = trunkTop[columns.of(node)]);
    }

    /** Something that leaves the trunk upwards and comes back: an edge, or a chain on a skip. */
    private record Arch(int from, int to, List<Arrow> arrows, List<Integer> nodes) {
        int span() {
            return to - from;
        }
    }

    private void placeAbove(Graph graph) {
        List<Arch> arches = new ArrayList<>();
        for (Chain chain : chains.branches()) {
            if (chain.above()) {
                Arrow entry = chain.entry().orElseThrow();
                Arrow exit = chain.exit().orElseThrow();
                arches.add(new Arch(columns.of(entry.from()), columns.of(exit.to()), List.of(), chain.nodes()));
            }
        }
        graph.arrows().stream().filter(this::isArc).forEach(arrow ->
                arches.add(new Arch(columns.of(arrow.from()), columns.of(arrow.to()), List.of(arrow), List.of())));
        arches.sort(Comparator.comparingInt(Arch::span));
        double[] free = new double[2 * columns.count()];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        arches.forEach(arch -> place(arch, free));
    }

    /** @param free the highest that is taken, by columns and the gaps behind them */
    private void place(Arch arch, double[] free) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int column = arch.from(); column <= arch.to(); column++) {
            lowest = Math.min(lowest, trunkTop[column]);
        }
        for (int at = 2 * arch.from() + 1; at < 2 * arch.to(); at++) {
            lowest = Math.min(lowest, free[at]);
        }
        double height = lowest - ABOVE_CARDS;
        arch.arrows().forEach(arrow -> heights.put(arrow.link(), height));
        double over = height - ABOVE_ARC;
        for (int node : arch.nodes()) {
            top[node] = Box.GRID * Math.round((height - PILL_OVER_ARC) / Box.GRID);
            over = top[node] - ABOVE_PILL;
        }
        Arrays.fill(free, 2 * arch.from() + 1, 2 * arch.to(), over);
    }

    /** Whether the edge is an arc above the trunk: from there to there, but not to the next node in the row. */
    boolean isArc(Arrow arrow) {
        return chains.isForward(arrow) && chains.isOnTrunk(arrow.from()) && chains.isOnTrunk(arrow.to())
                && !chains.isStep(arrow);
    }

    private void placeBranches() {
        Map<Chain, Integer> depth = new HashMap<>();
        List<Chain> branches = new ArrayList<>();
        for (Chain chain : chains.branches()) {
            if (!chain.above()) {
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
            double height = Box.GRID * Math.ceil((lowest(from, to) + ROW_GAP) / Box.GRID);
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
                .filter(arrow -> !isArc(arrow) && !chains.isStep(arrow) && !isInARow(arrow)).toList());
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
