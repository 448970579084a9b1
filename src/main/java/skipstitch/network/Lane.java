package skipstitch.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One variant of a network: the same node ids, other merges. Where a merge that the variant changed needs its
 * skip in the main branch's shape, a 1×1 projection {@code <merge>.project-<inlet>} is added.
 */
public final class Lane {
    private final Variant variant;
    private final Network drawn;
    private final Network network;
    private final Shapes shapes;
    private final Set<NodeId> added;
    private final Set<NodeId> live;

    private Lane(Variant variant, Network drawn, Network network, Set<NodeId> added, Set<NodeId> live) {
        this.variant = variant;
        this.drawn = drawn;
        this.network = network;
        this.shapes = Shapes.of(network);
        this.added = Set.copyOf(added);
        this.live = Set.copyOf(live);
    }

    static Lane of(Network drawn, Variant variant) {
        List<NodeId> outputs = drawn.outputs().stream().map(Node::id).toList();
        if (variant == Variant.AS_DRAWN) {
            return new Lane(variant, drawn, drawn, Set.of(), drawn.reaching(outputs));
        }
        Changing changing = new Changing(drawn, variant);
        Network network = changing.network();
        return new Lane(variant, drawn, network, changing.added, network.reaching(outputs));
    }

    /** One walk from the inputs on, so that each merge knows the shapes that reach it in this lane. */
    private static final class Changing {
        private final Network drawn;
        private final Variant variant;
        private final Map<NodeId, Fit> fits = new HashMap<>();
        private final Map<NodeId, List<Node>> changed = new HashMap<>();
        private final Set<NodeId> added = new HashSet<>();

        Changing(Network drawn, Variant variant) {
            this.drawn = drawn;
            this.variant = variant;
            Shapes drawnShapes = Shapes.of(drawn);
            for (Node node : drawnShapes.order()) {
                // A merge that misfits as drawn misfits in every lane: a lane must not hide what is broken.
                boolean changes = node.mergesSkip() && !(drawnShapes.fit(node.id()) instanceof Fit.Breaks);
                List<Node> now = changes ? change(node) : List.of(node);
                now.forEach(each -> fits.put(each.id(), Shapes.fit(drawn, each, fits)));
                if (changes) {
                    changed.put(node.id(), now);
                }
            }
        }

        Network network() {
            return changed.isEmpty() ? drawn : new Network(drawn.name(), drawn.nodes().stream()
                    .flatMap(node -> changed.getOrDefault(node.id(), List.of(node)).stream()).toList());
        }

        private List<Node> change(Node merge) {
            boolean addOrConcat = merge.layer() instanceof Layer.Add || merge.layer() instanceof Layer.Concat;
            // Without a main branch nothing would be left when the skips go, and nothing to project to.
            if (!addOrConcat || merge.inlets(Inlet.Role.MAIN).isEmpty()) {
                return List.of(merge);
            }
            return switch (variant) {
                case AS_DRAWN -> List.of(merge);
                case ADD -> merge.layer() instanceof Layer.Add ? List.of(merge) : projected(merge);
                case CONCAT -> List.of(merge.withLayer(new Layer.Concat()));
                case NO_SKIP -> List.of(withoutSkips(merge));
            };
        }

        /** The projections that bring each skip to the main branch's shape, then the merge itself. */
        private List<Node> projected(Node merge) {
            Node sum = merge.withLayer(new Layer.Add());
            if (Shapes.fit(drawn, merge, fits).found().isEmpty()) {
                return List.of(sum);
            }
            Shape target = shape(merge.inlets(Inlet.Role.MAIN).getFirst());
            List<Node> result = new ArrayList<>();
            List<Inlet> inlets = new ArrayList<>();
            for (int i = 0; i < merge.inlets().size(); i++) {
                Inlet inlet = merge.inlets().get(i);
                if (inlet.role() == Inlet.Role.SKIP && !shape(inlet).equals(target)) {
                    NodeId id = projectionId(merge.id(), i);
                    result.add(new Node(id, "", merge.group(), Layer.Conv.same(target.channels(), 1),
                            List.of(Inlet.main(inlet.source()))));
                    added.add(id);
                    inlets.add(new Inlet(id, inlet.role()));
                } else {
                    inlets.add(inlet);
                }
            }
            result.add(sum.withInlets(inlets));
            return result;
        }

        private Shape shape(Inlet inlet) {
            return fits.get(inlet.source()).found().orElseThrow();
        }

        /** {@code <merge>.project-<inlet>}, shortened or numbered where another node stands in its way. */
        private NodeId projectionId(NodeId merge, int inlet) {
            String tail = ".project-" + inlet;
            for (int number = 2; ; number++) {
                String head = merge.value().substring(0, Math.min(merge.value().length(), NodeId.LONGEST - tail.length()));
                NodeId id = NodeId.of(head + tail);
                if (!drawn.has(id) && !added.contains(id)) {
                    return id;
                }
                tail = ".project-" + inlet + "-" + number;
            }
        }
    }

    private static Node withoutSkips(Node merge) {
        List<Inlet> main = merge.inlets(Inlet.Role.MAIN);
        return main.size() == 1 ? merge.withLayer(new Layer.Identity()).withInlets(main) : merge.withInlets(main);
    }

    public Variant variant() {
        return variant;
    }

    public Network network() {
        return network;
    }

    public Shapes shapes() {
        return shapes;
    }

    /**
     * The edge that stands here for one of the network as drawn: where a lane has taken a merge's skips away, the
     * others count anew. Empty if it has gone, or never was.
     */
    public Optional<Edge> edge(Edge asDrawn) {
        Optional<Inlet> inlet = drawn.inlet(asDrawn);
        if (inlet.isEmpty()) {
            return Optional.empty();
        }
        List<Inlet> before = drawn.node(asDrawn.to()).inlets();
        if (network.node(asDrawn.to()).inlets().size() == before.size()) {
            return Optional.of(asDrawn);
        }
        return inlet.get().role() != Inlet.Role.MAIN ? Optional.empty() : Optional.of(new Edge(asDrawn.to(),
                (int) before.subList(0, asDrawn.inlet()).stream().filter(each -> each.role() == Inlet.Role.MAIN)
                        .count()));
    }

    /** Whether the variant added this projection; such a node is the lane's own, and read-only. */
    public boolean isAdded(NodeId id) {
        return added.contains(id);
    }

    /** Whether an output of the network as drawn depends on the node; others are drawn faint and not counted. */
    public boolean isLive(NodeId id) {
        return live.contains(id);
    }
}
