package skipstitch.network.layout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import skipstitch.network.layout.Chains.Chain;
import skipstitch.network.layout.Graph.Arrow;

/**
 * Which column each node stands in: one further than the furthest of its sources, on a floor further if another stands
 * there. What stands above has none.
 */
final class Columns {
    private final int[] column;
    private final int count;

    Columns(Chains chains, int[] order) {
        column = new int[order.length];
        Set<List<Integer>> taken = new HashSet<>();
        for (int node : order) {
            for (Arrow arrow : chains.incoming(node)) {
                if (chains.isForward(arrow)) {
                    // Above the trunk a node counts as its source, which keeps a skip's join behind its fork.
                    int step = chains.isAbove(node) ? 0 : 1;
                    column[node] = Math.max(column[node], column[arrow.from()] + step);
                }
            }
            int floor = chains.lines().areFloors() ? chains.lines().of()[node] : Lines.NONE;
            while (floor != Lines.NONE && !taken.add(List.of(floor, column[node]))) {
                column[node]++;
            }
        }
        for (Chain chain : chains.branches().reversed()) {
            if (chain.entry().isEmpty() && !chains.lines().areFloors()) {
                moveToItsJoin(chains, chain);
            }
        }
        count = Arrays.stream(column).max().orElse(0) + 1;
    }

    /** What begins by itself, like a second input, stands right before what takes it in. */
    private void moveToItsJoin(Chains chains, Chain chain) {
        int room = chain.nodes().stream().flatMap(node -> chains.outgoing(node).stream())
                .filter(arrow -> chains.isForward(arrow) && chains.chainOf(arrow.to()) != chain)
                .mapToInt(arrow -> column[arrow.to()] - column[arrow.from()] - 1).min().orElse(0);
        chain.nodes().forEach(node -> column[node] += Math.max(0, room));
    }

    int of(int node) {
        return column[node];
    }

    int count() {
        return count;
    }
}
