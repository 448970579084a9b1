package skipstitch.network.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import skipstitch.network.Inlet;
import skipstitch.network.layout.Graph.Arrow;

/**
 * How low each node stands where a U has nodes between its arms, too, as UNet++ has: one floor lower with each halving
 * of the resolution. Nodes of one resolution stand side by side then, and the whole is the triangle of the papers.
 */
final class Floors {
    private final Graph graph;
    private final int[] rank;
    private final int[] floor;

    private Floors(Graph graph, int[] order, int[] rank) {
        this.graph = graph;
        this.rank = rank;
        floor = new int[graph.size()];
        List<List<Arrow>> incoming = graph.incoming();
        for (int node : order) {
            floor[node] = graph.vertices().get(node).halvings() + source(incoming.get(node)).map(at -> floor[at]).orElse(0);
        }
        int least = Arrays.stream(floor).min().orElse(0);
        Arrays.setAll(floor, node -> floor[node] - least);
    }

    /** Empty where the trunk is no U, or nothing beside it comes up from a lower resolution. */
    static Optional<int[]> of(Graph graph, int[] order, int[] rank, List<Integer> trunk) {
        boolean isU = Arrays.stream(Levels.of(trunk.stream().map(graph.vertices()::get).toList())).anyMatch(at -> at > 0);
        Floors floors = new Floors(graph, order, rank);
        return isU && floors.comesUpBeside(trunk) ? Optional.of(floors.floor) : Optional.empty();
    }

    /** A way up beside the trunk that joins it again; another decoder, with an output of its own, does not. */
    private boolean comesUpBeside(List<Integer> trunk) {
        boolean[] isTrunk = new boolean[graph.size()];
        trunk.forEach(node -> isTrunk[node] = true);
        boolean[] joins = isTrunk.clone();
        List<Arrow> backwards = graph.arrows().stream().filter(this::isForward)
                .sorted(Comparator.comparingInt((Arrow arrow) -> rank[arrow.from()]).reversed()).toList();
        backwards.forEach(arrow -> joins[arrow.from()] |= joins[arrow.to()]);
        return backwards.stream().anyMatch(arrow -> arrow.drawn() && arrow.link().role() == Inlet.Role.MAIN
                && joins[arrow.to()] && !isTrunk[arrow.to()] && floor[arrow.to()] < floor[arrow.from()]);
    }

    private Optional<Integer> source(List<Arrow> incoming) {
        return incoming.stream().filter(this::isForward)
                .min(Comparator.comparing(arrow -> arrow.link().role())).map(Arrow::from);
    }

    private boolean isForward(Arrow arrow) {
        return rank[arrow.from()] < rank[arrow.to()];
    }
}
