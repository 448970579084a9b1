package skipstitch.network.skips;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Edge;
import skipstitch.network.Fit;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/**
 * What each place answers. Shapes are inferred once, with the carried edge taken away; a place then asks the rules
 * of one node. A usual repair is sought once for each two shapes that meet.
 */
final class Answers {
    private final Network drawn;
    private final Carried carried;
    private final NodeId source;
    private final Shapes shapes;
    private final Set<NodeId> loops;
    private final Map<Pair, Optional<Repair>> usual = new HashMap<>();

    private record Pair(Layer merge, Shape carried, Shape rest) {}

    private Answers(Network drawn, Carried carried, NodeId source, Network without, Set<NodeId> loops) {
        this.drawn = drawn;
        this.carried = carried;
        this.source = source;
        this.shapes = Shapes.of(without);
        this.loops = loops;
    }

    static Answers of(Network drawn, Carried carried) {
        Lifted.of(drawn, carried);
        return switch (carried) {
            case Carried.Fresh(NodeId source) -> new Answers(drawn, carried, source, drawn, drawn.upstream(source));
            case Carried.End(Edge skip) -> {
                Node rest = Inlets.without(drawn.node(skip.to()), skip.inlet());
                // A merge that will be dissolved passes its tensor on, so that edges keep their names meanwhile.
                Network without = Lifted.put(drawn, List.of(
                        Lifted.dissolves(rest) ? rest.withLayer(new Layer.Identity()) : rest));
                NodeId source = skip.of(drawn).source();
                yield new Answers(drawn, carried, source, without, without.upstream(source));
            }
            case Carried.MainEnd(Edge edge) -> {
                Network without = Lifted.of(drawn, carried).network();
                NodeId source = edge.of(drawn).source();
                yield new Answers(drawn, carried, source, without, without.upstream(source));
            }
            case Carried.Start(Edge edge) -> {
                Network without = Lifted.of(drawn, carried).network();
                yield new Answers(drawn, carried, edge.of(drawn).source(), without, without.downstream(edge.to()));
            }
        };
    }

    /** Nodes in topological order, without those on loops. */
    List<NodeId> order() {
        return shapes.order().stream().map(Node::id).toList();
    }

    Landing at(Target target) {
        Meeting adding = meeting(target, new Layer.Add());
        Meeting joining = meeting(target, new Layer.Concat());
        Optional<Answer> refused = refused(target);
        Answer add = refused.orElseGet(() -> answer(adding));
        Answer concat = refused.orElseGet(() -> answer(joining));
        boolean cannot = add instanceof Answer.Cannot && concat instanceof Answer.Cannot;
        return new Landing(target, shapes.find(adding.inlet().source()),
                adding.met().flatMap(inlet -> shapes.find(inlet.source())), add, concat,
                cannot ? "" : remark(target, adding));
    }

    List<Repair> repairs(Target target, Layer.Merge merge) {
        Meeting meeting = meeting(target, merge);
        if (refused(target).isPresent() || !(answer(meeting) instanceof Answer.Mended)) {
            return List.of();
        }
        return Repairs.all((Layer.Merge) meeting.node().layer(), shapes.shape(meeting.inlet().source()),
                meeting.rest(shapes).orElseThrow());
    }

    /** The node that would take in what is carried. */
    private Meeting meeting(Target target, Layer.Merge merge) {
        return switch (target) {
            case Target.Merge(NodeId id) -> {
                Node node = Inlets.merging(drawn.node(id), merge);
                if (carried instanceof Carried.End(Edge skip) && skip.to().equals(id)) {
                    yield new Meeting(node, skip.inlet());
                }
                int place = Inlets.placeOfSkip(node);
                yield new Meeting(Inlets.with(node, place, Inlet.skip(source)), place);
            }
            case Target.OnEdge(Edge edge) -> new Meeting(new Node(edge.to(), "", "", merge,
                    List.of(Inlet.skip(source), Inlet.main(edge.of(drawn).source()))), 0);
            case Target.Output(NodeId id) -> {
                Edge edge = ((Carried.Start) carried).edge();
                Inlet.Role role = edge.of(drawn).role();
                Node node = drawn.node(edge.to()).withInlet(edge.inlet(), new Inlet(id, role));
                yield new Meeting(role == Inlet.Role.SKIP ? Inlets.merging(node, merge) : node, edge.inlet());
            }
            case Target.Inlet(NodeId id) -> {
                Node node = drawn.node(id);
                yield carried instanceof Carried.MainEnd(Edge edge) && edge.to().equals(id)
                        ? new Meeting(node, edge.inlet())
                        : new Meeting(Inlets.entered(node, Inlet.main(source)), Inlets.placeOfMain(node));
            }
        };
    }

    private Optional<Answer> refused(Target target) {
        boolean already = switch (carried) {
            case Carried.Start _ -> !carried.isSkip(drawn) && target.equals(new Target.Output(source));
            case Carried.MainEnd(Edge edge) -> target.equals(new Target.Inlet(edge.to()));
            case Carried.End _, Carried.Fresh _ -> false;
        };
        if (already) {
            return Optional.of(new Answer.Cannot("it is this edge already"));
        }
        return loops.contains(target.node()) ? Optional.of(new Answer.Cannot(
                "a loop: the " + (carried.isSkip(drawn) ? "skip" : "edge") + " would feed itself")) : Optional.empty();
    }

    private Answer answer(Meeting meeting) {
        return switch (shapes.fitOf(meeting.node())) {
            case Fit.Fits(Shape result) -> new Answer.Fits(result);
            case Fit.Waits _ -> new Answer.Cannot(waiting(meeting.node()));
            case Fit.Breaks(Misfit misfit) -> mended(meeting, misfit.rule()).<Answer>map(Answer.Mended::new)
                    .orElseGet(() -> new Answer.Cannot(othersMisfit(meeting).orElse(misfit).why()));
        };
    }

    /** Why the others do not fit each other, which nothing that is done to the skip can mend. */
    private Optional<Misfit> othersMisfit(Meeting meeting) {
        return meeting.others().size() > 1
                && shapes.fitOf(Inlets.without(meeting.node(), meeting.carried())) instanceof Fit.Breaks(Misfit misfit)
                ? Optional.of(misfit) : Optional.empty();
    }

    private Optional<Repair> mended(Meeting meeting, Misfit.Rule broken) {
        if (broken != Misfit.Rule.SAME_SHAPE && broken != Misfit.Rule.SAME_SIZE) {
            return Optional.empty();
        }
        Layer.Merge merge = (Layer.Merge) meeting.node().layer();
        Shape in = shapes.shape(meeting.inlet().source());
        return meeting.rest(shapes).flatMap(rest ->
                usual.computeIfAbsent(new Pair(merge, in, rest), _ -> Repairs.usual(merge, in, rest)));
    }

    /** Which tensor is missing, and for what it waits. */
    private String waiting(Node node) {
        NodeId missing = node.inlets().stream().map(Inlet::source)
                .filter(id -> shapes.find(id).isEmpty()).findFirst().orElseThrow();
        return switch (shapes.fit(missing)) {
            case Fit.Breaks(Misfit misfit) -> misfit.why();
            case Fit.Waits(NodeId upstream) -> label(missing) + " waits for " + label(upstream);
            case Fit.Fits fits -> throw new IllegalStateException("'" + missing + "' has a shape: " + fits);
        };
    }

    private String label(NodeId id) {
        return drawn.node(id).label();
    }

    private String remark(Target target, Meeting meeting) {
        boolean back = switch (carried) {
            case Carried.End(Edge skip) -> target.equals(new Target.Merge(skip.to()));
            case Carried.Start _ -> target.equals(new Target.Output(source));
            case Carried.Fresh _, Carried.MainEnd _ -> false;
        };
        if (back) {
            return "where it was";
        }
        NodeId taken = meeting.inlet().source();
        return meeting.others().stream().anyMatch(inlet -> passedOn(inlet.source()).equals(taken)) ? "x + x" : "";
    }

    /** Where a tensor comes from once the merge is dissolved whose skip is carried. */
    private NodeId passedOn(NodeId id) {
        return carried instanceof Carried.End(Edge skip) && skip.to().equals(id)
                && shapes.network().node(id).layer() instanceof Layer.Identity
                ? shapes.network().node(id).inlets().getFirst().source() : id;
    }
}
