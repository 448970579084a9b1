package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import skipstitch.network.layout.Chains.Chain;
import skipstitch.network.layout.Graph.Arrow;

/**
 * How wide everything is: columns, and the gaps between them, which have room for the stacks that stand there and
 * behind these for the upright parts of edges that change rows. No box stands in a gap of rows, so these meet none.
 */
final class Gaps {
    private static final double LEAST = 48;
    /** Where groups are folded, words stand side by side under the cards when looked at from afar. */
    private static final double FOLDED_LEAST = 96;
    /** Where no stack stands. */
    private static final double BARE = 16;
    private static final double AROUND_STACK = 20;
    private static final double TRACK = 12;
    private static final double BEHIND_TRACKS = 8;
    private static final double BEFORE_ALL = 20;
    private static final double CLEAR = 10;
    private static final double BESIDE_PILL = 64;

    private final Chains chains;
    private final Columns columns;
    private final Rows rows;
    /** In each gap, by the source of what runs there. Gap {@code g} is behind column {@code g}; -1 is before all. */
    private final Map<Integer, Map<Integer, Upright>> uprights = new TreeMap<>();
    private final double[] stackRoom;
    private final double[] left;

    /** The upright part of edges of one source in one gap. */
    private static final class Upright {
        private final double from;
        private double upper;
        private double lower;
        private int track;

        private Upright(double from, double to) {
            this.from = from;
            upper = Math.min(from, to);
            lower = Math.max(from, to);
        }

        private void extend(double one, double other) {
            upper = Math.min(upper, Math.min(one, other));
            lower = Math.max(lower, Math.max(one, other));
        }

        private boolean isNear(Upright other) {
            return upper - CLEAR < other.lower && other.upper - CLEAR < lower;
        }

        /** In which order they cross least: those that run down, from below; then those that run up, from above. */
        private double order() {
            return lower > from ? -from : 1e9 + from;
        }
    }

    Gaps(Graph graph, Chains chains, Columns columns, Rows rows, DenseBlocks dense) {
        this.chains = chains;
        this.columns = columns;
        this.rows = rows;
        stackRoom = new double[columns.count()];
        left = new double[columns.count()];
        for (Arrow arrow : graph.arrows()) {
            if (!rows.isArc(arrow) && !chains.isAbove(arrow.from()) && !chains.isAbove(arrow.to())) {
                addUprights(arrow);
                double wanted = dense.goesStraightOn(arrow.from()) ? 0
                        : graph.vertices().get(arrow.from()).stack() + AROUND_STACK;
                int gap = columns.of(arrow.from());
                stackRoom[gap] = Math.max(stackRoom[gap], Box.GRID * Math.ceil(wanted / Box.GRID));
            }
        }
        uprights.values().forEach(Gaps::assignTracks);
        double[] least = least(graph, dense);
        double x = 0;
        for (int column = 0; column < left.length; column++) {
            stackRoom[column] = Math.max(least[column], stackRoom[column]);
            left[column] = x;
            x += Box.Kind.CARD.width() + width(column);
        }
        chains.branches().stream().filter(Chain::above).forEach(this::makeRoom);
    }

    /** In a dense block words stand at two heights, and need less room side by side. */
    private double[] least(Graph graph, DenseBlocks dense) {
        double[] least = new double[columns.count()];
        Arrays.fill(least, graph.folded() ? FOLDED_LEAST : LEAST);
        dense.hanging().forEach(node -> least[columns.of(node)] = LEAST);
        dense.straightOn().forEach(node -> least[columns.of(node)] = graph.folded() ? LEAST : BARE);
        return least;
    }

    private void addUprights(Arrow arrow) {
        double from = rows.axis(arrow.from());
        double height = rows.height(arrow);
        double to = rows.axis(arrow.to());
        if (from != height) {
            addUpright(columns.of(arrow.from()), arrow.from(), from, height);
        }
        if (height != to) {
            addUpright(columns.of(arrow.to()) - 1, arrow.from(), height, to);
        }
    }

    private void addUpright(int gap, int source, double from, double to) {
        uprights.computeIfAbsent(gap, _ -> new LinkedHashMap<>()).merge(source, new Upright(from, to), (known, _) -> {
            known.extend(from, to);
            return known;
        });
    }

    private static void assignTracks(Map<Integer, Upright> bySource) {
        List<Upright> placed = new ArrayList<>();
        List<Upright> inOrder = bySource.values().stream().sorted(Comparator.comparingDouble(Upright::order)).toList();
        for (Upright upright : inOrder) {
            while (placed.stream().anyMatch(other -> other.track == upright.track && other.isNear(upright))) {
                upright.track++;
            }
            placed.add(upright);
        }
    }

    private double width(int gap) {
        int tracks = uprights.getOrDefault(gap, Map.of()).values().stream()
                .mapToInt(upright -> upright.track + 1).max().orElse(0);
        double wanted = stackRoom[gap] + (tracks == 0 ? 0 : tracks * TRACK + BEHIND_TRACKS);
        return Box.GRID * Math.ceil(wanted / Box.GRID);
    }

    /** Widens the gap before a join, if what stands on the skip finds no room. */
    private void makeRoom(Chain chain) {
        int count = chain.nodes().size();
        int join = columns.of(chain.exit().orElseThrow().to());
        double room = left[join] - left[columns.of(chain.entry().orElseThrow().from())];
        double lack = count * Box.Kind.PILL.width() + (count + 1) * BESIDE_PILL - room;
        for (int column = join; lack > 0 && column < left.length; column++) {
            left[column] += Box.GRID * Math.ceil(lack / Box.GRID);
        }
    }

    /** Left edge of the box of a node that stands in a column. */
    double left(int node) {
        return left[columns.of(node)];
    }

    /** Where the edges of a source run up or down in a gap. */
    double upright(int gap, int source) {
        int track = uprights.get(gap).get(source).track;
        return gap < 0 ? -BEFORE_ALL - TRACK * track
                : stackEnd(gap) + TRACK * track;
    }

    /** Where the room for stacks ends that begins behind a column. */
    double stackEnd(int column) {
        return left[column] + Box.Kind.CARD.width() + stackRoom[column];
    }

    /** Whether edges run up or down in the gap behind a column. */
    boolean hasUprights(int gap) {
        return uprights.containsKey(gap);
    }
}
