package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final double BELOW_PILL = 8;

    private final Chains chains;
    private final Columns columns;
    private final double[] tops;
    private final Map<Link, Double> heights = new HashMap<>();
    private final Map<Integer, Double> pills = new HashMap<>();
    private final double words;
    private final List<Taken> taken = new ArrayList<>();
    private double highest;

    /** Something that leaves a line upwards and comes back: an edge, or a chain on a skip. */
    private record Arch(int from, int to, Optional<Arrow> arc, List<Integer> nodes) {
        int span() {
            return to - from;
        }
    }

    /** What an arch takes, between two columns. */
    private record Taken(int from, int to, double upper, double lower) {
        boolean meets(Taken other) {
            return from < other.to && other.from < to && upper < other.lower && other.upper < lower;
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
        List<Arrow> arcs = new ArrayList<>(graph.arrows().stream().filter(isArc).toList());
        List<Arch> arches = new ArrayList<>();
        chains.branches().stream().filter(chain -> chain.above() && isOn(line, chain)).forEach(chain -> {
            Arrow in = chain.entry().orElseThrow();
            Arrow out = chain.exit().orElseThrow();
            // What a lane puts on a skip by itself stands on that skip's arc: no lane has both.
            Optional<Arrow> arc = arcs.stream().filter(arrow -> !out.drawn() && arrow.from() == in.from()
                    && arrow.to() == out.to()).findFirst();
            arc.ifPresent(arcs::remove);
            arches.add(new Arch(columns.of(in.from()), columns.of(out.to()), arc, chain.nodes()));
        });
        arcs.forEach(arrow -> arches.add(new Arch(columns.of(arrow.from()), columns.of(arrow.to()),
                Optional.of(arrow), List.of())));
        arches.sort(Comparator.comparingInt(Arch::span));
        highest = Arrays.stream(tops).min().orElse(0);
        arches.forEach(this::place);
    }

    private boolean isOn(int line, Chain chain) {
        return chains.lines().of()[chain.entry().orElseThrow().from()] == line;
    }

    /** As low as it is above all that it spans, and meets nothing that it crosses. */
    private void place(Arch arch) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int column = arch.from(); column <= arch.to(); column++) {
            lowest = Math.min(lowest, tops[column]);
        }
        for (Taken other : taken) {
            if (other.from() >= arch.from() && other.to() <= arch.to()) {
                lowest = Math.min(lowest, other.upper());
            }
        }
        Taken room = room(arch, lowest);
        Optional<Taken> hit = hit(room);
        while (hit.isPresent()) {
            lowest = hit.get().upper();
            room = room(arch, lowest);
            hit = hit(room);
        }
        taken.add(room);
        highest = Math.min(highest, room.upper());
        double height = height(arch, lowest);
        arch.arc().ifPresent(arrow -> heights.put(arrow.link(), height));
        arch.nodes().forEach(node -> pills.put(node, height - Box.Kind.PILL.height() / 2));
    }

    private Taken room(Arch arch, double lowest) {
        double height = height(arch, lowest);
        double over = height - ABOVE_ARC - words;
        return new Taken(arch.from(), arch.to(), arch.nodes().isEmpty() ? over
                : Math.min(over, height - Box.Kind.PILL.height() / 2 - ABOVE_PILL), lowest);
    }

    private Optional<Taken> hit(Taken room) {
        return taken.stream().filter(room::meets).min(Comparator.comparingDouble(Taken::upper));
    }

    /** Clear of what is below; with pills on the grid, so that they are. */
    private double height(Arch arch, double lowest) {
        double arc = lowest - ABOVE_CARDS - words;
        double pill = lowest - BELOW_PILL - Box.Kind.PILL.height() / 2;
        return arch.nodes().isEmpty() ? arc
                : Box.GRID * Math.floor((arch.arc().isPresent() ? Math.min(arc, pill) : pill) / Box.GRID);
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
