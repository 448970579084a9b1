package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.layout.Graph.Arrow;

/** A graph taken apart into chains: each node is on one of them, and each will have a row of its own. */
final class Chains {
    private static final int TRUNK = 0;

    private final Graph graph;
    private final int[] rank;
    private final List<List<Arrow>> outgoing;
    private final List<List<Arrow>> incoming;
    private final int[] chainOf;
    private final List<Chain> chains = new ArrayList<>();
    private final Set<Arrow> steps = new HashSet<>();
    private final Lines lines;

    /**
     * Nodes that follow one another.
     *
     * @param entry from the chain that it leaves; empty where it begins by itself
     * @param exit  to the chain that it joins; empty where it ends by itself
     * @param above whether all of it stands on a skip, above the line that the skip leaves and joins
     */
    record Chain(List<Integer> nodes, Optional<Arrow> entry, Optional<Arrow> exit, boolean above) {
        int first() {
            return nodes.getFirst();
        }

        int last() {
            return nodes.getLast();
        }
    }

    Chains(Graph graph, int[] order) {
        this.graph = graph;
        outgoing = graph.outgoing();
        incoming = graph.incoming();
        rank = new int[graph.size()];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        chainOf = new int[graph.size()];
        Arrays.fill(chainOf, -1);
        List<Integer> trunk = trunk(order);
        lines = Lines.of(graph, order, rank, trunk);
        add(trunk);
        for (int node : order) {
            if (chainOf[node] < 0) {
                add(lines.areFloors() ? passing(node) : from(node));
            }
        }
        chains.stream().filter(Chain::above).flatMap(chain -> chain.nodes().stream()).forEach(lines::leave);
    }

    private void add(List<Integer> nodes) {
        nodes.forEach(node -> chainOf[node] = chains.size());
        for (int i = 0; i + 1 < nodes.size(); i++) {
            int next = nodes.get(i + 1);
            outgoing.get(nodes.get(i)).stream().filter(arrow -> arrow.to() == next)
                    .min(Comparator.comparing((Arrow arrow) -> arrow.link().role())
                            .thenComparing(arrow -> arrow.link().nth())).ifPresent(steps::add);
        }
        Optional<Arrow> entry = incoming.get(nodes.getFirst()).stream().filter(this::isForward).findFirst();
        Optional<Arrow> exit = outgoing.get(nodes.getLast()).stream()
                .filter(arrow -> isForward(arrow) && (lines.areFloors() || chainOf[arrow.to()] >= 0)).findFirst();
        boolean trunk = chains.isEmpty();
        chains.add(trunk ? new Chain(nodes, Optional.empty(), Optional.empty(), false)
                : new Chain(nodes, entry, exit, isAbove(nodes, entry, exit)));
    }

    /** The longest chain of main inlets as drawn, the first of several. */
    private List<Integer> trunk(int[] order) {
        int[] length = new int[graph.size()];
        int[] before = new int[graph.size()];
        Arrays.fill(before, -1);
        int end = order[0];
        for (int node : order) {
            for (Arrow arrow : incoming.get(node)) {
                if (arrow.drawn() && arrow.link().role() == Inlet.Role.MAIN && isForward(arrow)
                        && length[arrow.from()] > length[node]) {
                    length[node] = length[arrow.from()];
                    before[node] = arrow.from();
                }
            }
            length[node]++;
            if (length[node] > length[end]) {
                end = node;
            }
        }
        List<Integer> trunk = new ArrayList<>();
        for (int at = end; at >= 0; at = before[at]) {
            trunk.add(at);
        }
        Collections.reverse(trunk);
        return trunk;
    }

    /** A node and what follows it, as long as nothing of it is on a chain. */
    private List<Integer> from(int first) {
        List<Integer> nodes = new ArrayList<>(List.of(first));
        Optional<Arrow> next = next(first);
        while (next.isPresent()) {
            nodes.add(next.get().to());
            next = next(next.get().to());
        }
        return nodes;
    }

    /** The same, as long as nothing else goes in or out. */
    private List<Integer> passing(int first) {
        List<Integer> nodes = new ArrayList<>(List.of(first));
        Optional<Arrow> next = next(first).filter(_ -> isPassed(first));
        while (next.filter(arrow -> isPassed(arrow.to())).isPresent()) {
            nodes.add(next.get().to());
            next = next(next.get().to());
        }
        return nodes;
    }

    /** Whether one edge goes in and one out. */
    boolean isPassed(int node) {
        return incoming.get(node).size() == 1 && outgoing.get(node).size() == 1;
    }

    private Optional<Arrow> next(int node) {
        return outgoing.get(node).stream().filter(arrow -> isForward(arrow) && chainOf[arrow.to()] < 0).findFirst();
    }

    /** From a line to a merge further on, with nothing that goes in or out between. */
    private boolean isAbove(List<Integer> nodes, Optional<Arrow> entry, Optional<Arrow> exit) {
        return entry.isPresent() && exit.isPresent()
                && exit.get().link().role() != Inlet.Role.MAIN
                && lines.share(entry.get().from(), exit.get().to())
                && rank[entry.get().from()] < rank[exit.get().to()]
                && nodes.stream().allMatch(this::isPassed);
    }

    boolean isForward(Arrow arrow) {
        return rank[arrow.from()] < rank[arrow.to()];
    }

    /** Whether the edge leads from one node of a chain to the next. */
    boolean isStep(Arrow arrow) {
        return steps.contains(arrow);
    }

    Lines lines() {
        return lines;
    }

    boolean isAbove(int node) {
        return chains.get(chainOf[node]).above();
    }

    List<Integer> trunk() {
        return chains.get(TRUNK).nodes();
    }

    /** All but the trunk, each after those that it leaves and joins. */
    List<Chain> branches() {
        return chains.subList(1, chains.size());
    }

    Chain chainOf(int node) {
        return chains.get(chainOf[node]);
    }

    List<Arrow> outgoing(int node) {
        return outgoing.get(node);
    }

    List<Arrow> incoming(int node) {
        return incoming.get(node);
    }
}
