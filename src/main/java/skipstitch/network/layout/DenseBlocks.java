package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import skipstitch.network.Inlet;
import skipstitch.network.layout.Graph.Arrow;

/**
 * Dense blocks on a trunk: concats of which each takes in the one before it, and what layers between made of that.
 * Their skips run straight on, so that one sees the stack grow from concat to concat, and the layers hang below.
 */
final class DenseBlocks {
    /** World units by which layers hang below the line. */
    static final double DROP = 80;
    /** Fewer concats in a row are skips like others. */
    private static final int LEAST = 3;

    private final Graph graph;
    private final Chains chains;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final Set<Arrow> straight = new HashSet<>();
    private final Set<Integer> from = new HashSet<>();
    private final Set<Integer> hanging = new HashSet<>();

    DenseBlocks(Graph graph, Chains chains) {
        this.graph = graph;
        this.chains = chains;
        if (chains.lines().areFloors()) {
            return;
        }
        List<Integer> trunk = chains.trunk();
        for (int at = 0; at < trunk.size(); at++) {
            positions.put(trunk.get(at), at);
        }
        Map<Integer, Arrow> next = new HashMap<>();
        Set<Integer> ends = new HashSet<>();
        graph.arrows().stream().filter(this::isDense).forEach(arrow -> {
            next.put(arrow.from(), arrow);
            ends.add(arrow.to());
        });
        next.keySet().stream().filter(node -> !ends.contains(node)).forEach(first -> {
            List<Arrow> block = new ArrayList<>();
            for (Arrow arrow = next.get(first); arrow != null; arrow = next.get(arrow.to())) {
                block.add(arrow);
            }
            if (block.size() >= LEAST) {
                block.forEach(this::add);
            }
        });
    }

    /** Whether it skips layers, and them alone, into a concat that takes no other skip. */
    private boolean isDense(Arrow arrow) {
        return arrow.drawn() && arrow.link().role() == Inlet.Role.SKIP && graph.vertices().get(arrow.to()).concat()
                && positions.containsKey(arrow.from()) && positions.containsKey(arrow.to())
                && between(arrow).size() > 0 && between(arrow).stream().allMatch(chains::isPassed)
                && chains.incoming(arrow.to()).stream().filter(each -> each.drawn()
                        && each.link().role() == Inlet.Role.SKIP).count() == 1;
    }

    private List<Integer> between(Arrow arrow) {
        int first = positions.get(arrow.from()) + 1;
        return chains.trunk().subList(first, Math.max(first, positions.get(arrow.to())));
    }

    private void add(Arrow arrow) {
        straight.add(arrow);
        from.add(arrow.from());
        hanging.addAll(between(arrow));
    }

    /** Whether a skip runs straight on. */
    boolean isStraight(Arrow arrow) {
        return straight.contains(arrow);
    }

    /** Whether a skip leaves the node straight on, and bears its stack. */
    boolean goesStraightOn(int node) {
        return from.contains(node);
    }

    /** All nodes that a skip leaves straight on. */
    Stream<Integer> straightOn() {
        return from.stream();
    }

    /** All nodes that hang below the line. */
    Stream<Integer> hanging() {
        return hanging.stream();
    }

    boolean hangs(int node) {
        return hanging.contains(node);
    }
}
