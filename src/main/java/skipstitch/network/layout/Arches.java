package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import skipstitch.network.layout.Chains.Chain;
import skipstitch.network.layout.Graph.Arrow;

/**
 * How high above a line its arcs run, and what stands on its skips: the shortest lowest, each clear of all that it
 * spans.
 */
final class Arches {
    private static final double ABOVE_CARDS = 12;
    private static final double ABOVE_ARC = 14;
    /** Room besides for words that grow when looked at from afar. */
    private static final double FAR_WORDS = 16;
    private static final double ABOVE_PILL = 4;
    private static final double PILL_OVER_ARC = 44;

    private final Chains chains;
    private final Columns columns;
    private final double[] tops;
    private final Map<Link, Double> heights = new HashMap<>();
    private final Map<Integer, Double> pills = new HashMap<>();
    private final double words;
    private double highest;

    /** Something that leaves a line upwards and comes back: an edge, or a chain on a skip. */
    private record Arch(int from, int to, List<Arrow> arrows, List<Integer> nodes) {
        int span() {
            return to - from;
        }
    }

    /**
     * @param tops  of the line's cards, by columns
     * @param isArc whether an edge is one of the line's arcs
     */
    Arches(Graph graph, Chains chains, Columns columns, int line, double[] tops, Predicate<Arrow> isArc) {
        this.chains = chains;
        this.columns = columns;
        this.tops = tops;
        this.words = graph.folded() ? FAR_WORDS : 0;
        List<Arch> arches = new ArrayList<>();
        chains.branches().stream().filter(chain -> chain.above() && isOn(line, chain)).forEach(chain ->
                arches.add(new Arch(columns.of(chain.entry().orElseThrow().from()),
                        columns.of(chain.exit().orElseThrow().to()), List.of(), chain.nodes())));
        graph.arrows().stream().filter(isArc).forEach(arrow ->
                arches.add(new Arch(columns.of(arrow.from()), columns.of(arrow.to()), List.of(arrow), List.of())));
        arches.sort(Comparator.comparingInt(Arch::span));
        double[] free = new double[2 * columns.count()];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        highest = Arrays.stream(tops).min().orElse(0);
        arches.forEach(arch -> place(arch, free));
    }

    private boolean isOn(int line, Chain chain) {
        return chains.lines().of()[chain.entry().orElseThrow().from()] == line;
    }

    /** @param free the highest that is taken, by columns and the gaps behind them */
    private void place(Arch arch, double[] free) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int column = arch.from(); column <= arch.to(); column++) {
            lowest = Math.min(lowest, tops[column]);
        }
        for (int at = 2 * arch.from() + 1; at < 2 * arch.to(); at++) {
            lowest = Math.min(lowest, free[at]);
        }
        double height = lowest - ABOVE_CARDS - words;
        arch.arrows().forEach(arrow -> heights.put(arrow.link(), height));
        double over = height - ABOVE_ARC - words;
        for (int node : arch.nodes()) {
            double top = Box.GRID * Math.round((height - PILL_OVER_ARC) / Box.GRID);
            pills.put(node, top);
            over = top - ABOVE_PILL;
        }
        highest = Math.min(highest, over);
        Arrays.fill(free, 2 * arch.from() + 1, 2 * arch.to(), over);
    }

    /** Of the arcs' flat tops. */
    Map<Link, Double> heights() {
        return heights;
    }

    /** The upper edges of what stands on skips. */
    Map<Integer, Double> pills() {
        return pills;
    }

    /** The upper end of all of it. */
    double highest() {
        return highest;
    }
}
