package skipstitch.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One variant of a network: the same node ids, other merges. Where a merge that the variant changed needs its
 * skip in the main branch's shape, a 1×1 projection {@code <merge>.project-<inlet>} is added.
 */
public final class Lane {
    private final Variant variant;
    private final Network network;
    private final Shapes shapes;
    private final Set<NodeId> added;
    private final Set<NodeId> live;

    private Lane(Variant variant, Network network, Set<NodeId> added, Set<NodeId> live) {
        this.variant = variant;
        this.network = network;
        this.shapes = Shapes.of(network);
        this.added = Set.copyOf(added);
        this.live = Set.copyOf(live);
    }

    static Lane of(Network drawn, Variant variant) {
        List<NodeId> outputs = drawn.outputs().stream().map(Node::id).toList();
        if (variant == Variant.AS_DRAWN) {
            return new Lane(variant, drawn, Set.of(), drawn.reaching(outputs));
        }
        Shapes drawnShapes = Shapes.of(drawn);
        Network network = drawn;
        Set<NodeId> added = new HashSet<>();
        for (Node node : drawnShapes.order()) {
            // A merge that misfits as drawn misfits in every lane: a lane must not hide what is broken.
            if (node.mergesSkip() && !(drawnShapes.fit(node.id()) instanceof Fit.Breaks)) {
                network = change(network, network.node(node.id()), variant, added);
            }
        }
        return new Lane(variant, network, added, network.reaching(outputs));
    }

    private static Network change(Network network, Node merge, Variant variant, Set<NodeId> added) {
        boolean addOrConcat = merge.layer() instanceof Layer.Add || merge.layer() instanceof Layer.Concat;
        // Without a main branch nothing would be left when the skips go, and nothing to project to.
        if (!addOrConcat || merge.inlets(Inlet.Role.MAIN).isEmpty()) {
            return network;
        }
        return switch (variant) {
            case AS_DRAWN -> network;
            case ADD -> merge.layer() instanceof Layer.Add ? network
                    : replace(network, projected(network, merge.withLayer(new Layer.Add()), added));
            case CONCAT -> merge.layer() instanceof Layer.Concat ? network
                    : replace(network, List.of(merge.withLayer(new Layer.Concat())));
            case NO_SKIP -> replace(network, List.of(withoutSkips(merge)));
        };
    }

    private static Node withoutSkips(Node merge) {
        List<Inlet> main = merge.inlets(Inlet.Role.MAIN);
        return main.size() == 1 ? merge.withLayer(new Layer.Identity()).withInlets(main) : merge.withInlets(main);
    }

    /** The projections that bring each skip to the main branch's shape, then the merge itself. */
    private static List<Node> projected(Network network, Node merge, Set<NodeId> added) {
        Shapes shapes = Shapes.of(network);
        List<Inlet> mains = merge.inlets(Inlet.Role.MAIN);
        if (shapes.find(merge.id()).isEmpty()) {
            return List.of(merge);
        }
        Shape target = shapes.shape(mains.getFirst().source());
        List<Node> result = new ArrayList<>();
        List<Inlet> inlets = new ArrayList<>();
        for (int i = 0; i < merge.inlets().size(); i++) {
            Inlet inlet = merge.inlets().get(i);
            if (inlet.role() == Inlet.Role.SKIP && !shapes.shape(inlet.source()).equals(target)) {
                NodeId id = projectionId(network, merge.id(), i);
                result.add(new Node(id, "", merge.group(), Layer.Conv.same(target.channels(), 1),
                        List.of(Inlet.main(inlet.source()))));
                added.add(id);
                inlets.add(new Inlet(id, inlet.role()));
            } else {
                inlets.add(inlet);
            }
        }
        result.add(merge.withInlets(inlets));
        return result;
    }

    /** {@code <merge>.project-<inlet>}, shortened or numbered where a node of the network stands in its way. */
    private static NodeId projectionId(Network network, NodeId merge, int inlet) {
        String tail = ".project-" + inlet;
        for (int number = 2; ; number++) {
            String head = merge.value().substring(0, Math.min(merge.value().length(), NodeId.LONGEST - tail.length()));
            NodeId id = NodeId.of(head + tail);
            if (!network.has(id)) {
                return id;
            }
            tail = ".project-" + inlet + "-" + number;
        }
    }

    private static Network replace(Network network, List<Node> replacement) {
        NodeId merge = replacement.getLast().id();
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (node.id().equals(merge)) {
                nodes.addAll(replacement);
            } else {
                nodes.add(node);
            }
        }
        return new Network(network.name(), nodes);
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

    /** Whether the variant added this projection; such a node is the lane's own, and read-only. */
    public boolean isAdded(NodeId id) {
        return added.contains(id);
    }

    /** Whether an output of the network as drawn depends on the node; others are drawn faint and not counted. */
    public boolean isLive(NodeId id) {
        return live.contains(id);
    }
}
