package skipstitch.network.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Nodes that stand side by side, with arcs above them: those of the trunk, or each floor's.
 *
 * @param of    for each node its line; {@link #NONE} for what stands elsewhere
 * @param count how many lines there are
 */
record Lines(int[] of, int count) {
    static final int NONE = -1;

    /** The trunk alone, which bends where it is a U. */
    static Lines trunk(int nodes, List<Integer> trunk) {
        int[] of = new int[nodes];
        Arrays.fill(of, NONE);
        trunk.forEach(node -> of[node] = 0);
        return new Lines(of, 1);
    }

    /** One for each floor, the highest first. */
    static Lines floors(int[] floors) {
        return new Lines(floors.clone(), Arrays.stream(floors).max().orElse(0) + 1);
    }

    static Lines of(Graph graph, int[] order, int[] rank, List<Integer> trunk) {
        Optional<int[]> floors = Floors.of(graph, order, rank, trunk);
        return floors.map(Lines::floors).orElseGet(() -> trunk(graph.size(), trunk));
    }

    boolean areFloors() {
        return count > 1;
    }

    /** Takes a node out, which stands above its line. */
    void leave(int node) {
        of[node] = NONE;
    }

    boolean share(int one, int other) {
        return of[one] != NONE && of[one] == of[other];
    }
}
