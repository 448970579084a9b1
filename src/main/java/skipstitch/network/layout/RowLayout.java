package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * One layout for several lanes of one network.
 *
 * @param places where each node of any lane stands
 * @param arcs   how high the edges rise that do not run along the trunk; 1 is lowest
 * @param columns how many columns there are
 * @param levels  height of the highest arc; 0 if there is none
 */
public record RowLayout(Map<NodeId, Place> places, Map<Arc, Integer> arcs, int columns, int levels) {

    /**
     * @param column from 0, left to right; between two whole columns for what stands above the trunk
     * @param row    0 for the trunk, 1 for the first row above it
     */
    public record Place(double column, int row) {}

    /** An edge that leaves the trunk. */
    public record Arc(NodeId from, NodeId to) {}

    /** @param lanes of one network, at least one */
    public static RowLayout of(Network drawn, Collection<Lane> lanes) {
        List<NodeId> trunk = trunk(drawn);
        Map<NodeId, Place> places = new LinkedHashMap<>();
        for (int column = 0; column < trunk.size(); column++) {
            places.put(trunk.get(column), new Place(column, 0));
        }
        List<Arc> jumps = new ArrayList<>();
        Set<Network> networks = new LinkedHashSet<>(List.of(drawn));
        lanes.forEach(lane -> networks.add(lane.network()));
        networks.forEach(network -> placeBranches(network, places, jumps));
        Map<Arc, Integer> arcs = levels(jumps, places);
        return new RowLayout(Map.copyOf(places), arcs, trunk.size(),
                arcs.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    /** The longest chain of main inlets, from an input to an output. */
    private static List<NodeId> trunk(Network network) {
        Map<NodeId, Integer> length = new HashMap<>();
        Map<NodeId, NodeId> before = new HashMap<>();
        NodeId end = null;
        for (Node node : inOrder(network)) {
            int longest = 0;
            for (Inlet inlet : node.inlets(Inlet.Role.MAIN)) {
                // A loop's edge back is met before its target has a length, so no chain comes to itself.
                if (length.getOrDefault(inlet.source(), 0) > longest) {
                    longest = length.get(inlet.source());
                    before.put(node.id(), inlet.source());
                }
            }
            length.put(node.id(), longest + 1);
            end = end == null || longest + 1 > length.get(end) ? node.id() : end;
        }
        List<NodeId> chain = new ArrayList<>();
        for (NodeId at = end; at != null; at = before.get(at)) {
            chain.addFirst(at);
        }
        return chain;
    }

    /** Each node after its sources, then those on loops, which have no such order. */
    private static Collection<Node> inOrder(Network network) {
        Set<Node> order = new LinkedHashSet<>(network.topological());
        order.addAll(network.nodes());
        return order;
    }

    /**
     * What is not on the trunk stands above it, a chain spread evenly between where it leaves and comes back, one
     * row higher where something stands there.
     */
    private static void placeBranches(Network network, Map<NodeId, Place> places, List<Arc> jumps) {
        int trunkEnd = (int) places.values().stream().filter(place -> place.row() == 0).count() - 1;
        for (Node node : inOrder(network)) {
            if (!places.containsKey(node.id())) {
                List<NodeId> chain = chain(network, node.id(), places.keySet());
                double from = node.inlets().stream().filter(inlet -> places.containsKey(inlet.source()))
                        .mapToDouble(inlet -> places.get(inlet.source()).column()).max().orElse(0);
                double to = network.consumers(chain.getLast()).stream().filter(places::containsKey)
                        .mapToDouble(id -> places.get(id).column()).min().orElse(from + chain.size() + 1);
                for (int i = 0; i < chain.size(); i++) {
                    double column = Math.min(from + (to - from) * (i + 1) / (chain.size() + 1), trunkEnd + 0.5);
                    places.put(chain.get(i), free(column, places));
                }
            }
        }
        for (Node node : network.nodes()) {
            for (Inlet inlet : node.inlets()) {
                Arc arc = new Arc(inlet.source(), node.id());
                if (places.containsKey(inlet.source()) && !isAlongTrunk(places, arc) && !jumps.contains(arc)) {
                    jumps.add(arc);
                }
            }
        }
    }

    private static Place free(double column, Map<NodeId, Place> places) {
        int row = 1;
        while (places.containsValue(new Place(column, row))) {
            row++;
        }
        return new Place(column, row);
    }

    /** The node and what follows it, as long as nothing of it has a place. */
    private static List<NodeId> chain(Network network, NodeId first, Set<NodeId> placed) {
        List<NodeId> chain = new ArrayList<>(List.of(first));
        while (true) {
            List<NodeId> next = network.consumers(chain.getLast()).stream()
                    .filter(id -> !placed.contains(id) && !chain.contains(id)).toList();
            if (next.isEmpty()) {
                return chain;
            }
            chain.add(next.getFirst());
        }
    }

    private static boolean isAlongTrunk(Map<NodeId, Place> places, Arc arc) {
        Place from = places.get(arc.from());
        Place to = places.get(arc.to());
        return from.row() == 0 && to.row() == 0 && to.column() - from.column() == 1;
    }

    /** Shortest first, each one above all that it spans. */
    private static Map<Arc, Integer> levels(List<Arc> jumps, Map<NodeId, Place> places) {
        List<Arc> shortestFirst = jumps.stream()
                .sorted(Comparator.comparingDouble(arc -> span(arc, places))).toList();
        Map<Arc, Integer> levels = new LinkedHashMap<>();
        for (Arc arc : shortestFirst) {
            int level = 1;
            for (Map.Entry<Arc, Integer> lower : levels.entrySet()) {
                if (overlap(arc, lower.getKey(), places)) {
                    level = Math.max(level, lower.getValue() + 1);
                }
            }
            levels.put(arc, level);
        }
        return levels;
    }

    private static double span(Arc arc, Map<NodeId, Place> places) {
        return Math.abs(places.get(arc.to()).column() - places.get(arc.from()).column());
    }

    private static boolean overlap(Arc a, Arc b, Map<NodeId, Place> places) {
        double aFrom = places.get(a.from()).column();
        double aTo = places.get(a.to()).column();
        double bFrom = places.get(b.from()).column();
        double bTo = places.get(b.to()).column();
        return Math.min(aTo, bTo) - Math.max(aFrom, bFrom) > 1e-9;
    }
}
