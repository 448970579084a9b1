package skipstitch.network.skips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Size;
import skipstitch.network.Variant;

/**
 * Networks with a skip moved, drawn or taken away. Ids of nodes that stay never change; new nodes stand right
 * before the node that they feed. Nothing is refused because shapes or loops forbid it: {@link Landings} says so.
 */
public final class Skips {
    private Skips() {}

    /**
     * The network after a drop. Back on the merge from which it was lifted, a skip keeps its place among the
     * inlets.
     *
     * @param merge  what the merge is to be where a skip lands; for a main edge of no meaning
     * @param repair layers that stand on what is carried, in order
     * @param newIds called once for each new node: for the repair's layers in order, then for the merge
     * @throws IllegalArgumentException unless {@link #canLand}
     */
    public static Network land(Network drawn, Carried carried, Target target, Layer.Merge merge, List<Layer> repair,
            Function<Layer, NodeId> newIds) {
        if (!canLand(drawn, carried, target)) {
            throw new IllegalArgumentException(carried + " cannot land on " + target + " of " + drawn.name());
        }
        return switch (target) {
            case Target.Merge(NodeId id) -> onMerge(drawn, carried, drawn.node(id), merge, repair, newIds);
            case Target.OnEdge(Edge edge) -> onEdge(drawn, carried, edge, merge, repair, newIds);
            case Target.Output(NodeId source) ->
                    toOutput(drawn, ((Carried.Start) carried).edge(), source, merge, repair, newIds);
            case Target.Inlet(NodeId id) -> intoInlet(drawn, carried, drawn.node(id), repair, newIds);
        };
    }

    /** Whether the network has what is carried, and such a thing may land there, whatever the shapes. */
    public static boolean canLand(Network drawn, Carried carried, Target target) {
        return carried.isIn(drawn) && switch (carried) {
            case Carried.End(Edge skip) -> switch (target) {
                case Target.Merge(NodeId id) -> id.equals(skip.to()) || takesSkips(drawn, id);
                case Target.OnEdge(Edge edge) -> isMain(drawn, edge) && !(edge.to().equals(skip.to())
                        && Lifted.dissolves(Inlets.without(drawn.node(skip.to()), skip.inlet())));
                case Target.Output _, Target.Inlet _ -> false;
            };
            case Carried.Fresh _ -> switch (target) {
                case Target.Merge(NodeId id) -> takesSkips(drawn, id);
                case Target.OnEdge(Edge edge) -> isMain(drawn, edge);
                case Target.Inlet(NodeId id) -> takesTensors(drawn, id);
                case Target.Output _ -> false;
            };
            case Carried.Start _ -> target instanceof Target.Output(NodeId source) && drawn.has(source);
            case Carried.MainEnd _ -> target instanceof Target.Inlet(NodeId id) && takesTensors(drawn, id);
        };
    }

    private static boolean takesSkips(Network drawn, NodeId id) {
        return drawn.find(id).filter(Inlets::takesSkips).isPresent();
    }

    private static boolean isMain(Network drawn, Edge edge) {
        return drawn.inlet(edge).filter(inlet -> inlet.role() == Inlet.Role.MAIN).isPresent();
    }

    private static boolean takesTensors(Network drawn, NodeId id) {
        return drawn.find(id).filter(node -> node.layer().fanIn().most() > 0).isPresent();
    }

    private static Network onMerge(Network drawn, Carried carried, Node node, Layer.Merge merge, List<Layer> repair,
            Function<Layer, NodeId> newIds) {
        if (carried instanceof Carried.End(Edge skip) && skip.to().equals(node.id())) {
            Chain chain = Chain.on(Lifted.source(drawn, skip, Inlet.Role.SKIP), node.group(), repair, newIds);
            return Lifted.put(drawn, chain.then(Inlets.merging(
                    node.withInlet(skip.inlet(), Inlet.skip(chain.end())), merge)));
        }
        Lifted lifted = Lifted.of(drawn, carried);
        Node there = lifted.network().node(node.id());
        Chain chain = Chain.on(lifted.source(), there.group(), repair, newIds);
        return Lifted.put(lifted.network(), chain.then(Inlets.merging(
                Inlets.with(there, Inlets.placeOfSkip(there), Inlet.skip(chain.end())), merge)));
    }

    private static Network onEdge(Network drawn, Carried carried, Edge edge, Layer.Merge merge, List<Layer> repair,
            Function<Layer, NodeId> newIds) {
        Lifted lifted = Lifted.of(drawn, carried);
        Node to = lifted.network().node(edge.to());
        boolean before = carried instanceof Carried.End(Edge skip) && skip.to().equals(edge.to())
                && skip.inlet() < edge.inlet();
        Edge there = before ? new Edge(edge.to(), edge.inlet() - 1) : edge;
        Chain chain = Chain.on(lifted.source(), to.group(), repair, newIds);
        Node ghost = new Node(newIds.apply(merge), "", to.group(), merge,
                List.of(Inlet.skip(chain.end()), Inlet.main(there.of(lifted.network()).source())));
        List<Node> nodes = new ArrayList<>(chain.then(ghost));
        nodes.add(to.withInlet(there.inlet(), Inlet.main(ghost.id())));
        return Lifted.put(lifted.network(), nodes);
    }

    private static Network toOutput(Network drawn, Edge edge, NodeId source, Layer.Merge merge, List<Layer> repair,
            Function<Layer, NodeId> newIds) {
        Inlet old = edge.of(drawn);
        Node to = drawn.node(edge.to());
        Chain chain = Chain.on(source, to.group(), repair, newIds);
        Node changed = to.withInlet(edge.inlet(), new Inlet(chain.end(), old.role()));
        boolean skip = old.role() == Inlet.Role.SKIP;
        Network landed = Lifted.put(drawn, chain.then(skip ? Inlets.merging(changed, merge) : changed));
        return skip ? swept(landed, old.source()) : landed;
    }

    private static Network intoInlet(Network drawn, Carried carried, Node to, List<Layer> repair,
            Function<Layer, NodeId> newIds) {
        if (carried instanceof Carried.MainEnd(Edge edge) && edge.to().equals(to.id())) {
            return drawn;
        }
        Lifted lifted = Lifted.of(drawn, carried);
        Chain chain = Chain.on(lifted.source(), to.group(), repair, newIds);
        return Lifted.put(lifted.network(), chain.then(Inlets.entered(to, Inlet.main(chain.end()))));
    }

    /**
     * The network without a skip. Its merge goes too if it keeps one inlet only, and so do layers that stood on
     * the skip to mend it and now feed nothing.
     *
     * @throws IllegalArgumentException if the network has no such skip
     */
    public static Network detach(Network drawn, Edge skip) {
        Lifted lifted = Lifted.of(drawn, new Carried.End(skip));
        return swept(lifted.network(), lifted.source());
    }

    private static Network swept(Network network, NodeId from) {
        Optional<Node> idle = network.find(from)
                .filter(node -> node.inlets().size() == 1 && network.consumers(from).isEmpty() && mends(node.layer()));
        return idle.map(node -> swept(
                network.without(Set.of(from)), node.inlets().getFirst().source())).orElse(network);
    }

    /** Whether a layer may stand on a skip only to mend it. */
    private static boolean mends(Layer layer) {
        return switch (layer) {
            case Layer.Conv conv -> conv.window().kernel().equals(Size.ONE);
            case Layer.TransposedConv _, Layer.MaxPool _, Layer.AveragePool _, Layer.Upsample _, Layer.Subsample _,
                    Layer.Crop _, Layer.ZeroPad _, Layer.ZeroPadChannels _, Layer.BatchNorm _ -> true;
            default -> false;
        };
    }

    /** What a change adds to the cost of one forward pass of the network as drawn: the new nodes', and the others'. */
    public static AddedCost costOf(Network before, Network after) {
        Lane old = Variant.AS_DRAWN.of(before);
        Lane now = Variant.AS_DRAWN.of(after);
        Costs costs = Costs.of(now);
        Cost repair = after.nodes().stream().filter(node -> !before.has(node.id()))
                .map(node -> costs.of(node.id())).reduce(Cost.NONE, Cost::plus);
        boolean whole = before.nodes().stream().map(Node::id).filter(after::has)
                .noneMatch(id -> old.shapes().find(id).isPresent() && now.shapes().find(id).isEmpty());
        return new AddedCost(repair, costs.total().minus(Costs.of(old).total()).minus(repair), whole);
    }
}
