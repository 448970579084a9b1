package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.folding.Fold;
import skipstitch.network.folding.Folded;

/**
 * The union of all lanes of one network; nodes go by their number in it, those drawn first. A fold is one node. An
 * edge whose source is not there is left out, and so is one within a fold.
 *
 * @param folded whether anything is folded: then the whole is looked at from afar, and needs room for words
 */
record Graph(List<Vertex> vertices, List<Arrow> arrows, boolean folded) {

    /**
     * A node, or a fold, which goes by its last node.
     *
     * @param ring     whether it is drawn as a merge
     * @param concat   whether it is one that puts channels one after another
     * @param stack    world units of the widest stack that leaves it in any lane; 0 for none
     * @param halvings how often it halves the resolution; less than 0 where it doubles it
     */
    record Vertex(NodeId id, boolean ring, boolean concat, double stack, int halvings) {}

    /**
     * An edge.
     *
     * @param drawn whether it is in the network as drawn, not only in a lane
     */
    record Arrow(Link link, int from, int to, boolean drawn) {}

    static Graph of(Network network, Collection<Lane> lanes, Folded folded) {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        Map<NodeId, Double> stacks = new HashMap<>();
        Set<Link> drawn = new LinkedHashSet<>();
        network.nodes().forEach(node -> {
            nodes.put(node.id(), node);
            drawn.addAll(Link.into(node));
        });
        Set<Link> links = new LinkedHashSet<>(drawn);
        double step = Slices.step(folded);
        for (Lane lane : lanes) {
            for (Node node : lane.network().nodes()) {
                nodes.putIfAbsent(node.id(), node);
                links.addAll(Link.into(node));
                lane.shapes().find(node.id()).map(shape -> Slices.width(Slices.count(shape.channels()), step))
                        .ifPresent(width -> stacks.merge(node.id(), width, Math::max));
            }
        }
        Map<NodeId, Integer> numbers = new HashMap<>();
        List<Vertex> vertices = new ArrayList<>();
        nodes.forEach((id, node) -> {
            if (folded.stand(id).equals(id)) {
                numbers.put(id, vertices.size());
                boolean ring = !folded.isHidden(id) && network.find(id).filter(Node::mergesSkip).isPresent();
                int halvings = folded.fold(id).map(Graph::halvings).orElseGet(() -> Levels.halvings(node.layer()));
                boolean concat = ring && node.layer() instanceof Layer.Concat;
                vertices.add(new Vertex(id, ring, concat, stacks.getOrDefault(id, 0.0), halvings));
            }
        });
        List<Arrow> arrows = seen(links, folded).stream().filter(link -> nodes.containsKey(link.from()))
                .map(link -> new Arrow(link, numbers.get(folded.stand(link.from())),
                        numbers.get(folded.stand(link.to())), drawn.contains(link)))
                .toList();
        return new Graph(vertices, arrows, !folded.folds().isEmpty());
    }

    /** Along the fold's own trunk, back from its last node. */
    private static int halvings(Fold fold) {
        int sum = 0;
        Optional<Node> at = Optional.of(fold.members().getLast());
        while (at.isPresent()) {
            sum += Levels.halvings(at.get().layer());
            at = before(fold, at.get());
        }
        return sum;
    }

    /** What a member takes in of the fold, by the main branch if it can be; a gate's skip comes from outside. */
    private static Optional<Node> before(Fold fold, Node node) {
        return node.inlets().stream().sorted(Comparator.comparing(Inlet::role))
                .flatMap(inlet -> fold.members().stream().filter(member -> member.id().equals(inlet.source())))
                .findFirst();
    }

    /** Of several edges from a fold to the same place, or into one from the same, the most telling: the main branch. */
    private static Collection<Link> seen(Collection<Link> links, Folded folded) {
        if (folded.folds().isEmpty()) {
            return links;
        }
        Map<List<NodeId>, Link> best = new LinkedHashMap<>();
        List<Link> seen = new ArrayList<>();
        for (Link link : links) {
            NodeId from = folded.stand(link.from());
            NodeId to = folded.stand(link.to());
            if (!folded.isHidden(link.from()) && !folded.isHidden(link.to())) {
                seen.add(link);
            } else if (!from.equals(to)) {
                best.merge(List.of(from, to), link, (known, other) ->
                        known.role() != Inlet.Role.MAIN && other.role() == Inlet.Role.MAIN ? other : known);
            }
        }
        seen.addAll(best.values());
        return seen;
    }

    int size() {
        return vertices.size();
    }

    List<List<Arrow>> outgoing() {
        List<List<Arrow>> lists = lists(size());
        arrows.forEach(arrow -> lists.get(arrow.from()).add(arrow));
        return lists;
    }

    List<List<Arrow>> incoming() {
        List<List<Arrow>> lists = lists(size());
        arrows.forEach(arrow -> lists.get(arrow.to()).add(arrow));
        return lists;
    }

    private static <T> List<List<T>> lists(int count) {
        List<List<T>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    /**
     * All nodes, each after its sources, ties by drawing order. A loop is cut where one comes to it first: an edge
     * whose source comes later runs back.
     */
    int[] order() {
        List<List<Arrow>> outgoing = outgoing();
        int[] missing = new int[size()];
        arrows.forEach(arrow -> missing[arrow.to()]++);
        boolean[] done = new boolean[size()];
        boolean[] reached = new boolean[size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int node = 0; node < size(); node++) {
            if (missing[node] == 0) {
                ready.add(node);
            }
        }
        int[] order = new int[size()];
        for (int count = 0; count < size(); ) {
            int node = ready.isEmpty() ? cut(done, reached) : ready.remove();
            if (!done[node]) {
                done[node] = true;
                order[count++] = node;
                for (Arrow arrow : outgoing.get(node)) {
                    reached[arrow.to()] = true;
                    if (--missing[arrow.to()] == 0) {
                        ready.add(arrow.to());
                    }
                }
            }
        }
        return order;
    }

    private static int cut(boolean[] done, boolean[] reached) {
        int first = -1;
        for (int node = done.length - 1; node >= 0; node--) {
            if (!done[node] && (first < 0 || reached[node] || !reached[first])) {
                first = node;
            }
        }
        return first;
    }

    /** The parts that no edge connects, in drawing order of their first nodes. */
    List<Graph> parts() {
        int[] root = new int[size()];
        Arrays.setAll(root, node -> node);
        arrows.forEach(arrow -> {
            int a = root(root, arrow.from());
            int b = root(root, arrow.to());
            root[Math.max(a, b)] = Math.min(a, b);
        });
        Map<Integer, Graph> parts = new LinkedHashMap<>();
        int[] number = new int[size()];
        for (int node = 0; node < size(); node++) {
            Graph part = parts.computeIfAbsent(root(root, node), _ -> new Graph(new ArrayList<>(), new ArrayList<>(), folded));
            number[node] = part.size();
            part.vertices.add(vertices.get(node));
        }
        arrows.forEach(arrow -> parts.get(root(root, arrow.from())).arrows
                .add(new Arrow(arrow.link(), number[arrow.from()], number[arrow.to()], arrow.drawn())));
        return List.copyOf(parts.values());
    }

    private static int root(int[] root, int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
